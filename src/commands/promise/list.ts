import { pageFrom } from '../../domain/page.ts';
import type { Person } from '../../domain/person.ts';
import { most, type NextView, nextCard } from '../../messages/promise.ts';
import type { Tx } from '../../store/engine.ts';
import * as promises from '../../store/promises.ts';
import { command, type Subjects } from '../command.ts';
import { ownCops } from '../cop/own.ts';

export const listPromises = command({
  name: 'promise list',
  summary: 'What is next in your CoP: what you promised each other at meetings',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, subject, actor, options, now }) {
    const from = pageFrom(options.from);
    return { say: nextCard(await nextView(tx, subject, actor, { from, now })) };
  },
});

export async function nextView(
  tx: Tx,
  { cop, role }: Subjects['cop'],
  actor: Person,
  { from, now }: { readonly from: number; readonly now: number },
): Promise<NextView> {
  const found = await promises.next(tx, cop, now, { from, most: most + 1 });
  return {
    ...{ cop, from, reader: actor.id, facilitates: role === 'facilitator' },
    promised: found.slice(0, most),
    onFrom: found.length > most ? from + most : undefined,
  };
}
