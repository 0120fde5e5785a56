import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SlackPlayground } from '../../../playground/slack/index.ts';
import { town } from '../../../playground/town.ts';
import { createSlack } from '../../../src/adapters/slack/platform.ts';
import type { Inbox } from '../../../src/platform/chat-platform.ts';
import { openFor, quietly, unhurried } from '../../support/stage.ts';

let playground: SlackPlayground;
let slack: ReturnType<typeof createSlack>;
let later = 0;

beforeEach(async () => {
  const opened = await openFor('slack', [town]);
  if (!('appToken' in opened)) throw new Error('not a Slack');
  playground = opened;
  const { apiUrl, appToken } = opened;
  const now = () => Date.now() + later;
  const pace = unhurried();
  slack = createSlack({ botToken: opened.botToken(), appToken, apiUrl, log: quietly([]), now, pace });
  await slack.start([], { happened: async () => {} } as unknown as Inbox);
});
afterEach(async () => {
  await slack.stop();
  await playground.stop();
});

const asked = (name: string) => playground.traffic.filter(one => one.direction === 'call' && one.name === name).length;

it('lists everybody once a day, page after page, goes on where it was told to wait, and asks about those alone who are gone by it', async () => {
  playground.tellsAPage(2);
  const [ben, joan] = [playground.person('Ben Okafor'), playground.person('Joan Mills')];
  await ben.leavesWorkspace();
  const team = { platform: 'slack', id: playground.workspaceId() } as const;
  const gone = () => slack.gone(team, [ben.id, joan.id]);
  playground.injects({ on: 'users.list', after: 1, does: { rateLimit: 1 } });
  await expect(gone()).rejects.toMatchObject({ kind: 'rate-limited' });
  await playground.until(async () => (await gone().catch(() => [])).length === 1, 'the list to be whole');
  const cursors = playground.traffic
    .filter(one => one.direction === 'call' && one.name === 'users.list')
    .map(one => (one.request as { cursor?: string }).cursor ?? '');
  expect(cursors.length).toBeGreaterThan(3);
  expect(new Set(cursors).size).toBe(cursors.length - 1); // one of them twice: it had to wait
  expect(asked('users.info')).toBe(1);

  await ben.returnsToWorkspace();
  expect(await gone()).toEqual([]);
  expect(asked('users.list')).toBe(cursors.length);
  later = 24 * 3600_000;
  expect(await gone()).toEqual([]);
  expect(asked('users.list')).toBe(2 * cursors.length - 1);
});
