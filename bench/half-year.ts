/**
 * Half a year of many communities, over the wire: people come and go, pin papers, meet and write it up, and the bot loses its connection
 * each week and is started anew each month. `npm run bench:half-year`, with `-- 100 discord` for fewer, and elsewhere. Says what the bot
 * holds in memory and the database in rows, month by month, and whether all of it belongs together at the end.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import type { Persona } from '../playground/driver.ts';
import { hoursIn } from '../src/bot/clockwork/hours.ts';
import { consistency } from '../src/store/consistency.ts';
import { held } from '../src/store/held.ts';
import { movableClock } from '../test/support/clock.ts';
import { afternoonIn, whenIn } from '../test/support/scenes.ts';
import { platformNames, stage } from '../test/support/stage.ts';

const platform = platformNames.find(one => process.argv.includes(one)) ?? 'slack';
/** A server on Discord takes 500 channels, categories among them: it has room for 489 spaces. */
const mostOf = { slack: Number.POSITIVE_INFINITY, discord: 480 } as const;
const cops = Math.min(Number(process.argv.slice(2).find(one => Number(one) > 0) ?? 500), mostOf[platform]);
const weeks = 26;
const day = 24 * 3600_000;
const people = Math.max(20, Math.ceil(cops / 4));
const dm = { in: 'direct message' } as const;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

const nameOf = (n: number) => `Person ${String(n % people).padStart(3, '0')}`;
/** A word that only one has, and that is part of no other. */
const word = (n: number) =>
  `q${[676, 26, 1].map(place => String.fromCharCode(97 + (Math.floor(n / place) % 26))).join('')}`;
const titleOf = (n: number) => `Circle ${word(n)}`;
const hours = hoursIn('Europe/London');
const clock = movableClock(Date.UTC(2027, 0, 5, 10));
const it = await stage(platform, {
  clock,
  workspaces: [{ name: 'Long run', people: Array.from({ length: people }, (_, n) => ({ name: nameOf(n) })) }],
});
const person = (n: number): Persona => it.person(nameOf(n));
const spaces = new Map<number, string>();
const failed: string[] = [];
const open = it.store.db
  .selectFrom('effects')
  .select(['id', 'kind', 'state', 'error'])
  .where('platform', '=', platform)
  .where('settled_at', 'is', null)
  .where('state', '<>', 'parked');
const waiting = () => open.where('due_at', '<=', clock.now()).execute();
/** What one of so many can't do just now is said, and the others go on. */
const does = (what: string, work: () => Promise<unknown>) =>
  work().catch((error: Error) => void failed.push(`${what}: ${error.message.split('\n')[0]}`));
/**
 * Until there is none left, in the playground's patience with the one whose turn it is: how long all of so many take is no matter. `first`
 * reads one and no more, since it is asked at whatever changes.
 */
const over = (what: string, all: string, first: () => Promise<string | undefined>) =>
  does(what, async () => {
    for (let one = await first(); one !== undefined; one = await first())
      await it.playground.until(async () => (await first()) !== one, all);
  });
/** All is done that was due by now. */
const settled = () =>
  over('is done', 'all to be done', async () => {
    const one = await open.where('due_at', '<=', clock.now()).orderBy('due_at').limit(1).executeTakeFirst();
    return one && `${one.id}`;
  });
/** By then every clock that was due has rung, or was put off to an hour that is no bother, and all is done that came of it. `ms`: longer than from one look at the clocks to the next. */
async function passes(ms: number): Promise<void> {
  const by = clock.now() + ms;
  clock.passes(ms);
  const due = it.store.db.selectFrom('clocks').select(['about_id', 'step', 'due_at']).where('due_at', '<=', by);
  await over('rings', 'all clocks to ring', async () => {
    const one = await due.orderBy('due_at').limit(1).executeTakeFirst();
    return one && `${one.about_id} ${one.step} ${one.due_at}`;
  });
  await settled();
}
const fill = async (who: Persona, values: Readonly<Record<number, string>>) => {
  const { fields } = await who.form();
  await who.submits(
    Object.fromEntries(Object.entries(values).map(([n, said]) => [fields[Number(n)]?.label ?? n, said])),
  );
};

async function starts(n: number): Promise<void> {
  const who = person(n);
  await who.types('/startcop', { in: 'general' });
  await fill(who, { 0: titleOf(n), 1: 'Whatever it cares about' });
  await settled();
  const row = await it.store.db
    .selectFrom('cops')
    .select('space_name')
    .where('name', '=', titleOf(n))
    .executeTakeFirst();
  spaces.set(n, row?.space_name ?? '');
}

async function comesIn(n: number, who: Persona): Promise<void> {
  await who.types(`/cop find ${word(n)}`, { in: 'general' });
  await who.presses('Request to join', { with: new RegExp(`${titleOf(n)}\\b`) });
  await who.form();
  await who.submits({});
  await settled();
  await person(n).presses('Approve', { ...dm, with: new RegExp(`${who.name} asks to join.*${titleOf(n)}\\b`, 's') });
  await settled();
}

async function meets(n: number): Promise<void> {
  const where = { in: spaces.get(n) ?? '' };
  await person(n).types('/cop meet', where);
  const when = whenIn(await person(n).form(), afternoonIn(clock.now(), 3));
  await person(n).submits({ 'What about?': `What next, ${word(n)}?`, ...when });
  await person(n).presses('Yes, call it', { with: new RegExp(`${word(n)}\\b`) });
  await settled();
  await person(n).presses("I'll come", where);
}

async function writesUp(n: number): Promise<void> {
  await person(n).presses('Write it up…', { in: spaces.get(n) ?? '' });
  await fill(person(n), { 0: 'We learned something.', 1: 'Somebody asks the ward' });
}

async function pins(n: number, week: number): Promise<void> {
  const paper = await person(n).posts(spaces.get(n) ?? '', `Paper ${week} https://example.org/${word(n)}/${week}`);
  await person(n).pins(paper);
}

async function leaves(n: number, who: Persona): Promise<void> {
  const where = { in: spaces.get(n) ?? '' };
  await who.types(platform === 'slack' ? '/cop leave' : '/cop me leave', where);
  await who.presses('Leave', { with: new RegExp(`Leave ${titleOf(n)}\\b`) });
}

/** The same in each week, of a part of them each: in seven weeks all have had a turn. */
async function week(at: number): Promise<void> {
  for (let n = at % 7; n < cops; n += 7) {
    const comer = n + 1 + Math.floor(at / 7);
    await does('comes in', () => comesIn(n, person(comer)));
    await does('pins', () => pins(n, at));
    if (at % 2 === 0) await does('meets', () => meets(n));
    if (at >= 14) await does('leaves', () => leaves(n, person(n + 1 + Math.floor((at - 14) / 7))));
    await settled();
  }
  it.playground.dropsSockets(); // as platforms do, every few hours
  await passes(hours.openFrom(clock.now() + 6 * day) - clock.now());
  await does('connects anew', () => it.playground.until(() => it.playground.connected(), 'the bot to connect anew'));
  if (at % 2 === 0) for (let n = at % 7; n < cops; n += 7) await does('writes up', () => writesUp(n));
  await passes(hours.openFrom(clock.now() + day) - clock.now());
  it.playground.clearTraffic();
}

async function rows(): Promise<{ all: number; effects: number }> {
  let all = 0;
  for (const table of Object.keys(held)) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(it.store.db);
    all += Number(rows[0]?.n ?? 0);
  }
  const effects = await it.store.db
    .selectFrom('effects')
    .select(eb => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return { all, effects: Number(effects.n) };
}

/** By least squares, a month. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const over = values.reduce((sum, one, n) => sum + (n - middle) * (one - mean), 0);
  return over / values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0);
}

const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
console.log(`${cops} communities, ${people} people, ${weeks} weeks, ${platform}`);
for (let n = 0; n < cops; n++) await does('starts', () => starts(n));
console.log('  month   the bot holds   rows   effects among them   live members');
const holds: number[] = [];
for (let at = 0; at < weeks; at++) {
  await week(at);
  if (at % 4 !== 3) continue;
  const running = heap();
  let without = running;
  await it.away(async () => {
    without = heap();
  });
  await settled();
  holds.push(running - without);
  const { all, effects } = await rows();
  const { n } = await it.store.db
    .selectFrom('memberships')
    .select(eb => eb.fn.countAll().as('n'))
    .where('state', '=', 'member')
    .executeTakeFirstOrThrow();
  console.log(
    `  ${String(holds.length).padEnd(8)}${mb(running - without).padStart(12)}${String(all).padStart(9)}${String(effects).padStart(14)}${String(n).padStart(18)}`,
  );
}
console.log(`  the bot grows by ${mb(slope(holds.slice(1)))} a month`);
await passes(3600_000); // what is found by a look of each hour, too
const broken = (await consistency(it.store.db, clock.now())).filter(one => one.many > 0);
const left = await waiting();
const errors = it.log.filter(line => 'level' in line && line.level === 'error');
console.log(`  not together: ${broken.length === 0 ? 'nothing' : JSON.stringify(broken)}`);
console.log(`  waiting: ${left.length}; errors in the log: ${errors.length}; not done by people: ${failed.length}`);
for (const one of [
  ...new Set([
    ...failed,
    ...errors.map(line => JSON.stringify(line).slice(0, 300)),
    ...left.map(one => JSON.stringify(one)),
  ]),
].slice(0, 8))
  console.log(`    ${one}`);
await it.stop();
process.exit(broken.length + left.length + errors.length + failed.length === 0 ? 0 : 1);
