/** The whole bot against a playground, over the wire, begun from a moment: what the platform holds, and what the database holds. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { type Running, startBot } from '../../src/bot/bot.ts';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import { localJobs } from '../../src/jobs/local.ts';
import { openStore, type Store } from '../../src/store/engine.ts';
import { migrate } from '../../src/store/migrate.ts';
import { goesOnTo, movableClock } from '../support/clock.ts';
import { ourGuides } from '../support/guides.ts';
import { type AnyPlayground, adapterFor, quietly, unhurried } from '../support/stage.ts';
import { inHand } from './in-hand.ts';
import { type Look, lookAt } from './look.ts';

/** All that outlives the process. */
export interface Moment {
  readonly platform: PlatformName;
  readonly state: string;
  readonly image: Buffer;
  /** What the bot's clock says. */
  readonly at: number;
}

export interface World {
  readonly platform: PlatformName;
  readonly playground: AnyPlayground;
  readonly store: Store;
  readonly log: readonly object[];
  person(name: string): Persona;
  /** Epoch milliseconds, as the bot has it. */
  time(): number;
  goesOn(days: number): void;
  waits(ms: number): void;
  /** Called at whatever a person could see, and at each commit. */
  onMove(listener: (what: string) => void): void;
  /** Reads what is committed. */
  readonly reader: Sqlite.Database;
  now(): Moment;
  look(): Look;
  /** Nothing is left to do but for another day or a human, and nothing moves. What is to be tried again later need not be waited for. */
  settled(patienceMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const dayMs = 24 * 3600_000;
const stillFor = 6;
/** What may have been committed by now. */
const writes = /^\s*(commit|insert|update|delete|with)/i;
const hours = hoursIn(Intl.DateTimeFormat().resolvedOptions().timeZone);
const folder = mkdtempSync(path.join(tmpdir(), 'cop-chaos-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let worlds = 0;

let blank: Promise<Buffer> | undefined;
async function migrated(): Promise<Buffer> {
  const file = path.join(folder, 'blank.sqlite');
  const store = await openStore(`sqlite:${file}`);
  await migrate(store.db);
  await store.close();
  return readFileSync(file);
}

export const openPlayground = (
  platform: PlatformName,
  state?: string,
  patienceMs = 10_000,
  now = Date.now,
): Promise<AnyPlayground> => {
  const options = { workspaces: [town], patienceMs, rateLimits: false, now, ...(state && { state }) };
  return platform === 'slack'
    ? startSlack({ ...options, ...fromManifest(manifest), retriesAfterMs: [0] })
    : startDiscord({ ...options, intents: { messageContent: true } });
};

/** A folder with the database as it was; `none` is an empty one. */
export async function databaseAt(image: Buffer | undefined): Promise<string> {
  blank ??= migrated();
  const home = path.join(folder, String(++worlds));
  mkdirSync(home);
  const file = path.join(home, 'cop.sqlite');
  writeFileSync(file, image ?? (await blank));
  return file;
}

export async function worldAt(platform: PlatformName, from?: Moment, patienceMs?: number): Promise<World> {
  const file = await databaseAt(from?.image);
  const lines: object[] = [];
  const log = quietly(lines);
  const clock = movableClock(Math.max(from?.at ?? 0, Date.now()));
  const playground = await openPlayground(platform, from?.state, patienceMs, clock.now);
  let moves = 0;
  const listeners: ((what: string) => void)[] = [];
  const move = (what: string): void => {
    moves += 1;
    for (const listener of listeners) listener(what);
  };
  const store = await openStore(`sqlite:${file}`, sql => writes.test(sql) && move('commit'));
  const reader = new Sqlite(file, { readonly: true });
  playground.onChange(() => move('change'));
  const adapter = await adapterFor(playground, log, undefined, unhurried());
  const hands = inHand();
  const bot: Running = await startBot({
    store,
    jobs: localJobs(clock, log),
    clock,
    log,
    guides: ourGuides,
    platforms: [{ ...adapter, start: (specs, inbox) => adapter.start(specs, hands.counted(inbox)) }],
    secret: 'chaos',
  });
  await bot.connected;
  await playground.until(() => playground.connected(), 'the bot to be connected'); // a busy machine takes longer than the bot waits with its start
  return {
    platform,
    playground,
    store,
    log: lines,
    person: name => playground.person(town.people.find(one => one.name.startsWith(name))?.name ?? name),
    time: clock.now,
    waits: ms => clock.passes(ms),
    goesOn: days => goesOnTo(clock, hours, clock.now() + days * dayMs),
    onMove: listener => void listeners.push(listener),
    now: () => ({ platform, state: playground.state(), image: reader.serialize(), at: clock.now() }),
    reader,
    look: () => lookAt(platform, playground.state(), reader),
    settled: patienceMs =>
      still(store, clock, { moves: () => moves, busy: () => playground.underWay() + hands.many() }, patienceMs),
    async stop() {
      await bot.stop();
      await playground.stop();
      reader.close();
      await store.close();
      rmSync(path.dirname(file), { recursive: true, force: true });
    },
  };
}

/** What is due later is brought near as soon as nothing else moves, nothing is on its way and nothing is in hand. */
async function still(
  { db }: Store,
  clock: ReturnType<typeof movableClock>,
  { moves, busy }: { moves(): number; busy(): number },
  patienceMs = 60_000,
): Promise<void> {
  const open = () =>
    db
      .selectFrom('effects')
      .select(['kind', 'lane', 'state', 'error', 'due_at'])
      .where('settled_at', 'is', null)
      .where('state', '<>', 'parked')
      .where('due_at', '<', clock.now() + dayMs)
      .execute();
  const until = Date.now() + patienceMs;
  for (let quiet = 0, seen = -1; quiet < stillFor; ) {
    await sleep(8); // looks again; the condition decides
    quiet = moves() === seen && busy() === 0 ? quiet + 1 : 0;
    seen = moves();
    const isLate = Date.now() > until;
    if (quiet < 3 && !isLate) continue;
    const left = await open();
    if (isLate) throw new Error(`still under way: ${busy()}; still open: ${JSON.stringify(left)}`);
    if (left.length === 0) continue;
    const next = Math.min(...left.map(one => one.due_at)) - clock.now();
    if (next > 0) clock.passes(next + 1);
    quiet = 0;
  }
}
