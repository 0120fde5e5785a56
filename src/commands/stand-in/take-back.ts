import { lane } from '../../domain/effect.ts';
import { withdraw } from '../../domain/stand-in.ts';
import { offerTakenBackCard } from '../../messages/stand-in-offer.ts';
import type { Card } from '../../platform/card.ts';
import * as standIns from '../../store/stand-ins.ts';
import type { Scope, Subjects } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** Whoever offered it thinks otherwise: who would look after it is asked again. */
export async function takeBack(scope: Scope<Subjects['stand-in']>): Promise<{ readonly say: Card }> {
  const { tx, subject, now, after } = scope;
  const { cop, standIn } = subject;
  await standIns.save(tx, withdraw(standIn, now));
  after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', { kind: 'stand-in', id: standIn.id }));
  return { say: offerTakenBackCard(cop) };
}
