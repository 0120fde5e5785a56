/** Approved, and not yet let in: the library is for who is in the space. */
import { describe, expect, it } from 'vitest';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, shared, village } from '../support/village.ts';

describe.each(engines)('$engine', ({ skip, migrated }) => {
  it.skipIf(skip)('who has a yes and is not in yet reads nothing, and hears that they are expected', async () => {
    const it_ = await village(await migrated());
    const { presses, cop, document } = it_;
    await presses(amira, 'join-request approve', { request: it_.request });
    await presses(amira, 'document edit', { document, title: 'Dressing protocol', tags: 'ulcers' });
    const expected = /You're expected in Wound Care/;
    for (const name of ['document find', 'document list', 'role show', 'cop share'])
      expect(await presses(al, name, { cop, words: 'dressing', channel: 'c-1' })).toMatch(expected);
    for (const name of ['document show', 'document page', 'document pin', 'document send-file'])
      expect(await presses(al, name, { cop, document })).toMatch(expected);
    expect(await presses(al, 'document save', { cop, title: 'x' }, { message: shared(al.id, 'm9') })).toMatch(expected);
    expect(await presses(al, 'home show')).not.toMatch(/Dressing/);
    expect(await it_.suggest(invocation(amira, 'document list'), 'tag', '')).toHaveLength(1);
    expect(await it_.suggest(invocation(al, 'document list'), 'tag', '')).toEqual([]);

    await it_.store.db.updateTable('memberships').set({ state: 'member' }).execute(); // as the platform's word does
    expect(await presses(al, 'document find', { cop, words: 'dressing' })).toMatch(/Dressing protocol/);
    await it_.store.close();
  });
});
