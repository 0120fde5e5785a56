/**
 * How the library's search and list grow with its size, on SQLite, and what a pin costs in calls. `npm run bench:library`, with
 * `-- --million` for 1,000,000 documents too (some minutes, and about 1.5 GB in the system's folder for temporary files).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Document, unsaid } from '../src/domain/document.ts';
import type { CopId, DocumentId, NetworkId, PersonId, WorkspaceKey } from '../src/domain/ids.ts';
import * as cops from '../src/store/cops.ts';
import * as documents from '../src/store/documents.ts';
import { openStore, type Store } from '../src/store/engine.ts';
import { newId } from '../src/store/ids.ts';
import { migrate } from '../src/store/migrate.ts';
import * as people from '../src/store/people.ts';
import { callsPerPin } from './calls-per-pin.ts';

const now = Date.UTC(2026, 0, 1);
const here = 'slack:T1' as WorkspaceKey;
const runs = 200;
const nouns = ['protocol', 'review', 'audit', 'guide', 'notes', 'case', 'survey', 'photo', 'dressing', 'compression'];

interface Shelf {
  readonly store: Store;
  readonly network: NetworkId;
  readonly cop: CopId;
}

/** Titles such as people give: a few frequent words, one that is rare, a number. */
const titleOf = (n: number): string =>
  `${nouns[n % nouns.length]} ${nouns[(n * 7) % nouns.length]} ${n.toString(36)}${n % 1000 === 0 ? ' quarterly' : ''}`;

async function shelf(url: string, size: number): Promise<Shelf> {
  const store = await openStore(url);
  await migrate(store.db);
  const { network, person, cop } = await store.db.transaction().execute(async tx => {
    const network = await people.meetWorkspace(tx, here, now);
    const person = (await people.meet(tx, network, here, { id: 'U1', name: 'Amira' }, now)).id;
    const cop = newId<CopId>(now);
    await cops.add(tx, {
      id: cop,
      networkId: network,
      workspace: here,
      name: 'Wound Care',
      domain: 'Healing',
      statement: undefined,
      unlisted: false,
      joinQuestion: undefined,
      welcome: undefined,
      closedAt: undefined,
      slug: 'wound-care',
      state: 'open',
      spaceId: 'C1',
      spaceName: 'cop-wound-care',
      starterId: person,
      version: 1,
      createdAt: now,
    });
    return { network, person, cop };
  });
  for (let from = 0; from < size; from += 5000)
    await store.db.transaction().execute(async tx => {
      for (let n = from; n < Math.min(size, from + 5000); n++) await documents.add(tx, paper(n, network, cop, person));
    });
  return { store, network, cop };
}

const paper = (n: number, networkId: NetworkId, copId: CopId, person: PersonId): Document => ({
  ...unsaid,
  id: newId<DocumentId>(now),
  networkId,
  copId,
  title: titleOf(n),
  kind: 'file',
  permalink: `https://example.slack.com/archives/C1/p${n}`,
  place: 'C1',
  messageKey: `C1/${n}`,
  tags: [nouns[n % nouns.length] as string],
  why: n % 3 === 0 ? 'It settles a question that comes up every term' : undefined,
  pinned: n % 50 === 0 && n < 5000,
  sharedBy: person,
  sharedAt: now + n,
  savedBy: person,
  savedAt: now + n,
  stewardId: person,
});

async function timed(ask: () => Promise<unknown>): Promise<{ median: number; p99: number }> {
  const took: number[] = [];
  for (let n = 0; n < runs; n++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
    if (took.reduce((sum, one) => sum + one, 0) > 20_000) break;
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

const asks: Readonly<Record<string, (shelf: Shelf) => Promise<unknown>>> = {
  'list, first page': ({ store, network, cop }) => documents.list(store.db, network, cop, { from: 0, most: 6 }),
  'list by tag': ({ store, network, cop }) =>
    documents.list(store.db, network, cop, { from: 0, most: 6, tag: 'audit' }),
  'search, one document has it': ({ store, network, cop }) =>
    documents.find(store.db, network, cop, (37).toString(36), { from: 0, most: 6 }),
  'search, one in a thousand': ({ store, network, cop }) =>
    documents.find(store.db, network, cop, 'quarter', { from: 0, most: 6 }),
  'search, one in five': ({ store, network, cop }) =>
    documents.find(store.db, network, cop, 'protocol', { from: 0, most: 6 }),
  'search, two words': ({ store, network, cop }) =>
    documents.find(store.db, network, cop, 'protocol quarter', { from: 0, most: 6 }),
};

const sizes = [100, 10_000, ...(process.argv.includes('--million') ? [1_000_000] : [])];
const folder = mkdtempSync(path.join(tmpdir(), 'cop-bench-'));
const before = new Map<string, number>();
try {
  for (const size of sizes) {
    const file = path.join(folder, `${size}.sqlite`);
    const begun = performance.now();
    const filled = await shelf(`sqlite:${file}`, size);
    const each = ((performance.now() - begun) / size) * 1000;
    console.log(
      `\n${size.toLocaleString('en')} documents in one library (${each.toFixed(0)} µs to save one, ${Math.round(statSync(file).size / 1e6)} MB)`,
    );
    for (const [name, ask] of Object.entries(asks)) {
      await ask(filled); // prepared once
      const { median, p99 } = await timed(() => ask(filled));
      const earlier = before.get(name);
      const growth = earlier === undefined ? '' : `  ×${(median / earlier).toFixed(1)}`;
      before.set(name, median);
      console.log(`  ${name.padEnd(28)} median ${median.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms${growth}`);
    }
    await filled.store.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log('\nCalls to the platform for one pin, and for looking at a space after having been away');
for (const platform of ['slack', 'discord'] as const) {
  const { pin, away } = await callsPerPin(platform);
  console.log(`  ${platform.padEnd(28)} pin ${pin}, away ${away}`);
}
