/** A year of 50 CoPs, in each of which somebody asks in every week: how many rows each table has, pruned and unpruned. `npm run bench:year`. */
import { desk } from '../test/support/desk.ts';
import { rowsIn, yearOfUse } from './year-of-use.ts';

const year = { cops: 50, times: 52, begun: Date.UTC(2026, 2, 3, 9) };
const pruned = await desk(); // first: ids tell the time, and never go back in a process
await yearOfUse(pruned, { ...year, pruned: true });
const kept = await desk();
await yearOfUse(kept, { ...year, pruned: false });
const [before, after] = [await rowsIn(kept.store), await rowsIn(pruned.store)];
console.log(`${'table'.padEnd(24)}${'unpruned'.padStart(10)}${'pruned'.padStart(10)}`);
for (const [table, count] of Object.entries(before))
  console.log(`${table.padEnd(24)}${String(count).padStart(10)}${String(after[table] ?? 0).padStart(10)}`);
await kept.store.close();
await pruned.store.close();
