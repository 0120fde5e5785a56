/** What the free plan hides: from people, from histories, from lists; and that it comes back. */
import { expect, it } from 'vitest';
import { fromManifest } from '../../playground/slack/index.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { open } from './slack-bot.ts';

const day = 24 * 3600_000;

it('hides messages older than ninety days, says so of histories, and shows them again with another plan', async () => {
  let ahead = 0;
  const here = await open({ ...fromManifest(manifest), rateLimits: false, now: () => Date.now() + ahead });
  const { client, slack } = here;
  const amira = slack.person('Amira Haddad');
  const channel = (await client.conversations.create({ name: 'ours', is_private: true })).channel?.id ?? '';
  await client.conversations.invite({ channel, users: amira.id });
  const ts = (await client.chat.postMessage({ channel, text: 'Old' })).ts ?? '';
  await client.pins.add({ channel, timestamp: ts });
  ahead = 91 * day;
  await client.chat.postMessage({ channel, text: 'New' });
  const past = async (more = {}) => {
    const { messages = [], ...told } = await client.conversations.history({ channel, ...more });
    return { is_limited: undefined, ...told, messages: messages.map(one => one.text) };
  };
  expect((await past()).messages).toContain('Old');
  expect((await past()).is_limited).toBeUndefined();

  slack.choosesPlan('free');
  expect(await past()).toMatchObject({ messages: ['New'], is_limited: true, has_more: false });
  expect(await past({ latest: ts, inclusive: true, limit: 1 })).toMatchObject({ messages: [], is_limited: true });
  expect((await client.pins.list({ channel })).items).toEqual([]);
  expect((await amira.reads('ours')).map(one => one.text)).toEqual(['New']);
  expect(await here.refusal(client.conversations.replies({ channel, ts }))).toBe('thread_not_found');
  for (const named of [
    () => client.chat.getPermalink({ channel, message_ts: ts }),
    () => client.chat.update({ channel, ts, text: 'Newer' }),
    () => client.pins.remove({ channel, timestamp: ts }),
  ])
    expect(await here.refusal(named())).toBe('message_not_found');

  slack.choosesPlan('paid');
  expect((await past()).messages).toContain('Old');
  expect((await client.chat.update({ channel, ts, text: 'Newer' })).ok).toBe(true);
  expect((await client.pins.list({ channel })).items).toHaveLength(1);
  await here.stop();
});
