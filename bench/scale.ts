/**
 * What people and sweeps ask, in a network of 100 CoPs and in one of 10,000, beside 100,000 of other networks in the same database. `npm run
 * bench:scale`; `-- --others=20000` for fewer others; PostgreSQL with DATABASE_URL, an empty database. Of each: the median, and how it grows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { CopId, NetworkId, PersonId, WorkspaceKey } from '../src/domain/ids.ts';
import * as cops from '../src/store/cops.ts';
import * as directory from '../src/store/directory.ts';
import * as echoes from '../src/store/echoes.ts';
import * as effects from '../src/store/effects.ts';
import { openStore, type Store } from '../src/store/engine.ts';
import * as facilitating from '../src/store/facilitating.ts';
import { newId } from '../src/store/ids.ts';
import * as joinRequests from '../src/store/join-requests.ts';
import * as memberships from '../src/store/memberships.ts';
import { migrate } from '../src/store/migrate.ts';
import * as people from '../src/store/people.ts';
import { pruning } from '../src/store/prune.ts';
import * as spaces from '../src/store/spaces.ts';
import * as asked from '../src/store/unanswered.ts';

const { others } = parseArgs({ options: { others: { type: 'string', default: '100000' } } }).values;
const now = 1_770_000_000_000;
const runs = 200;
const nouns = ['protocol', 'minutes', 'checklist', 'report', 'slides', 'survey', 'guide', 'budget', 'outline', 'notes'];

interface Network {
  readonly id: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
  readonly cop: CopId;
}

/** CoPs with a facilitator and two members each, something planned for three months on, something settled, somebody asking in. */
async function network({ db }: Store, name: string, size: number): Promise<Network> {
  const workspace = `slack:${name}` as WorkspaceKey;
  const id = await db.transaction().execute(tx => people.meetWorkspace(tx, workspace, now));
  let last: Omit<Network, 'id' | 'workspace'> | undefined;
  for (let from = 0; from < size; from += 500)
    await db.transaction().execute(async tx => {
      const here = Array.from({ length: Math.min(500, size - from) }, (_, n) => from + n);
      const met = await people.meetAll(
        tx,
        id,
        workspace,
        here.flatMap(n => [0, 1, 2].map(m => ({ id: `U${n}-${m}`, name: `P ${n}` }))),
        now,
      );
      const who = (n: number, m: number) => met.get(`U${n}-${m}`)?.id as PersonId;
      for (const n of here) {
        const cop = newId<CopId>(now);
        const title = `${nouns[n % nouns.length]} ${nouns[(n * 7) % nouns.length]} of ward ${n.toString(36)}`;
        await cops.add(tx, { id: cop, networkId: id, workspace, name: title, domain: `What ${n.toString(36)} cares about${n === 7 ? ', zebras' : ''}${n < 10 ? ', lighthouses' : ''}`, statement: `We are people of ward ${n.toString(36)}, who care about healing, and meet to learn`, unlisted: false, closedAt: undefined, joinQuestion: undefined, welcome: undefined, slug: `cop-${n}`, state: 'open', spaceId: `C${n}`, spaceName: `cop-${n}`, starterId: who(n, 0), version: 1, createdAt: now }); // biome-ignore format: one row
        await memberships.save(tx, ...[0, 1, 2].map(m => ({ networkId: id, copId: cop, personId: who(n, m), state: 'member' as const, role: m === 0 ? ('facilitator' as const) : ('member' as const), since: now }))); // biome-ignore format: three rows
        const wish = { kind: 'revise', cop, message: 'cop-welcome', about: { kind: 'cop', id: cop } } as const;
        const planned = { id: newId<never>(now), networkId: id, copId: cop, workspace, lane: `cop:${cop}` as const, wish, needs: [], follows: [], batch: cop, press: undefined, onFailure: undefined, state: 'waiting' as const, attempts: 0, waits: 0, dueAt: now + 1e10, intendedAt: undefined, error: undefined }; // biome-ignore format: one row
        await effects.add(tx, [planned]);
        last = { person: who(n, 0), cop };
      }
    });
  if (!last) throw new Error('a network of no CoPs');
  return { id, workspace, ...last };
}

const asks: Readonly<Record<string, (store: Store, net: Network) => Promise<unknown>>> = {
  'directory, all': ({ db }, { id, person }) => directory.find(db, id, [], 9, person),
  'directory, one has it': ({ db }, { id, person }) => directory.find(db, id, ['ward', 'zebras'], 9, person),
  'directory, ten have it': ({ db }, { id, person }) => directory.find(db, id, ['lighthouses'], 9, person),
  'directory, one in ten': ({ db }, { id, person }) => directory.find(db, id, ['budget'], 9, person),
  'directory, nobody has it': ({ db }, { id, person }) => directory.find(db, id, ['quarterly'], 9, person),
  'what a name runs into': ({ db }, { id, person }) =>
    cops.inTheWay(db, id, 'A new one', 'a-new-one', { by: person, since: now }),
  'by name': ({ db }, { id }) => cops.byName(db, id, 'protocol protocol of ward 0'),
  'facilitators of a CoP': ({ db }, { id, cop, workspace }) => facilitating.ofCop(db, id, cop, workspace),
  'my CoPs': ({ db }, { id, person }) => cops.ofPerson(db, id, person),
  'what waits for me': ({ db }, { id, person }) => joinRequests.waitingFor(db, id, person, 9),
  'what I was asked': ({ db }, { id, person }) => asked.waitingFor(db, id, person, 9),
  'own echo': ({ db }, { id, cop }) => echoes.stillChanging(db, id, cop, ['admit', 'open-space']),
  'a page of spaces': ({ db }, { workspace }) => spaces.withSpaceIn(db, workspace, { behind: undefined, most: 50 }),
  'due lanes (sweep)': ({ db }) => effects.dueLanes(db, now, ['slack']),
  'pruning (sweep)': ({ db }) => pruning()(db, now),
};

async function median(ask: () => Promise<unknown>): Promise<number> {
  await ask();
  const took: number[] = [];
  for (let n = 0; n < runs; n++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b)[runs / 2] ?? 0;
}

const folder = mkdtempSync(path.join(tmpdir(), 'cop-scale-'));
const store = await openStore(process.env.DATABASE_URL ?? `sqlite:${folder}/scale.sqlite`);
try {
  await migrate(store.db);
  const small = await network(store, 'SMALL', 100);
  const before = new Map<string, number>();
  for (const [name, ask] of Object.entries(asks)) before.set(name, await median(() => ask(store, small)));
  for (let n = 0; n * 5000 < Number(others); n++)
    await network(store, `OTHER${n}`, Math.min(5000, Number(others) - n * 5000));
  const large = await network(store, 'LARGE', 10_000);
  if (store.engine === 'postgres') await sql`vacuum analyze`.execute(store.db);
  console.log(`${store.engine}: 100 CoPs alone, then 100 and 10,000 beside ${others} of other networks; medians in ms`);
  for (const [name, ask] of Object.entries(asks)) {
    const [alone = 0, beside, grown] = [
      before.get(name),
      await median(() => ask(store, small)),
      await median(() => ask(store, large)),
    ];
    console.log(
      `  ${name.padEnd(26)}${[alone, beside, grown].map(ms => ms.toFixed(3).padStart(9)).join('')}  ×${(grown / beside).toFixed(1)}`,
    );
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
