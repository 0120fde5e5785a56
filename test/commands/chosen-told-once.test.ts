/** That others can read a channel which was chosen for few is told once, though an event tells of it in the moment of a look. */
import { describe, expect, it } from 'vitest';
import { chosenChannels } from '../../src/bot/happenings/chosen-channels.ts';
import type { Presence } from '../../src/platform/chat-platform.ts';
import { engines } from '../support/engines.ts';
import { at, supportChannel, village } from '../support/village.ts';

const joan = { ...at('here', 'u-joan', 'Joan'), admin: true };
const shared: Presence = { state: 'there', name: 'support', seenBy: [{ id: 'T0ELSEWHERE', elsewhere: true }] };

describe.each(engines)('on $engine', ({ skip, engine, fresh }) => {
  it.skipIf(skip)('is told once of each who can,', { timeout: 60_000 }, async () => {
    const { bot, store, presses } = await village(engine === 'postgres' ? await fresh() : undefined);
    const told = async () => {
      const rows = await store.db.selectFrom('effects').select('wish').where('kind', '=', 'post').execute();
      return rows.filter(row => JSON.parse(row.wish).message === 'support-opened').length;
    };
    await presses(joan, 'settings choose', { section: 'language' });
    const channels = chosenChannels(bot);
    await Promise.all([channels.seen(supportChannel, shared), channels.seen(supportChannel, shared)]);
    expect(await told()).toBe(1);
    await channels.seen(supportChannel, { state: 'public', seenBy: [{ id: 'support-1' }] });
    await channels.seen(supportChannel, { state: 'public', seenBy: [{ id: 'support-1' }] });
    expect(await told()).toBe(2); // others read it than before
    await store.close();
  });
});
