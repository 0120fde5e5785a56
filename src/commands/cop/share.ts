import { lane } from '../../domain/effect.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { type Sharing, sharedAtHomeCard, sharingCard } from '../../messages/share.ts';
import * as effects from '../../store/effects.ts';
import { command } from '../command.ts';
import { keepAnswering, share } from '../effects.ts';
import { ownCops } from './own.ts';

/** Whoever shares it there again within this time, or is heard again, posts nothing twice. */
const againMs = 3600_000;

export const shareCop = command({
  name: 'cop share',
  summary: 'Post an invitation to your CoP, here or in a channel you choose',
  options: {
    channel: { kind: 'channel', summary: 'Where; here, if you leave it out' },
    cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true },
  },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, network, subject: { cop }, actor, options, now, at, after, reply, pageOf, barredIn }) {
    const channel = options.channel || at;
    if (!channel || channel === cop.spaceId) return { say: sharedAtHomeCard(cop) };

    const barred = barredIn(channel);
    const card = (step: Sharing['step']) =>
      sharingCard({ cop, channel: { platform, workspace: id, id: channel }, step, link: pageOf(cop) });
    const { platform, id } = workspaceOf(cop.workspace);
    if (barred) return { say: card(barred === 'bot' ? 'not allowed' : 'not theirs') };
    if (await effects.sharedSince(tx, network, cop.id, channel, now - againMs)) return { say: card('there already') };

    const inOrder = lane.person(actor.id);
    after(inOrder, share(cop, channel));
    after(inOrder, keepAnswering(cop, 'cop-shared', actor.id, { kind: 'cop', id: cop.id }, reply));
    return { say: card('under way') };
  },
});
