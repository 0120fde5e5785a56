/** A welcome, or the card of a guide, was deleted in its space by hand: those who facilitate hear of it, and may have it back. */
import type { Cop } from '../../domain/cop.ts';
import { type Copy, lane } from '../../domain/effect.ts';
import { standing } from '../../domain/message.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { closingCardGone } from '../closing/card-gone.ts';
import type { Scope } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

/** They are told once, until all of it stands there again; of what is deleted meanwhile, their card tells as well. */
export async function cardsGone(
  { tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>,
  cop: Cop,
  deleted: readonly Copy[],
) {
  if (cop.state !== 'open') return;
  const about = { kind: 'cop', id: cop.id } as const;
  const isDeleted = (one: Copy) => deleted.some(copy => copy.channel === one.channel && copy.id === one.id);
  await closingCardGone({ tx, after }, cop, isDeleted);
  const there = await posts.standing(tx, cop.networkId, standing, about);
  const gone = [...there].filter(([, copy]) => isDeleted(copy));
  if (gone.length === 0) return;
  for (const [message, copy] of gone) await posts.forget(tx, cop.networkId, message, about, copy);
  const isKnown = there.size < standing.length;
  if (isKnown && (await posts.copiesOf(tx, cop.networkId, 'cards-gone', about)).length > 0) {
    after(lane.cop(cop.id), reviseCopies(cop, 'cards-gone', about));
    return;
  }
  for (const { id } of await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace))
    if (!(await told.isUnderWay(tx, cop.networkId, lane.person(id), 'cards-gone', about)))
      after(lane.person(id), post(cop, 'cards-gone', id, about));
}
