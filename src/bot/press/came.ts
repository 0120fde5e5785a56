/** What came of a press, and a line in the log that says so: of what was pressed, never of the words in it. */
import type { Command, Result } from '../../commands/command.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Answer } from '../../platform/chat-platform.ts';
import { type CameOf, tell } from '../../platform/figures.ts';
import { isStoreTrouble } from '../../store/trouble.ts';
import type { Bot } from '../the-bot.ts';
import { Late } from './in-time.ts';

export interface Came {
  readonly of: CameOf;
  readonly answer: Answer;
}

/** A form to be mended leaves nothing behind, not even that it was heard: it comes again. */
export class Unmade extends Error {
  readonly result: Extract<Result, { mend: unknown }>;
  constructor(result: Extract<Result, { mend: unknown }>) {
    super('to be mended');
    this.result = result;
  }
}

export function outcomeOf(error: unknown): CameOf {
  if (error instanceof Unmade) return 'to-mend';
  if (error instanceof Refusal) return 'refused';
  if (error instanceof Late) return 'late';
  return isStoreTrouble(error) ? 'not-kept' : 'bug';
}

/** Who presses may send whatever they like for a command's name: only ours are written down. */
export function came({ log }: Pick<Bot, 'log'>, command: Command | undefined, outcome: CameOf): void {
  const figure = { command: command?.name ?? 'unknown', outcome };
  log.info(figure, 'a press came in');
  tell('pressed', figure);
}
