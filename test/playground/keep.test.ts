/** What the playground keeps over a restart. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { keeper } from '../../playground/keep.ts';
import { openFor } from '../support/stage.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cop-keep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string) => path.join(folder, 'deeper', name);

it('writes the last of many changes, whole, and reads it again', () => {
  const first = keeper(file('a.json'), false);
  first.soon(() => ({ slack: 'one' }));
  first.soon(() => ({ slack: 'two' }));
  first.close();
  expect(keeper(file('a.json'), false).kept).toEqual({ slack: 'two' });
  expect(existsSync(`${file('a.json')}.new`)).toBe(false);
});

it('begins anew when asked to', () => {
  const first = keeper(file('b.json'), false);
  first.soon(() => ({ slack: 'one' }));
  first.close();
  expect(keeper(file('b.json'), true).kept).toEqual({});
});

it('puts a file aside that it can not read, and begins anew', () => {
  const first = keeper(file('c.json'), false);
  first.soon(() => ({}));
  first.close();
  writeFileSync(file('c.json'), '{"slack":');
  expect(keeper(file('c.json'), false).kept).toEqual({});
  expect(readFileSync(`${file('c.json')}.unreadable`, 'utf8')).toBe('{"slack":');
});

it('Slack goes on with the scopes that the app has today', async () => {
  const { startSlack } = await import('../../playground/slack/index.ts');
  const first = await startSlack({
    workspaces: [{ name: 'Here', people: [{ name: 'Amira Haddad' }] }],
    scopes: ['commands'],
  });
  const state = first.state();
  await first.stop();
  const again = await startSlack({ workspaces: [], state, scopes: ['commands', 'users:read'] });
  const answer = await fetch(`${again.apiUrl}users.list`, { headers: { authorization: `Bearer ${again.botToken()}` } });
  expect(answer.headers.get('x-oauth-scopes')).toBe('commands,users:read');
  await again.stop();
});

it.each(['slack', 'discord'] as const)('%s goes on from what it held', async platform => {
  const first = await openFor(platform);
  await first.person('Amira Haddad').posts('general', 'Good morning');
  const state = first.state();
  await first.stop();
  const { startSlack } = await import('../../playground/slack/index.ts');
  const { startDiscord } = await import('../../playground/discord/index.ts');
  const start = platform === 'slack' ? startSlack : startDiscord;
  const again = await start({ workspaces: [], state });
  expect((await again.person('Ben Okafor').reads('general')).map(message => message.text)).toEqual(['Good morning']);
  const { channels } = again.screen('Ben Okafor', { read: {} });
  expect(channels.find(channel => channel.name === 'general')?.news).toBe(1);
  await again.stop();
});
