import type { PromiseId } from '../../domain/ids.ts';
import { pageFrom } from '../../domain/page.ts';
import { isOnList, isTheirs } from '../../domain/promise.ts';
import { newsOf, nextCard } from '../../messages/promise.ts';
import type { Text } from '../../platform/card.ts';
import * as promises from '../../store/promises.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { nextView } from './list.ts';

/** By who promised it, and of what nobody in particular promised by those who facilitate. Nobody is told. */
export const promiseDone = command({
  name: 'promise done',
  summary: 'Say that what you promised is done',
  typedAs: 'promise list',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'on-the-card',
  run: async scope => says(scope, 'done'),
});

/** For a day it can be taken back. */
export const promiseUndone = command({
  name: 'promise undone',
  summary: 'Put back what you had said is done',
  typedAs: 'promise list',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'on-the-card',
  run: async scope => says(scope, 'undone'),
});

type Saying = Scope<Subjects['cop'], 'cop' | 'promise' | 'from'>;

/** The list stays where it was opened. */
async function says(scope: Saying, what: 'done' | 'undone') {
  const { tx, subject, actor, options, now } = scope;
  const news = await settled(scope, what);
  return { say: nextCard(await nextView(tx, subject, actor, { from: pageFrom(options.from), now }), news) };
}

async function settled(
  { tx, subject: { cop, role }, actor, options, now }: Saying,
  what: 'done' | 'undone',
): Promise<Text> {
  const promised = await promises.byId(tx, cop, (options.promise ?? '') as PromiseId);
  if (!promised || !isOnList(promised, now)) return newsOf.gone;
  if (!isTheirs(promised, actor.id, role === 'facilitator')) return newsOf.another;
  if ((promised.doneAt !== undefined) !== (what === 'done'))
    await promises.settle(tx, cop, promised.id, what === 'done' ? now : null);
  return newsOf[what](promised);
}
