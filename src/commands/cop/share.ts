import { lane } from '../../domain/effect.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { sharedAtHomeCard, sharingCard } from '../../messages/share.ts';
import { command } from '../command.ts';
import { keepAnswering, share } from '../effects.ts';
import { ownCops } from './own.ts';

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

  async run({ subject: { cop }, actor, options, at, after, reply, pageOf }) {
    const channel = options.channel || at;
    if (!channel || channel === cop.spaceId) return { say: sharedAtHomeCard(cop) };

    const inOrder = lane.person(actor.id);
    after(inOrder, share(cop, channel));
    after(inOrder, keepAnswering(cop, 'cop-shared', actor.id, { kind: 'cop', id: cop.id }, reply));

    const { platform, id } = workspaceOf(cop.workspace);
    return {
      say: sharingCard({
        cop,
        channel: { platform, workspace: id, id: channel },
        step: 'under way',
        link: pageOf(cop),
      }),
    };
  },
});
