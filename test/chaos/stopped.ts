/**
 * A process stands still at a call of an effect that it has claimed (SIGSTOP), for so long that another one takes over; then it goes on.
 * Real processes, on PostgreSQL, on Slack: there several serve one workspace. What comes of it is as if one had done it all.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { launch, type Served } from '../../playground/demo/serve.ts';
import type { SlackPlayground } from '../../playground/slack/index.ts';
import { freshDatabase, type OwnServer, ownPostgres } from '../support/postgres.ts';
import { isAnAnswer } from './known.ts';
import { difference, type Look, lookOf } from './look.ts';
import { ourRows, tablesIn } from './on-postgres.ts';
import { type Line, wrongOf } from './report.ts';
import type { Chance } from './seeded.ts';
import { openPlayground } from './world.ts';

const patienceMs = 90_000;
const open =
  'select kind, lane, state, error, due_at, claimed_until from effects where settled_at is null and due_at < $1';
const soon = () => Date.now() + 24 * 3600_000;

export async function stopped(chance: Chance, most?: number): Promise<Line | { readonly skip: string }> {
  const server = await ownPostgres();
  if ('skip' in server) return server;
  try {
    const undisturbed = await begun(server);
    const moments = undisturbed.moments.map((at, n) => ({ at, n }));
    const chosen = most === undefined ? moments : chance.some(moments, most);
    let takenOver = 0;
    const wrong = await wrongOf(chosen, async ({ at, n }) => {
      const what = `slack, start, standing still ${at} (${n + 1} of ${moments.length})`;
      try {
        const { look, byOther } = await begun(server, n);
        if (byOther) takenOver += 1;
        // The answer went with the process that stood still: it comes by direct message.
        const differs = difference(undisturbed.look, look).filter(line => !isAnAnswer(line.slice(2)));
        return differs.length > 0 ? { what, differs } : undefined;
      } catch (error) {
        return { what, differs: [`it did not come to an end: ${error instanceof Error ? error.message : error}`] };
      }
    });
    return {
      what: 'standing still, overtaken, and going on, slack, postgres',
      there: moments.length,
      run: chosen.length,
      wrong,
      besides: `before and after each call; in ${takenOver} another process did the rest meanwhile`,
    };
  } finally {
    await server.stop();
  }
}

interface Begun {
  readonly look: Look;
  /** Before and after each call, from the first effect's on. */
  readonly moments: readonly string[];
  /** All was done before the first went on. */
  readonly byOther: boolean;
}

/** Somebody starts a CoP; `at` that moment the process stands still, and goes on when another has had its time. */
async function begun(server: OwnServer, at?: number): Promise<Begun> {
  const playground = (await openPlayground('slack', undefined, patienceMs)) as SlackPlayground;
  const url = await freshDatabase(server.url);
  const processes: Served[] = [];
  const begin = async (): Promise<Served> => {
    const { botToken, appToken, apiUrl } = playground;
    const tokens = { SLACK_BOT_TOKEN: botToken(), SLACK_APP_TOKEN: appToken, SLACK_API_URL: apiUrl };
    const bot = launch({ ...tokens, DATABASE_URL: url, LOG_LEVEL: 'info' });
    processes.push(bot);
    await until(() => bot.output().includes('the bot is up') && playground.connected(), 'a process to be up');
    return bot;
  };
  const client = new pg.Client({ connectionString: url });
  try {
    const first = await begin();
    await client.connect();
    const moments: string[] = [];
    let isClaimed = false;
    const stands = new Promise<void>(resolve =>
      playground.watch((when, { name }) => {
        isClaimed ||= name === 'conversations.create'; // the first effect: what goes before it opens the form
        if (!isClaimed) return;
        moments.push(`${when === 'before' ? 'before' : 'after'} ${name}`);
        if (moments.length - 1 !== at) return;
        process.kill(first.pid, 'SIGSTOP');
        resolve();
      }),
    );
    const amira = playground.person('Amira Haddad');
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    const pressed = amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' }).catch(() => {}); // nobody may answer it
    const isKept = async () => (await client.query('select 1 from effects')).rowCount !== 0;
    const done = async () => (await client.query(open, [soon()])).rowCount === 0 && (await isKept());
    const left = async () => JSON.stringify((await client.query(open, [soon()])).rows);
    let byOther = false;
    const [stood, over] = [stands.then(() => true), until(done, 'all to be done').then(() => false)];
    if (await Promise.race([stood, over])) {
      over.catch(() => {}); // looked for anew below
      await begin();
      byOther = await until(done, 'all to be done').then(
        () => true,
        () => false,
      );
      process.kill(first.pid, 'SIGCONT');
    }
    await pressed;
    await until(done, 'all to be done', left);
    for (const one of processes) await one.stop(); // in order: what it had in hand it has seen to
    const { cops = [], ...rows } = await ourRows(client, await tablesIn(client));
    const unsalted = cops.map(({ grams: _salted, ...cop }) => cop);
    return { look: lookOf('slack', playground.state(), { ...rows, cops: unsalted }), moments, byOther };
  } finally {
    for (const one of processes) one.kill();
    await client.end();
    await playground.stop();
  }
}

/** `instead`: what is said where it is waited for in vain. */
async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  instead: () => Promise<string> | string = () => '',
): Promise<void> {
  for (const end = Date.now() + patienceMs; !(await condition()); await sleep(50))
    if (Date.now() > end) throw new Error(`waited in vain for ${what} ${await instead()}`);
}
