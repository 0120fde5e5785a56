/** What the playground's page shows of the store. */
import { expect, it } from 'vitest';
import { openPeek } from '../../src/web/peek.ts';
import { village } from '../support/village.ts';

it('says of each row which platform it is on', async () => {
  const it_ = await village();
  const peek = await openPeek(it_.store.db);
  const { tables } = (await (await fetch(peek.url)).json()) as {
    tables: { title: string; columns: string[]; rows: string[][] }[];
  };
  expect(tables.map(one => one.columns[0])).toEqual(['on', 'on', 'on', 'on', 'on']);
  const filled = tables.filter(one => one.rows.length > 0);
  expect(filled.map(one => one.title)).toEqual(
    expect.arrayContaining(['Communities', 'Who is in', 'Join requests', 'Library']),
  );
  expect(new Set(filled.flatMap(one => one.rows.map(row => row[0])))).toEqual(new Set(['Discord']));
  await peek.stop();
  await it_.store.close();
});
