/** A space that is closed and opened again: what moderators set in it by hand stands as it stood. */
import { describe, expect, it } from 'vitest';
import type { Persona } from '../../../playground/driver.ts';
import type { Channel } from '../../../src/platform/chat-platform.ts';
import { account, amira, atThePort, ben, it_, newKey, playground, space } from '../../contract/port.ts';

const name = 'cop-wound-care';
const may = {
  read: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'],
  write: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY', 'SEND_MESSAGES'],
} as const;
const writes = (who: Persona) =>
  who.posts(name, 'Hello').then(
    () => true,
    () => false,
  );
const close = (one: Channel) => it_.perform['archive-space']({ space: one, how: 'archived' }, newKey());
const open = (one: Channel) => it_.perform['reopen-space']({ space: one, facilitators: [account(amira)] }, newKey());

describe('a space that is closed and opened again', () => {
  atThePort('discord');
  const joan = () => playground.person('Joan Mills');
  const carla = () => playground.person('Carla Moreno');

  it('keeps those muted whom a moderator muted before', async () => {
    const opened = await space();
    await it_.perform.admit({ space: opened, who: [account(ben), account(carla())] }, newKey());
    await joan().setsRights(name, 'Ben Okafor', { allow: may.read, deny: ['SEND_MESSAGES'] });
    await joan().setsRights(name, 'Carla Moreno', { allow: may.write, deny: ['PIN_MESSAGES'] });
    await close(opened);
    expect(await writes(carla())).toBe(false);
    await open(opened);
    expect(await writes(ben)).toBe(false);
    expect(await ben.rightsIn(name)).toEqual(['PIN_MESSAGES']);
    expect(await writes(carla())).toBe(true);
    expect(await carla().rightsIn(name)).toEqual([]);
  });
});
