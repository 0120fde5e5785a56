/**
 * The Support Team's channel, as an administrator chooses it: whether everybody could read along is asked before it is kept, and a
 * private one is made before it can be. So is who is in it, for they are the Support Team from then on; who isn't told of in time is looked for
 * afterwards. There need be no CoP yet in whose name that could be done later.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkspaceKey } from '../../domain/ids.ts';
import { languageOf } from '../../domain/language.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import { wordsIn } from '../../messages/language.ts';
import { supportWords } from '../../messages/settings.ts';
import type {
  Channel,
  ChatPlatform,
  Inbox,
  Inhabitant,
  Invocation,
  PlatformName,
} from '../../platform/chat-platform.ts';
import { isDeed } from '../../platform/invoke.ts';
import * as people from '../../store/people.ts';
import * as spaces from '../../store/spaces.ts';
import { isOpenToAll } from '../open-to-all.ts';
import { patiently } from '../patiently.ts';
import { supportPeopleIn } from '../support-people.ts';
import type { Bot } from '../the-bot.ts';

type Platforms = ReadonlyMap<PlatformName, Pick<ChatPlatform, 'spaces' | 'members' | 'perform' | 'find'>>;

/** Somebody waits for the answer. */
const patienceMs = 1200;
const minute = 60_000;

const inTime = <T>(told: Promise<T>): Promise<T | undefined> =>
  Promise.race([told.catch(() => undefined), sleep(patienceMs, undefined, { ref: false })]);

async function peopleIn(
  { store }: Pick<Bot, 'store'>,
  platform: Pick<ChatPlatform, 'members'>,
  workspace: WorkspaceKey,
  by: string,
  channel: string,
): Promise<readonly Inhabitant[]> {
  const known = await people.whoIs(store.db, workspace, by);
  if (known) return (await supportPeopleIn(store.db, platform, known, channel)).there;
  const { platform: name, id } = workspaceOf(workspace);
  return platform.members({ platform: name, workspace: id, id: channel }, new Set());
}

export function preparingSupport(
  bot: Bot,
  platforms: Platforms,
  invoke: Inbox['invoke'],
  lookIn: (chosen: Channel) => Promise<void>,
): Inbox['invoke'] {
  return async given => {
    const { options, by } = given;
    const platform = platforms.get(by.platform);
    const isAbout =
      isDeed(given, 'settings choose') && (options.section ?? 'support') === 'support' && by.admin === true;
    if (!isAbout || !platform || by.workspace === undefined) return invoke(given);
    const there = { platform: by.platform, id: by.workspace };
    if (options.team === 'make') return invoke(await withOneMade(platform, there, given));
    if (!options.support) return invoke(given);
    const [seen, here] = await Promise.all([
      inTime(platform.spaces(there, [options.support], [])),
      inTime(peopleIn(bot, platform, workspaceKey(there), by.id, options.support)),
    ]);
    const answer = await invoke({
      ...given,
      chosen: { isOpen: isOpenToAll(seen?.get(options.support)), people: here },
    });
    if (!here && 'say' in answer) void lookIn({ platform: by.platform, workspace: by.workspace, id: options.support });
    return answer;
  };

  /** The same press makes the same channel. */
  async function withOneMade(
    platform: Pick<ChatPlatform, 'perform' | 'find'>,
    workspace: { readonly platform: PlatformName; readonly id: string },
    given: Invocation,
  ): Promise<Invocation> {
    const language = languageOf(given.locale);
    const who = [{ platform: workspace.platform, workspace: workspace.id, id: given.by.id }];
    const described = {
      topic: wordsIn(supportWords.topic, language),
      purpose: wordsIn(supportWords.purpose, language),
    };
    const wanted = {
      workspace,
      name: supportWords.name,
      ...described,
      facilitators: [],
      members: who,
      others: (channels: readonly string[]) =>
        patiently(() => spaces.spacesAmong(bot.store.db, workspaceKey(workspace), channels)),
    };
    try {
      const key = `support ${given.id}`;
      const found = await platform.find['open-space'](wanted, key, bot.clock.now() - minute);
      const space = found ?? (await platform.perform['open-space'](wanted, key));
      await Promise.all([
        platform.perform.admit({ space, who }, key),
        platform.perform['describe-space']({ space, ...described }, key),
      ]);
      const options = { ...given.options, team: 'take', support: space.id };
      return { ...given, options, chosen: { isOpen: false, people: [given.by] } };
    } catch (err) {
      bot.log.warn({ err }, 'a channel for the Support Team could not be made; who asked for it is told');
      return { ...given, options: { ...given.options, support: '' } };
    }
  }
}
