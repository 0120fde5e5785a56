/** The whole bot against a playground, over the wire, begun from a moment: what the platform holds, and what the database holds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Persona, PlaygroundWorkspace } from '../../playground/driver.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { type Running, startBot } from '../../src/bot/bot.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';
import type { Clock } from '../../src/jobs/clock.ts';
import * as clocks from '../../src/store/clocks.ts';
import type { Store } from '../../src/store/engine.ts';
import { coming, goesOn, movableClock } from '../support/clock.ts';
import { ourGuides } from '../support/guides.ts';
import { type AnyPlayground, adapterFor, platformNames, quietly, unhurried } from '../support/stage.ts';
import { type Ground, type Image, onSqlite } from './base.ts';
import { inHand } from './in-hand.ts';
import { type Look, lookOf } from './look.ts';

/** All that outlives the process. */
export interface Moment {
  readonly platform: PlatformName;
  readonly state: string;
  readonly image: Image | Promise<Image>;
  /** What the bot's clock says. */
  readonly at: number;
}

export interface WorldOptions {
  readonly patienceMs?: number;
  /** On SQLite, if left out. */
  readonly ground?: Ground | undefined;
  /** Its moments are taken down, as it goes. */
  readonly isWatched?: boolean | undefined;
  /** By so much the bot's clock is ahead of everybody else's, in milliseconds. */
  readonly ahead?: number | undefined;
  /** Whoever lives there: the town, if left out. */
  readonly workspace?: PlaygroundWorkspace;
}

export interface World {
  readonly platform: PlatformName;
  readonly playground: AnyPlayground;
  readonly store: Store;
  readonly log: readonly object[];
  person(name: string): Persona;
  /** Epoch milliseconds, as the bot has it. */
  time(): number;
  /** So many days on from a time (epoch milliseconds; now, if left out), in the morning of a working day: asked again, nothing more passes. */
  goesOn(days: number, since?: number): void;
  waits(ms: number): void;
  /** Called at whatever a person could see, and at each commit. */
  onMove(listener: (what: string) => void): void;
  /** Another than before once something else is committed. */
  version(): number;
  now(): Moment;
  look(): Promise<Look>;
  /** Nothing is left to do but for another day or a human, and nothing moves. What is to be tried again later need not be waited for. */
  settled(patienceMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const dayMs = 24 * 3600_000;
const stillFor = 6;
const askedAgainMs = 100;
/** Between two tries at what nobody waits for. */
const longestPauseMs = 61_000;
export const openPlayground = (
  platform: PlatformName,
  state?: string,
  patienceMs = 10_000,
  now = Date.now,
  workspace = town,
): Promise<AnyPlayground> => {
  const options = { workspaces: [workspace], patienceMs, rateLimits: false, now, ...(state && { state }) };
  return platform === 'slack'
    ? startSlack({ ...options, ...fromManifest(manifest), retriesAfterMs: [0] })
    : startDiscord({ ...options, intents: { messageContent: true } });
};

const sqlite = onSqlite();

/** A Friday's: whatever the hour at which this runs, nothing that minds people's hours comes due while an hour or a day is waited for. */
const evening = (): number => coming(5, 19);

export async function worldAt(
  platform: PlatformName,
  from?: Moment,
  { patienceMs, ground = sqlite, isWatched = false, ahead = 0, workspace = town }: WorldOptions = {},
): Promise<World> {
  const lines: object[] = [];
  const log = quietly(lines);
  const clock = movableClock(Math.max(from?.at ?? evening(), Date.now()));
  const playground = await openPlayground(platform, from?.state, patienceMs, clock.now, workspace);
  let moves = 0;
  const listeners: ((what: string) => void)[] = [];
  const move = (what: string): void => {
    moves += 1;
    for (const listener of listeners) listener(what);
  };
  const base = await ground.opens(await from?.image, () => move('commit'), isWatched);
  const { store } = base;
  playground.onChange(() => move('change'));
  const hands = inHand();
  const own = aheadOf(clock, ahead);
  const adapter = await adapterFor(playground, log, undefined, unhurried(), own.now); // one machine has one clock
  const bot: Running = await startBot({
    store,
    jobs: await base.jobs(own, log),
    clock: own,
    log,
    guides: ourGuides,
    platforms: [{ ...adapter, start: (specs, inbox) => adapter.start(specs, hands.counted(inbox)) }],
    secret: 'chaos',
  });
  await bot.connected;
  await isConnected(playground);
  return {
    platform,
    playground,
    store,
    log: lines,
    person: name => playground.person(town.people.find(one => one.name.startsWith(name))?.name ?? name),
    time: own.now,
    waits: ms => clock.passes(ms),
    goesOn: (days, since = clock.now()) =>
      goesOn(days, {
        now: () => since + ahead, // whoever's morning it is goes by the bot's own clock
        passes: ms => clock.passes(Math.max(0, since + ms - clock.now())),
      }),
    onMove: listener => void listeners.push(listener),
    version: base.version,
    now: () => ({ platform, state: playground.state(), image: base.image(), at: clock.now() }),
    look: async () => lookOf(platform, playground.state(), await base.rows()),
    settled: patienceMs =>
      still(
        store,
        { now: own.now, passes: clock.passes, untilNext: clock.untilNext },
        { moves: () => moves, calls: () => playground.underWay() + hands.presses(), happenings: hands.happenings },
        patienceMs,
      ),
    async stop() {
      await bot.stop();
      await playground.stop();
      await base.close();
    },
  };
}

/** A busy machine takes longer than the bot waits with its start, and longer than a person would. */
async function isConnected(playground: AnyPlayground, patienceMs = 120_000): Promise<void> {
  for (const until = Date.now() + patienceMs; !playground.connected(); await sleep(20))
    if (Date.now() > until) throw new Error('the bot was never connected');
}

/** Timers ring when this clock says so. */
const aheadOf = (clock: Clock, ms: number): Clock => ({
  now: () => clock.now() + ms,
  at: (time, callback) => clock.at(time - ms, callback),
});

/** Looks in a row at which nothing moves, before what is due later is brought near; the more while something is in hand that waits for no answer. */
const quietEnough = { withNothingInHand: 3, withSomething: 10, withWhatTimeBrought: 100 };

/** What is due later is brought near as soon as nothing else moves, nothing is on its way and nothing is in hand but what waits for it. */
async function still(
  { db }: Store,
  clock: { now(): number; passes(ms: number): void; untilNext(): number },
  { moves, calls, happenings }: { moves(): number; calls(): number; happenings(): number },
  patienceMs = 120_000, // a file that nobody answers is waited for fifty seconds
): Promise<void> {
  const open = () =>
    db
      .selectFrom('effects')
      .select(['kind', 'lane', 'state', 'error', 'due_at'])
      .where('settled_at', 'is', null)
      .where('state', '<>', 'parked')
      .where('due_at', '<', clock.now() + dayMs)
      .execute();
  /** What time has brought, and the bot has yet to find: a shared database is asked now and then. */
  const rings = async () => (await clocks.due(db, clock.now(), platformNames, 1)).length > 0;
  const asked = { at: 0, moves: -1, left: [] as Awaited<ReturnType<typeof open>>, rings: true };
  /** Of a while ago, where nothing has moved since: what takes a second isn't asked about a hundred times. */
  const ask = async (isLate: boolean) => {
    const [at, now] = [performance.now(), moves()];
    if (!isLate && now === asked.moves && at - asked.at < askedAgainMs) return asked;
    return Object.assign(asked, { at, moves: now, left: await open(), rings: await rings() });
  };
  const until = Date.now() + patienceMs;
  for (let quiet = 0, seen = -1, isWaiting = true; quiet < stillFor || isWaiting; ) {
    await sleep(8); // looks again; the condition decides
    quiet = moves() === seen && calls() === 0 ? quiet + 1 : 0;
    seen = moves();
    const isLate = Date.now() > until;
    isWaiting = true;
    if (quiet < quietEnough[happenings() > 0 ? 'withSomething' : 'withNothingInHand'] && !isLate) continue;
    const { left, rings } = await ask(isLate);
    isWaiting = happenings() > 0 || rings;
    if (isLate)
      throw new Error(`still under way: ${calls()}, in hand: ${happenings()}; still open: ${JSON.stringify(left)}`);
    if (left.length === 0 && (!isWaiting || (happenings() === 0 && quiet < quietEnough.withWhatTimeBrought))) continue;
    const waits = left.map(one => one.due_at - clock.now()).filter(wait => wait > 0); // what is due and yet open stands behind it
    const pause = clock.untilNext();
    const next = Math.min(...waits, isWaiting && pause < longestPauseMs ? pause : dayMs);
    if (next < dayMs) {
      clock.passes(next + 1);
      asked.moves = -1;
    }
    quiet = 0;
  }
}
