/** A database that is started together with the bot, by a machine or a cluster, may be there a little later. */
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { isAway } from '../trouble.ts';
import type { Patience } from './sqlite.ts';
import type { Store } from './store.ts';

const againMs = 500;

/** Until it answers, or for as long as somebody is patient: what keeps it then is met by who asks next. */
export async function arriving({ shared, db }: Store, { mostMs, waiting }: Patience): Promise<void> {
  if (!shared) return; // a file is there, or not
  const until = performance.now() + mostMs;
  for (let told = false; ; ) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (!isAway(error) || performance.now() > until) return;
      if (!told) waiting?.();
      told = true;
      await sleep(againMs);
    }
  }
}
