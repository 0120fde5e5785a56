/** A space that is closed and opened again: what moderators set in it by hand stands as it stood. */
import { describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../../playground/discord/index.ts';
import type { State } from '../../../playground/discord/state.ts';
import type { Persona } from '../../../playground/driver.ts';
import type { Channel } from '../../../src/platform/chat-platform.ts';
import { account, amira, atThePort, ben, card, it_, newKey, playground, space } from '../../contract/port.ts';

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
/** In the channel's settings: what its row says. */
function rightsOf(role: string) {
  const { guilds, channels } = JSON.parse(playground.state()) as Pick<State, 'guilds' | 'channels'>;
  const { id } = guilds[0]!.roles.find(one => one.name === role)!;
  const { allow, deny } = channels.find(one => one.name === name)!.overwrites.find(one => one.id === id)!;
  return { role, allow, deny };
}
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

  it.each([
    ['the server has as many channels as it can', '30013'],
    ['the server has as many categories as it can', '30030'],
    ['the bot may make none', '50013'],
    ['Discord takes its name for a bad word', '50035.name'],
  ] as const)(
    'is written in by nobody all the same, and stays where it is, where there is no category for it: %s',
    async (_, refuse) => {
      const opened = await space();
      await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
      playground.failsBy(call => (call === 'POST /guilds/:id/channels' ? { refuse } : undefined));
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

  it('waits where the bot may not manage the channel itself, and says so', async () => {
    const opened = await space();
    playground.failsBy(call => (/^PATCH/.test(call) ? { refuse: '50013' } : undefined));
    await expect(close(opened)).rejects.toMatchObject({ kind: 'forbidden', code: '50013' });
    playground.failsBy();
  });

  it('denies everybody, once it is open again, what everybody was denied before, and no more', async () => {
    const opened = await space();
    const server = playground as DiscordPlayground;
    await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
    server.makesRole('Guests');
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'CREATE_PUBLIC_THREADS'] });
    await joan().setsRights(name, 'Guests', { allow: may.read });
    await joan().givesRole('Carla Moreno', 'Guests');
    const before = rightsOf('@everyone');
    for (let n = 0; n < 2; n++) {
      await close(opened);
      await close(opened);
      expect([await writes(ben), await writes(carla())]).toEqual([false, false]);
      await open(opened);
      await open(opened);
      expect([await writes(ben), await writes(carla())]).toEqual([true, false]);
      expect(rightsOf('@everyone')).toEqual(before);
    }
  });

  it('is written in again by those who could write before, and by who was brought in meanwhile', async () => {
    const opened = await space();
    await it_.perform.admit({ space: opened, who: [account(ben), account(carla())] }, newKey());
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
    await joan().setsRights(name, 'Ben Okafor', { allow: may.read });
    expect([await writes(ben), await writes(carla())]).toEqual([false, true]);
    await close(opened);
    await joan().brings('Dev Patel', name);
    expect(await writes(playground.person('Dev Patel'))).toBe(false);
    await open(opened);
    expect([await writes(ben), await writes(carla())]).toEqual([false, true]);
    expect(await writes(playground.person('Dev Patel'))).toBe(true);
  });

  it('is as it was, also where closing it was cut off halfway and done again', async () => {
    const opened = await space();
    const all = Array.from({ length: 100 }, (_, n) => {
      playground.joinsWorkspace(`Person ${n}`);
      return playground.person(`Person ${n}`);
    });
    await it_.perform.admit({ space: opened, who: all.map(account) }, newKey());
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
    const before = rightsOf('@everyone');
    for (const most of [1, 2, 40]) {
      let n = 0;
      playground.failsBy(call => (call.startsWith('PUT') && ++n > most ? { refuse: '40006' } : undefined));
      await expect(close(opened)).rejects.toMatchObject({ kind: 'unreachable' });
    }
    playground.failsBy();
    await close(opened);
    expect(await writes(all[99]!)).toBe(false);
    await open(opened);
    expect([await writes(all[0]!), await writes(all[99]!)]).toEqual([true, true]);
    expect(rightsOf('@everyone')).toEqual(before);
  });

  it('is as it was, also where what its own role was allowed by hand looks like a note', async () => {
    const opened = await space();
    await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
    await joan().setsRights(name, '@CoP Bot', { allow: [...may.write, 'MANAGE_MESSAGES', 'MANAGE_THREADS'] });
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
    const before = rightsOf('@everyone');
    await close(opened);
    await close(opened);
    await open(opened);
    expect(rightsOf('@everyone')).toEqual(before);
  });

  it('is as it was, also where the bot is given more while it is closed, and it is closed once more', async () => {
    const opened = await space();
    const server = playground as DiscordPlayground;
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES', 'CREATE_PUBLIC_THREADS'] });
    const before = rightsOf('@everyone');
    const late = ['SEND_MESSAGES_IN_THREADS', 'CREATE_PUBLIC_THREADS'] as const;
    for (const one of late) server.takesPermission(one);
    await close(opened);
    for (const one of late) server.givesPermission(one);
    let n = 0;
    playground.failsBy(call =>
      call.startsWith('PATCH') || (call.startsWith('PUT') && ++n > 2) ? { refuse: '40006' } : undefined,
    );
    await close(opened).catch(() => {});
    playground.failsBy();
    await close(opened);
    expect(BigInt(rightsOf('@everyone').deny) & (1n << 38n)).not.toBe(0n);
    await open(opened);
    expect(rightsOf('@everyone')).toEqual(before);
  });

  it('is written in again where nothing notes what was denied before, as when an older bot closed it', async () => {
    const opened = await space();
    await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
    await close(opened);
    await joan().dropsRights(name, 'CoP Bot');
    await open(opened);
    expect(await writes(ben)).toBe(true);
    expect(BigInt(rightsOf('@everyone').deny) & (1n << 11n)).toBe(0n);
  });

  it('is written in by the bot, closed too, where its role alone let it in before', async () => {
    const opened = await space();
    await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
    await joan().setsRights(name, 'CoP Bot', { allow: [...may.write, 'EMBED_LINKS'] });
    await joan().dropsRights(name, '@CoP Bot');
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
    const before = rightsOf('@everyone');
    await close(opened);
    await it_.perform.post({ to: opened, card: card('It is closed') }, newKey());
    expect(await writes(ben)).toBe(false);
    await open(opened);
    await it_.perform.post({ to: opened, card: card('It is open') }, newKey());
    expect(await writes(ben)).toBe(true);
    expect(rightsOf('@everyone')).toEqual(before);
  });

  it('lets a role write again that was allowed to, and one that was muted not', async () => {
    const opened = await space();
    const server = playground as DiscordPlayground;
    for (const one of ['Speakers', 'Muted', 'Readers']) server.makesRole(one);
    await joan().setsRights(name, '@everyone', { deny: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
    await joan().setsRights(name, 'Speakers', { allow: may.write });
    await joan().setsRights(name, 'Muted', { deny: ['SEND_MESSAGES', 'SEND_MESSAGES_IN_THREADS', 'ADD_REACTIONS'] });
    await joan().setsRights(name, 'Readers', { allow: may.read, deny: ['SEND_MESSAGES'] });
    await joan().givesRole('Ben Okafor', 'Speakers');
    await joan().givesRole('Carla Moreno', 'Readers');
    await joan().givesRole('Carla Moreno', 'Muted');
    const roles = () => ['@everyone', 'Speakers', 'Muted', 'Readers'].map(rightsOf);
    const before = roles();
    expect([await writes(ben), await writes(carla())]).toEqual([true, false]);
    await close(opened);
    await close(opened);
    expect([await writes(ben), await writes(carla())]).toEqual([false, false]);
    await open(opened);
    expect([await writes(ben), await writes(carla())]).toEqual([true, false]);
    expect(roles()).toEqual(before);
  });

  it('lets no role write that was denied, before it was closed, the very rights that closing takes', async () => {
    const opened = await space();
    (playground as DiscordPlayground).makesRole('Locked');
    const threads = ['SEND_MESSAGES_IN_THREADS', 'CREATE_PUBLIC_THREADS', 'CREATE_PRIVATE_THREADS', 'MANAGE_THREADS'];
    const deny = ['SEND_MESSAGES', 'PIN_MESSAGES', 'MANAGE_MESSAGES', ...threads];
    await joan().setsRights(name, 'Locked', { allow: may.read, deny });
    await joan().givesRole('Ben Okafor', 'Locked');
    await close(opened);
    await close(opened);
    await open(opened);
    expect(await writes(ben)).toBe(false);
  });
});
