/** Something that is taken in, in a transaction: at one moment, with what is left behind for after the commit. */
import type { Scope } from '../commands/command.ts';
import type { WorkspaceKey } from '../domain/ids.ts';
import type { Tx } from '../store/engine.ts';
import { newId } from '../store/ids.ts';
import type { Bot } from './the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from './wishes.ts';

export interface Working extends Pick<Scope<unknown>, 'tx' | 'now' | 'after' | 'newId'> {
  readonly wishes: Wishes;
}

export const working = (tx: Tx, now: number, wishes: Wishes): Working => ({
  tx,
  now,
  wishes,
  after: wishing(wishes, now),
  newId: <T extends string>() => newId<T>(now),
});

/** Begun once what it is about is locked: what is wished for in a lane stands in the order of its moments. */
export async function inWork<T>(
  { clock, jobs }: Pick<Bot, 'clock' | 'jobs'>,
  tx: Tx,
  workspace: WorkspaceKey,
  work: (working: Working) => Promise<T>,
): Promise<T> {
  const wishes = noWishes();
  const done = await work(working(tx, clock.now(), wishes));
  await saveWishes(jobs, tx, wishes, workspace);
  return done;
}
