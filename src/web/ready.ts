/** Whether all that the bot needs is there: its database, up to date, and each platform. Anybody may ask, so reasons stand in the log alone. */
import type { Hono } from 'hono';
import type { Db } from '../store/engine.ts';
import { isMigrated, knownSteps } from '../store/migrate.ts';
import { version } from '../version.ts';

/** A platform, as far as it is watched. */
export interface Watched {
  readonly name: string;
  /** Nothing before it has let the bot in. */
  standing(): { readonly state: 'ok' | 'reconnecting' | 'stopped'; readonly since: number } | undefined;
  /** Spaces there that the bot made, where its database holds no CoP. */
  unknownSpaces?(): number;
}

type Said = { readonly unknownSpaces?: number } & (
  | { readonly state: 'starting' }
  | { readonly state: 'ok' | 'reconnecting' | 'stopped'; readonly since: string }
);

export interface Readiness {
  readonly ready: boolean;
  readonly database: 'ok' | 'unreachable';
  /** Every step of this version has been done to the database; not known while that doesn't answer. */
  readonly migrated: boolean;
  readonly platforms: Readonly<Record<string, Said>>;
}

/** Alive while it answers at all; ready while it serves. */
export function answerWatchers(app: Hono, db: Db, platforms: readonly Watched[]): void {
  const known = knownSteps();
  for (const path of ['/healthz', '/health'])
    app.get(path, c => c.json({ status: 'ok', version }, 200, { 'cache-control': 'no-store' }));
  app.get('/readyz', async c => {
    const said = await readiness(db, known, platforms);
    return c.json(said, said.ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
}

const patienceMs = 1500;

export async function readiness(db: Db, known: ReadonlySet<string>, platforms: readonly Watched[]): Promise<Readiness> {
  const migrated = await inTime(isMigrated(db, known).catch(() => undefined));
  const database = migrated === undefined ? 'unreachable' : 'ok';
  const said = platforms.map((platform): [string, Said] => {
    const [now, unknownSpaces = 0] = [platform.standing(), platform.unknownSpaces?.()];
    const more = unknownSpaces > 0 && { unknownSpaces };
    return [
      platform.name,
      now ? { state: now.state, since: new Date(now.since).toISOString(), ...more } : { state: 'starting' },
    ];
  });
  const ready = migrated === true && said.every(([, { state, unknownSpaces }]) => state === 'ok' && !unknownSpaces);
  return { ready, database, migrated: migrated === true, platforms: Object.fromEntries(said) };
}

/** A database that doesn't answer may take its time to say so. */
export async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
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
