/** Another channel was chosen for the Support Team: what waits for it goes on there, and says so where it stood; what is over is never drawn anew in the old one. */
import { lane } from '../../domain/effect.ts';
import * as cops from '../../store/cops.ts';
import { isGoing } from '../../store/going.ts';
import * as reminders from '../../store/reminders.ts';
import * as cards from '../../store/support-cards.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { postToSupport, reviseCopies, reviseOne } from '../effects.ts';

type Working = Pick<Scope<unknown>, 'tx' | 'network' | 'workspace' | 'now' | 'after'>;

/** What nobody looks after is told of by `decidedOtherwise`; where the bot can't get into the old one, nothing is said there. */
export async function supportMovesOn(
  working: Working,
  { channel: before, isLost }: { readonly channel: string | undefined; readonly isLost: boolean },
  chosen: string | undefined,
): Promise<void> {
  const { tx, network, workspace, now, after } = working;
  const theirs = lane.workspace(workspace);
  const left = before === undefined ? [] : await cards.leaveBehind(tx, network, workspace, before, isLost);
  for (const { cop, about, copy } of await cards.movedOn(tx, network, workspace))
    after(theirs, reviseOne({ id: cop, networkId: network, workspace }, 'support-moved', about as never, copy));
  if (chosen === undefined) return;
  const all = before === undefined ? await cards.withoutChannel([tx, network, workspace], now) : left;
  for (const one of all) await goesOn(working, one);
}

async function goesOn(
  { tx, network, workspace, now, after }: Working,
  { message, about, cop: id }: Pick<cards.SupportCard, 'message' | 'about' | 'cop'>,
): Promise<void> {
  if (message === 'needs-facilitator' || message === 'stand-in') return;
  const theirs = lane.workspace(workspace);
  const cop = await cops.byId(tx, network, id);
  if (!cop || (message === 'cop-goes' && !(await isGoing(tx, cop)))) return;
  if (await told.isUnderWay(tx, network, theirs, message, about)) return;
  const asked = after(theirs, postToSupport(cop, message, about as never));
  if (about.kind !== 'join-request') return;
  const day = new Date(now).toISOString().slice(0, 10);
  await reminders.add(tx, network, about.id, { reader: 'support', step: 'last', day }, now);
  after(theirs, reviseCopies(cop, 'join-request-unreached', about), { follows: [asked] }); // it says whether they know
}
