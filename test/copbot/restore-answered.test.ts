/** A request that was answered after a backup was made waits again once that is put back: its card says so, and can be pressed. Those who facilitate are told, and whoever had a private calendar address, once. */
import { execFileSync } from 'node:child_process';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openReading, openStore, type Store } from '../../src/store/engine.ts';
import { copbot } from '../support/copbot.ts';
import { engines } from '../support/engines.ts';
import { goingOn, type Scene } from '../support/going-on.ts';
import { newestBinaries } from '../support/postgres.ts';
import { up } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, settled } from '../support/stage.ts';

/** Where PostgreSQL is; nothing on SQLite, whose file is in the folder. */
let server: Record<string, string> = {};
const { whoIsUp } = goingOn(() => server);

const tools = newestBinaries();
const dm = { in: 'direct message' } as const;

/** Each engine's own way, as `copbot` names it. */
async function putBack({ env, folder }: Scene, madeAt: Date): Promise<void> {
  if (server.DATABASE_URL)
    pgTool('pg_restore', '--clean', '--if-exists', `--dbname=${server.DATABASE_URL}`, `${folder}/cop.dump`);
  const words = server.DATABASE_URL ? `restore --done ${madeAt.toISOString()}` : 'restore before.sqlite';
  expect(await copbot(words, env, folder)).toMatchObject({ code: 0 });
}

async function backUp({ env, folder }: Scene): Promise<void> {
  if (server.DATABASE_URL)
    pgTool('pg_dump', '--format=custom', '--exclude-schema=pgboss', `--file=${folder}/cop.dump`, server.DATABASE_URL);
  else expect(await copbot('backup before.sqlite', env, folder)).toMatchObject({ code: 0 });
}

const pgTool = (tool: string, ...given: string[]) => execFileSync(`${tools}/${tool}`, given, { stdio: 'pipe' });

async function reading<T>({ env }: Scene, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openReading(env.DATABASE_URL ?? '');
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
/** Whoever is a member has a private calendar address, as if they had asked for one; on SQLite another test sees to that. */
async function hasFeed(): Promise<void> {
  if (!server.DATABASE_URL) return;
  const store = await openStore(server.DATABASE_URL);
  await sql`insert into calendar_feeds select network_id, person_id, 'a fingerprint', 1 from memberships where state = 'member'`.execute(
    store.db,
  );
  await store.close();
}

const allDone = (scene: Scene) => reading(scene, store => settled(store));

describe.each(engines)('on $engine', ({ engine, skip, fresh }) => {
  const lacks = skip ?? (engine === 'postgres' && !tools ? 'no pg_dump' : undefined);
  it.skipIf(lacks).each(platformNames)(
    'on %s',
    async platform => {
      server = engine === 'postgres' ? { DATABASE_URL: await fresh(), SECRET_KEY: 'k'.repeat(32) } : {};
      const { scene, bot: first } = await whoIsUp(platform, true);
      const { playground } = scene;
      const [amira, dev] = [playground.person('Amira Haddad'), playground.person('Dev Patel')];
      const card = { ...dm, with: /Dev Patel asks/ } as const;
      await startCop(amira);
      await askIn(dev);
      await amira.sees(/Dev Patel asks to join/, dm);
      await allDone(scene);
      await hasFeed();
      const madeAt = new Date();
      await backUp(scene);
      await amira.presses('Decline…', card);
      await amira.form();
      await amira.submits({});
      await dev.sees(/Wound Care/, dm);
      await allDone(scene);
      await first.stop();
      await putBack(scene, madeAt);

      const both = engine === 'postgres' && platform === 'slack' ? [scene.begin(), scene.begin()] : [scene.begin()];
      for (const bot of both) await up(bot, playground);
      await amira.presses('Approve', card);
      await dev.sees(/You're in/, dm);
      await allDone(scene);
      expect(await reading(scene, ({ db }) => db.selectFrom('memberships').select('state').execute())).toEqual([
        { state: 'member' },
        { state: 'member' },
      ]);
      expect(amira.seesNow(/What I know of Wound Care/, dm)).toHaveLength(1);
      const ended = amira.seesNow(/Your private calendar address[\s\S]*It no longer works/, dm);
      expect(ended).toHaveLength(server.DATABASE_URL ? 1 : 0);
    },
    300_000,
  );
});
