import type { OptionsOf } from '../../domain/deed.ts';
import { lane } from '../../domain/effect.ts';
import type { NetworkId } from '../../domain/ids.ts';
import { spokenIn } from '../../domain/language.ts';
import { linkFrom } from '../../domain/link.ts';
import {
  type Chosen,
  longKeptCalled,
  requestsKeptCalled,
  type Settings,
  timeZoneCalled,
  type WayIn,
  whoseWord,
  withWayIn,
} from '../../domain/settings.ts';
import { tidied } from '../../domain/words.ts';
import { chosenCard, setupCard, type WaitsForAdmin } from '../../messages/settings.ts';
import {
  chooseErrors,
  chooseForm,
  chosenValues,
  type SettingSection,
  settingSectionCalled,
} from '../../messages/settings-form.ts';
import { wayInErrors } from '../../messages/way-in.ts';
import type { ErrorsOf } from '../../platform/card.ts';
import * as channels from '../../store/chosen-channels.ts';
import * as cops from '../../store/cops.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as forumPeople from '../../store/forum-people.ts';
import * as parked from '../../store/parked.ts';
import * as settings from '../../store/settings.ts';
import * as spaces from '../../store/spaces.ts';
import { command, type Scope } from '../command.ts';
import { forum, reviseCopies } from '../effects.ts';
import { startWithoutTeam, waitForWord, waitsForAdmins } from '../first-conversation/starting.ts';
import { decidedOtherwise } from '../stand-in/deciding.ts';
import { emptyForAdmins } from '../stand-in/empty.ts';
import { anotherTeam } from './another-team.ts';
import { closedKept } from './closed-kept.ts';
import { anotherWayIn } from './invite-over.ts';
import { supportMovesOn } from './moves-on.ts';

export const chooseSettings = command({
  name: 'settings choose',
  summary: 'For admins: the Support Team, the forum, who may start CoPs',
  about: 'network',
  may: ['admin'],
  in: 'no CoP',
  answers: 'privately',

  async form({ reader, network, settings, actor, options, direct, now, machineZone }) {
    const section = settingSectionCalled(options.section);
    if (!section) {
      const here = network && { network, person: actor?.id, admin: !direct };
      return { sections: setupCard(settings, now, machineZone, here && (await whatWaits(reader, settings, here))) };
    }
    const before = network ? await withoutLost(reader, network, settings) : settings;
    const { team, how } = options;
    return chooseForm(section, { ...chosenValues(before), ...(team && { team }), ...(how && { how }) }, { before });
  },

  async run({
    tx,
    network,
    workspace,
    settings: before,
    actor,
    options,
    now,
    after,
    guides,
    wake,
    chosen: seen,
    person,
    invites,
    machineZone,
  }) {
    const section = settingSectionCalled(options.section) ?? 'support';
    const { chosen, errors: unread } = read(section, { options, invites }, before);
    const errors = { ...unread, ...(await channelErrors(tx, section, before, chosen)) };
    if (Object.keys(errors).length > 0) return { mend: chooseForm(section, options, { before, errors }) };

    await settings.save(tx, { ...chosen, chosenAt: now });
    if (chosen.supportChannel !== before.supportChannel) {
      const isLost = await channels.lost.isSo(tx, network, workspace, before.supportChannel);
      await anotherTeam({ tx, network, workspace, now, after, person }, seen?.people);
      await supportMovesOn(
        { tx, network, workspace, now, after },
        { channel: before.supportChannel, isLost },
        chosen.supportChannel,
      );
      await decidedOtherwise({ tx, network, workspace, now, after }, chosen.supportChannel, actor.id);
    }
    const word = whoseWord(chosen);
    const there = { tx, network, workspace, after, guides };
    if (word !== whoseWord(before)) await (word === 'nobody' ? startWithoutTeam(there) : waitForWord(there, word));
    if (chosen.forumChannel !== before.forumChannel) await forumPeople.forget(tx, network, workspace);
    await mended({ tx, network, workspace, after }, before, chosen);
    if (section === 'way-in') await anotherWayIn({ tx, network, workspace, after, actor, now }, before, chosen);
    await closedKept({ tx, after }, before, chosen);
    if (section === 'forum' && chosen.forum !== 'none')
      for (const { person, cop } of await facilitating.inWorkspace(tx, network, workspace))
        after(lane.workspace(workspace), forum({ id: cop, networkId: network, workspace }, person));
    wake(await parked.unpark(tx, network, { workspace }, now));
    const { supportChannel } = chosen;
    const isOpen = supportChannel !== undefined && seen?.isOpen === true;
    if (isOpen) await channels.opened.note(tx, network, workspace, supportChannel, now, 'everybody'); // told in the answer
    const waiting = await whatWaits(tx, chosen, { network, person: actor.id, admin: true });
    return { say: chosenCard(chosen, now, machineZone, { isOpen, waiting }) };
  },
});

const whatWaits = async (
  reader: Reader,
  settings: Chosen,
  looking: Parameters<typeof emptyForAdmins>[2],
): Promise<WaitsForAdmin> => ({
  toStart: await waitsForAdmins(reader, looking.network, settings),
  empty: await emptyForAdmins(reader, settings, looking),
});

/** Of the channel that this section asks for: said in another one, nobody would read it. */
async function channelErrors(
  tx: Reader,
  section: SettingSection,
  before: Settings,
  chosen: Settings,
): Promise<ErrorsOf<'settings choose'>> {
  const { workspace, supportChannel, forumChannel } = chosen;
  const isOne = supportChannel !== undefined && supportChannel === forumChannel;
  const isSpace = async (channel: string | undefined) =>
    channel !== undefined && (await spaces.spacesAmong(tx, workspace, [channel])).length > 0;
  if (section === 'support') {
    if (isOne && supportChannel !== before.supportChannel) return { support: chooseErrors.theForum };
    return (await isSpace(supportChannel)) ? { support: chooseErrors.aSpace } : {};
  }
  if (section !== 'forum') return {};
  if (isOne && forumChannel !== before.forumChannel) return { forumChannel: chooseErrors.theSupportTeams };
  return (await isSpace(forumChannel)) ? { forumChannel: chooseErrors.aSpace } : {};
}

/** What is gone isn't offered again: instead of the forum, a new one. */
async function withoutLost(reader: Reader, network: NetworkId, chosen: Chosen): Promise<Chosen> {
  const { workspace, supportChannel, forumChannel } = chosen;
  const lostSupport = await channels.lost.isSo(reader, network, workspace, supportChannel);
  const lostForum = await channels.lost.isSo(reader, network, workspace, forumChannel);
  return {
    ...chosen,
    ...(lostSupport && { supportChannel: undefined }),
    ...(lostForum && { forum: 'wanted', forumChannel: undefined }),
  };
}

type Channels = Pick<Settings, 'supportChannel' | 'forumChannel'>;

/** Another was chosen instead of one that was lost, or that everybody could read: whoever was told of it sees so. */
async function mended(
  { tx, network, workspace, after }: Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'after'>,
  before: Channels,
  chosen: Channels,
): Promise<void> {
  for (const [channel, message, isOver] of [
    ['supportChannel', 'support-lost', channels.lost.isOver],
    ['forumChannel', 'forum-lost', channels.lost.isOver],
    ['supportChannel', 'support-opened', channels.opened.isOver],
    ['forumChannel', 'forum-opened', channels.opened.isOver],
  ] as const) {
    if (chosen[channel] === before[channel]) continue;
    if (!(await isOver(tx, network, workspace, before[channel]))) continue;
    const cop = await cops.anyIn(tx, network, workspace);
    if (cop) after(lane.workspace(workspace), reviseCopies(cop, message, { kind: 'cop', id: cop.id }));
  }
}

interface Read {
  readonly chosen: Settings;
  readonly errors: ErrorsOf<'settings choose'>;
}

/** What was filled in of a section, and what can't be taken of it; the others stay. A field that a platform leaves out is one left empty. */
const read = (section: SettingSection, given: Filled, before: Settings): Read =>
  ({ support: readSupport, forum: readForum, language: readLanguage, 'way-in': readWayIn, kept: readKept })[section](
    given,
    before,
  );

interface Filled extends Pick<Scope<unknown>, 'invites'> {
  readonly options: OptionsOf<'settings choose'>;
}

function readSupport({ options: { team, support, start } }: Filled, before: Settings): Read {
  const [starters, startPolicy] = (start?.split(' ') ?? []) as [Settings['starters']?, Settings['startPolicy']?];
  const chosen: Settings = {
    ...before,
    supportChannel: support || (team === 'keep' ? before.supportChannel : undefined),
    starters: starters === 'admins' ? 'admins' : 'anyone',
    startPolicy: startPolicy === 'after-conversation' ? 'after-conversation' : 'open',
  };
  if (team === 'make' && !support) return { chosen, errors: { team: chooseErrors.notMade } };
  if (team === 'take' && !support) return { chosen, errors: { support: chooseErrors.noTeam } };
  const nobody = chosen.startPolicy === 'after-conversation' && !chosen.supportChannel;
  return { chosen, errors: nobody ? { support: chooseErrors.noSupport } : {} };
}

function readForum({ options }: Filled, before: Settings): Read {
  if (options.forum === 'keep') return { chosen: before, errors: {} };
  const forumChannel = options.forum === 'take' ? options.forumChannel || undefined : undefined;
  const forum = forumChannel ? 'there' : options.forum === 'make' ? 'wanted' : 'none';
  const none = options.forum === 'take' && !forumChannel;
  return { chosen: { ...before, forum, forumChannel }, errors: none ? { forumChannel: chooseErrors.noForum } : {} };
}

function readLanguage({ options }: Filled, before: Settings): Read {
  const zone = tidied(options.timeZone ?? '');
  const timeZone = zone ? timeZoneCalled(zone) : undefined;
  const chosen = { ...before, language: spokenIn(options.language), timeZone };
  return { chosen, errors: zone && !timeZone ? { timeZone: chooseErrors.noTimeZone } : {} };
}

const readKept = ({ options }: Filled, before: Settings): Read => ({
  chosen: {
    ...before,
    keepsRequests: requestsKeptCalled(options.requests),
    keepsAudit: longKeptCalled(options.audit ?? before.keepsAudit),
    keepsClosed: longKeptCalled(options.closed ?? before.keepsClosed),
  },
  errors: {},
});

/** What was filled in for a way that wasn't chosen is left aside. */
function readWayIn({ options, invites }: Filled, before: Settings): Read {
  const { how, link = '', person = '' } = options;
  const chosen = (wayIn: WayIn): Read => ({ chosen: withWayIn(before, wayIn), errors: {} });
  const wrong = (errors: Read['errors']): Read => ({ chosen: before, errors });
  const words = tidied(person);
  if (how === 'link') {
    const given = linkFrom(link);
    return 'fault' in given ? wrong({ link: wayInErrors[given.fault] }) : chosen({ kind: 'link', url: given.url });
  }
  if (how === 'bot') {
    if (!Array.isArray(invites)) return wrong({ how: wayInErrors[invites === 'not-allowed' ? invites : 'not-now'] });
    return chosen({ kind: 'bot', invites, ...(words && { otherwise: words }) });
  }
  if (how !== 'person') return chosen({ kind: 'untold' });
  return words ? chosen({ kind: 'person', words }) : wrong({ person: wayInErrors.nobody });
}
