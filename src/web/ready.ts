/** Whether all that the bot needs is there: its database, and each platform. Anybody may ask, so reasons stand in the log alone. */
import type { Db } from '../store/engine.ts';
import { answers } from '../store/public-page.ts';

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
  readonly platforms: Readonly<Record<string, Said>>;
}

const patienceMs = 2000;

export async function readiness(db: Db, platforms: readonly Watched[]): Promise<Readiness> {
  const database = (await inTime(answers(db))) ? 'ok' : 'unreachable';
  const said = platforms.map(({ name, standing }): [string, Said] => {
    const now = standing();
    return [name, now ? { state: now.state, since: new Date(now.since).toISOString() } : { state: 'starting' }];
  });
  const ready = database === 'ok' && said.every(([, { state }]) => state === 'ok');
  return { ready, database, platforms: Object.fromEntries(said) };
}

/** A database that doesn't answer may take its time to say so. */
async function inTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>(resolve => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
