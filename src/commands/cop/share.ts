import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { who } from '../../messages/people.ts';
import { limits, type Sharing, shareErrors, shareForm, sharingCard } from '../../messages/share.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as told from '../../store/told.ts';
import { command } from '../command.ts';
import { keepAnswering, share } from '../effects.ts';
import { ownCops } from './own.ts';

/** Whoever shares it there again within this time, or is heard again, posts nothing twice. */
const againMs = 3600_000;

export const shareCop = command({
  name: 'cop share',
  summary: 'Post an invitation to your CoP in a channel you choose, with a line of your own',
  options: {
    channel: { kind: 'channel', summary: 'Where; leave it out to choose in a form' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',
  asksUnless: 'channel',

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async form({ reader, subject: { cop }, at }) {
    const facilitators = await facilitatorsOf(reader, cop);
    return shareForm(cop, facilitators, { channel: at === cop.spaceId ? undefined : at });
  },

  async run({ tx, network, subject: { cop }, actor, options, now, after, reply, pageOf, barredIn }) {
    const { channel } = options;
    const mend = async (error: string) => ({ mend: shareForm(cop, await facilitatorsOf(tx, cop), options, error) });
    if (!channel || channel === cop.spaceId) return mend(channel ? shareErrors.home : shareErrors.none);

    const barred = barredIn(channel);
    if (barred === 'untold') return mend(shareErrors.untold);
    const card = (step: Sharing['step']) =>
      sharingCard({ cop, channel: { platform, workspace: id, id: channel }, step, link: pageOf(cop) });
    const { platform, id } = workspaceOf(cop.workspace);
    if (barred) return { say: card(barred === 'bot' ? 'not allowed' : 'not theirs') };
    if (await told.sharedSince(tx, network, cop.id, channel, now - againMs)) return { say: card('there already') };

    const words = cut(tidiedLines(options.words ?? ''), limits.words);
    const inOrder = lane.person(actor.id);
    after(inOrder, share(cop, channel, { by: actor.id, ...(words && { words }) }));
    after(inOrder, keepAnswering(cop, 'cop-shared', actor.id, { kind: 'cop', id: cop.id }, reply));
    return { say: card('under way') };
  },
});

const facilitatorsOf = async (reader: Reader, cop: Cop) =>
  (await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace)).map(one => who(one, cop));
