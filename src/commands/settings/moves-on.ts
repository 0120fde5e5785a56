/** Another channel was chosen for the Support Team: what waits for it goes on there, and says so where it stood; what is over is never drawn anew in the old one. */
import { lane } from '../../domain/effect.ts';
import * as cops from '../../store/cops.ts';
import * as cards from '../../store/support-cards.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { post, reviseOne } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'after'>;

/** What nobody looks after is told of by `decidedOtherwise`; where the bot can't get into the old one, nothing is said there. */
export async function supportMovesOn(
  { tx, network, workspace, after }: Working,
  before: { readonly channel: string | undefined; readonly isLost: boolean },
  chosen: string | undefined,
): Promise<void> {
  const theirs = lane.workspace(workspace);
  const left = before.channel === undefined ? [] : await cards.leaveBehind(tx, network, workspace, before.channel);
  for (const { cop, about, copy } of before.isLost ? [] : left)
    after(theirs, reviseOne({ id: cop, networkId: network, workspace }, 'support-moved', about as never, copy));
  if (chosen === undefined) return;
  const all =
    before.channel === undefined
      ? [...(await cards.untold(tx, network, workspace)), ...(await cards.leftBefore(tx, network, workspace))]
      : left;
  for (const { message, about, cop: id } of all) {
    if (message === 'needs-facilitator' || message === 'stand-in') continue;
    const cop = await cops.byId(tx, network, id);
    if (cop && !(await told.isUnderWay(tx, network, theirs, message, about)))
      after(theirs, post(cop, message, 'support', about as never));
  }
}
