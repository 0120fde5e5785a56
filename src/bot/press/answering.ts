/** What is answered where a command could not: a refusal's words, the database's trouble, a bug; and what stands around an answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../../domain/refusal.ts';
import { refusalCard } from '../../messages/refusal.ts';
import { bugCard, busyCard, notKeptCard, unsureCard } from '../../messages/trouble.ts';
import type { Card } from '../../platform/card.ts';
import type { Answer, Invocation } from '../../platform/chat-platform.ts';
import { newId } from '../../store/ids.ts';
import { isStoreTrouble, Unsure } from '../../store/trouble.ts';
import { patiently } from '../patiently.ts';
import type { Bot } from '../the-bot.ts';
import { Late } from './in-time.ts';
import { onPanel } from './panel.ts';

const readMs = 2200;

/** It was taken in; only what stands around the answer could not be read. */
export const unsaid = (bot: Bot) => (error: unknown) =>
  bot.log.warn({ err: error }, 'an answer is shown without what stands around it');

export const withPanel = (bot: Bot, invocation: Invocation, answer: Extract<Answer, { say: Card }>): Promise<Answer> =>
  onPanel(bot, invocation, answer).catch(error => {
    unsaid(bot)(error);
    return answer;
  });

/** For a form or a suggestion: an answer after that would come too late. */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  const ended = new AbortController();
  const tooLate = sleep(readMs, undefined, { signal: ended.signal, ref: false }).then(() => {
    throw Object.assign(new Error('the database does not answer'), { code: 'ETIMEDOUT' });
  });
  tooLate.catch(() => {});
  try {
    return await Promise.race([patiently(work), tooLate]);
  } finally {
    ended.abort();
  }
}

/** A refusal in its words; the database's trouble too; anything else is a bug of ours: logged with an id that the person is told. */
export function no(bot: Bot, invocation: Invocation, error: unknown): Card {
  if (error instanceof Refusal) return refusalCard(error);
  if (error instanceof Late) {
    bot.log.warn(
      { command: invocation.command },
      'a press could not be kept in time; who pressed was asked to try again',
    );
    return busyCard;
  }
  if (isStoreTrouble(error)) {
    bot.log.warn(
      { err: error, command: invocation.command },
      'the database did not take in a press; the presser was told',
    );
    return error instanceof Unsure ? unsureCard : notKeptCard;
  }
  const id = newId<string>(bot.clock.now()).slice(-8);
  bot.log.error({ err: error, bug: id, command: invocation.command }, 'a command failed; nothing of it was kept');
  return bugCard(id);
}
