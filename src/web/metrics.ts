/**
 * What whoever runs the bot can have counted, in the words of Prometheus. Labels come out of lists that the code knows: no name, no words,
 * nobody's id, no token; so there are never more of them than those lists are long.
 */
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { hear } from '../platform/figures.ts';
import type { Log } from '../platform/log.ts';
import { backlog } from '../store/backlog.ts';
import type { Store } from '../store/engine.ts';
import { version } from '../version.ts';
import { whenItFails } from './failing.ts';
import { answerWatchers, inTime, type Watched } from './ready.ts';
import { listening, type Web } from './serve.ts';

const seconds = (ms: number) => ms / 1000;

/** Counts from now on; `stop` ends it. */
export function counting(
  { db }: Pick<Store, 'db'>,
  platforms: readonly Watched[],
  now: () => number = Date.now,
): { said(): Promise<string>; stop(): void } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'copbot_info', help: 'Which version this is', labelNames: ['version'], registers }).set(
    { version },
    1,
  );
  const ended = [...ofPresses(registers), ...ofPlatforms(registers), ...ofDatabase(registers)];
  standings(registers, platforms, now);
  const lookUp = waiting(registers, db, now);
  return {
    async said() {
      await lookUp();
      return registry.metrics();
    },
    stop() {
      for (const end of ended) end();
      registry.clear();
    },
  };
}

type In = { readonly registers: Registry[] }['registers'];

function ofPresses(registers: In): (() => void)[] {
  const presses = new Counter({
    name: 'copbot_presses_total',
    help: 'What people pressed, typed or sent, by command and what came of it',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'copbot_acknowledgement_seconds',
    help: 'From when a press came until the platform had our first answer; it waits three seconds',
    labelNames: ['platform', 'surface'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3],
    registers,
  });
  const effects = new Counter({
    name: 'copbot_effects_total',
    help: 'What was tried on a platform, by kind and what came of it',
    labelNames: ['kind', 'state'],
    registers,
  });
  return [
    hear('pressed', figure => presses.inc({ ...figure })),
    hear('acknowledged', ({ platform, surface, ms }) => answers.observe({ platform, surface }, seconds(ms))),
    hear('settled', figure => effects.inc({ ...figure })),
  ];
}

function ofPlatforms(registers: In): (() => void)[] {
  const calls = new Histogram({
    name: 'copbot_platform_call_seconds',
    help: 'Calls to a platform, by method; outcome "rate-limited" is a 429',
    labelNames: ['platform', 'method', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const reconnects = new Counter({
    name: 'copbot_reconnects_total',
    help: 'How often a connection was made again after it was lost',
    labelNames: ['platform'],
    registers,
  });
  return [
    hear('called', ({ ms, ...labels }) => calls.observe(labels, seconds(ms))),
    hear('reconnected', figure => reconnects.inc({ ...figure })),
  ];
}

function ofDatabase(registers: In): (() => void)[] {
  const statements = new Histogram({
    name: 'copbot_database_seconds',
    help: 'Statements of the database, by kind',
    labelNames: ['statement', 'ok'],
    buckets: [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers,
  });
  return [hear('asked', ({ statement, ok, ms }) => statements.observe({ statement, ok: String(ok) }, seconds(ms)))];
}

function standings(registers: In, platforms: readonly Watched[], now: () => number): void {
  new Gauge({
    name: 'copbot_platform_connected',
    help: '1 while a platform is connected',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { name, standing } of platforms) this.set({ platform: name }, standing()?.state === 'ok' ? 1 : 0);
    },
  });
  new Gauge({
    name: 'copbot_platform_standing_seconds',
    help: 'For how long it has been as it is',
    labelNames: ['platform'],
    registers,
    collect() {
      for (const { name, standing } of platforms) {
        const since = standing()?.since;
        if (since !== undefined) this.set({ platform: name }, seconds(now() - since));
      }
    },
  });
}

/** Asked of the database when somebody looks; the same whichever process is asked. */
function waiting(registers: In, db: Store['db'], now: () => number): () => Promise<void> {
  const open = new Gauge({
    name: 'copbot_effects_open',
    help: 'What the outbox has still to do, by state',
    labelNames: ['platform', 'state'],
    registers,
  });
  const parked = new Gauge({
    name: 'copbot_effects_parked',
    help: 'Set aside until somebody has mended something, by whose trouble it is and what kind',
    labelNames: ['platform', 'whose', 'reason'],
    registers,
  });
  const oldest = new Gauge({
    name: 'copbot_effects_oldest_seconds',
    help: 'For how long the one has waited that waits longest and for nobody; 0 if none does',
    registers,
  });
  const answers = new Gauge({ name: 'copbot_database_answers', help: '1 while the database answers', registers });
  return async () => {
    const counted = await inTime(backlog(db, now()).catch(() => undefined));
    answers.set(counted ? 1 : 0);
    for (const one of [open, parked, oldest]) one.reset();
    if (!counted) return;
    for (const { platform, state, many } of counted.open) open.set({ platform, state }, many);
    for (const { platform, trouble, many } of counted.parked)
      parked.inc({ platform, whose: trouble?.whose ?? 'nobody', reason: trouble?.kind ?? 'needs-another' }, many);
    oldest.set(counted.since === undefined ? 0 : Math.max(0, seconds(now() - counted.since)));
  };
}

/** On this machine's loopback, unless another address is named: not for everybody. */
export async function startMetrics(
  store: Pick<Store, 'db'>,
  port: number,
  platforms: readonly Watched[],
  hostname = '127.0.0.1',
  log?: Log,
): Promise<Web> {
  const { said, stop } = counting(store, platforms);
  const app = new Hono();
  whenItFails(app, log);
  answerWatchers(app, store.db, platforms);
  app.get('/metrics', async c =>
    c.body(await said(), 200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE, 'cache-control': 'no-store' }),
  );
  const web = await listening(app, port, hostname);
  return {
    ...web,
    async stop() {
      stop();
      await web.stop();
    },
  };
}
