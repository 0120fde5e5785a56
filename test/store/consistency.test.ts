/** What `copbot` reads, on both engines: each question is one that the engine understands. */
import { describe, expect, it } from 'vitest';
import type { EffectId } from '../../src/domain/ids.ts';
import { deeds } from '../../src/store/audit-told.ts';
import { consistency } from '../../src/store/consistency.ts';
import { everyCop } from '../../src/store/cops-told.ts';
import { openReading, openStore } from '../../src/store/engine.ts';
import { migrate, stepsOf } from '../../src/store/migrate.ts';
import { counted } from '../../src/store/outbox-counts.ts';
import { callOff, listed, retry, story } from '../../src/store/outbox-told.ts';
import { engines } from '../support/engines.ts';
import { isCopy } from '../support/postgres.ts';

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  it.skipIf(skip)('an empty database holds together, and answers', async () => {
    const url = await migrated();
    const { db, close } = await openStore(url);
    if (!isCopy(url)) await migrate(db);
    const all = await consistency(db, Date.now());
    expect(all.length).toBeGreaterThan(12);
    expect(all.filter(one => one.many > 0)).toEqual([]);
    expect(await listed(db, 'open', 5)).toEqual([]);
    expect(await story(db, 'none')).toBeUndefined();
    expect(await deeds(db, { since: 0, most: 5, command: 'cop', cop: undefined })).toEqual([]);
    expect(await everyCop(db)).toEqual([]);
    expect(await counted(db)).toEqual({ waiting: 0, parked: 0, failed: 0 });
    expect(await stepsOf(db)).toMatchObject({ pending: [], unknown: [] });
    const none = 'none' as EffectId;
    expect(await db.transaction().execute(tx => retry(tx, none, 1))).toBe(false);
    expect(await db.transaction().execute(tx => callOff(tx, none, 1))).toBe(false);
    await close();
  });
});

it.skipIf(engines[1]?.skip)('what only reads can write nothing on PostgreSQL', async () => {
  const { db, close } = await openReading((await engines[1]?.migrated()) ?? '');
  const row = { id: 'n' as never, name: 'N', created_at: 1 };
  await expect(db.insertInto('networks').values(row).execute()).rejects.toThrow(/read-only transaction/);
  await close();
});
