/** Whether all that the bot needs is there: its database, up to date, and each platform. Anybody may ask, so reasons stand in the log alone. */
import type { Db } from '../store/engine.ts';
import { isMigrated } from '../store/migrate.ts';

/** A platform, as far as it is watched. */
export interface Watched {
  readonly name: string;
  /** Nothing before it has let the bot in. */
  standing(): { readonly state: 'ok' | 'reconnecting' | 'stopped'; readonly since: number } | undefined;
}

type Said =
  | { readonly state: 'starting' }
  | { readonly state: 'ok' | 'reconnecting' | 'stopped'; readonly since: string };

export interface Readiness {
  readonly ready: boolean;
  readonly database: 'ok' | 'unreachable';
  /** Every step of this version has been done to the database; not known while that doesn't answer. */
  readonly migrated: boolean;
  readonly platforms: Readonly<Record<string, Said>>;
}

const patienceMs = 1500;

export async function readiness(db: Db, known: ReadonlySet<string>, platforms: readonly Watched[]): Promise<Readiness> {
  const migrated = await inTime(isMigrated(db, known).catch(() => undefined));
  const database = migrated === undefined ? 'unreachable' : 'ok';
  const said = platforms.map(({ name, standing }): [string, Said] => {
    const now = standing();
    return [name, now ? { state: now.state, since: new Date(now.since).toISOString() } : { state: 'starting' }];
  });
  const ready = migrated === true && said.every(([, { state }]) => state === 'ok');
  return { ready, database, migrated: migrated === true, platforms: Object.fromEntries(said) };
}

/** A database that doesn't answer may take its time to say so. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
