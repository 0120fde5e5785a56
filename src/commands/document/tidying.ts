import type { Cop } from '../../domain/cop.ts';
import { reviewCard } from '../../messages/review.ts';
import type { Card } from '../../platform/card.ts';
import * as libraries from '../../store/libraries.ts';
import type { Scope } from '../command.ts';

const most = 5;

/** What a facilitator should look at. */
export async function tidyList(
  { tx, network, now }: Pick<Scope<unknown>, 'tx' | 'network' | 'now'>,
  cop: Cop,
  library?: libraries.Library,
): Promise<Card> {
  const found = await libraries.toLookAt(tx, network, cop.id, now, { from: 0, most: most + 1 });
  const { offers } = library ?? (await libraries.settings(tx, network, cop.id));
  return reviewCard({ cop, found: found.slice(0, most), more: found.length > most, offers, now });
}
