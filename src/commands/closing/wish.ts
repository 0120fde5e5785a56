import { underWay } from '../../domain/closing.ts';
import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import { notClosing, willBeNamed, willHave } from '../../messages/closing.ts';
import type { Card } from '../../platform/card.ts';
import * as closings from '../../store/closings.ts';
import type { Tx } from '../../store/engine.ts';
import { command } from '../command.ts';

/** Somebody's own: nobody is named, and nobody written to, who didn't say so. */
async function wished(
  tx: Tx,
  cop: Cop,
  person: PersonId,
  what: 'named' | 'wants_harvest',
  so: (cop: Cop) => Card,
): Promise<Card> {
  if (!underWay(await closings.of(tx, cop.networkId, cop.id))) return notClosing(cop);
  await closings.wish(tx, cop.networkId, cop.id, person, what);
  return so(cop);
}

export const haveHarvest = command({
  name: 'closing wants',
  summary: 'Have what a CoP leaves behind sent to you, once it is closed',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, subject: { cop }, actor }) {
    return { say: await wished(tx, cop, actor.id, 'wants_harvest', willHave) };
  },
});

export const beNamed = command({
  name: 'closing named',
  summary: 'Be named in what a CoP leaves behind',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, subject: { cop }, actor }) {
    return { say: await wished(tx, cop, actor.id, 'named', willBeNamed) };
  },
});
