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

  const making = (call: string) => call === 'POST /guilds/:id/channels';
  const moving = (call: string) => making(call) || call === 'PATCH /channels/:id';
  it.each([
    ['the server has as many channels as it can', '30013', making],
    ['the server has as many categories as it can', '30030', making],
    ['the bot may make none', '50013', making],
    ['Discord takes its name for a bad word', '50035.name', making],
    ['the bot may manage permissions and no channels', '50013', moving],
  ] as const)(
    'is written in by nobody all the same, and stays where it is, where there is no category for it: %s',
    async (_, refuse, which) => {
      const opened = await space();
      await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
      playground.failsBy(call => (which(call) ? { refuse } : undefined));
      await close(opened);
      expect([await writes(ben), await writes(amira)]).toEqual([false, false]);
      await close(opened);
      await open(opened);
      expect(await writes(ben)).toBe(true);
      playground.failsBy();
      await close(opened);
      expect(await writes(ben)).toBe(false);
    },
  );

  it('waits where the bot may not manage permissions, and says that it is not done', async () => {
    const opened = await space();
    playground.failsBy(call => (/^(POST|PATCH|PUT)/.test(call) ? { refuse: '50013' } : undefined));
    await expect(close(opened)).rejects.toMatchObject({ kind: 'forbidden', code: '50013' });
    playground.failsBy();
  });
});
