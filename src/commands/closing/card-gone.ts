/** The card that says that a CoP is to be closed was deleted by hand: nobody could ask to wait any more. It is posted again; not for ever, where something deletes all that a bot says. */
import { underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import { type Copy, lane } from '../../domain/effect.ts';
import * as announcements from '../../store/announcements.ts';
import * as closings from '../../store/closings.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

const mostTimes = 3;

export async function closingCardGone(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  isDeleted: (copy: Copy) => boolean,
): Promise<void> {
  const { networkId: network, id } = cop;
  const about = { kind: 'cop', id } as const;
  const copies = (await posts.copiesOf(tx, network, 'cop-closing', about)).map(one => ({
    channel: one.channelId,
    id: one.messageId,
  }));
  for (const copy of copies.filter(isDeleted)) await posts.forget(tx, network, 'cop-closing', about, copy);
  const last = copies.at(-1);
  const closing = await closings.of(tx, network, id);
  if (!last || !isDeleted(last) || !underWay(closing)) return; // of one that was called off before, nothing is missed
  if (await told.isUnderWay(tx, network, lane.cop(id), 'cop-closing', about)) return;
  const { many } = await announcements.ofClosing(tx, network, id, closing.askedAt);
  if (many < mostTimes) after(lane.cop(id), post(cop, 'cop-closing', 'space', about));
}
