/** Threads: replies by people, what a parent tells of them, what is left of it when it is deleted; and what can't be pinned. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Persona, SeenMessage } from '../../playground/driver.ts';
import { fromManifest } from '../../playground/slack/index.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { type Here, open } from './slack-bot.ts';

let here: Here;
let amira: Persona;
let ben: Persona;
let channel = '';
beforeAll(async () => {
  here = await open({ ...fromManifest(manifest), rateLimits: false });
  [amira, ben] = ['Amira Haddad', 'Ben Okafor'].map(name => here.slack.person(name)) as [Persona, Persona];
  channel = (await here.client.conversations.create({ name: 'ours', is_private: true })).channel?.id ?? '';
  await here.client.conversations.invite({ channel, users: `${amira.id},${ben.id}` });
});
afterAll(() => here.stop());

const thread = async (ts: string) => (await here.client.conversations.replies({ channel, ts })).messages ?? [];
const past = async () => (await here.client.conversations.history({ channel })).messages ?? [];
/** Two reply, Ben twice. */
async function answered(words: string): Promise<[SeenMessage, SeenMessage, SeenMessage]> {
  const asked = await amira.posts('ours', words);
  const first = await ben.replies(asked, 'Yes');
  await ben.replies(first, 'Perhaps');
  return [asked, first, await amira.replies(asked, 'Good')];
}

it('a message that is answered tells how often, by whom and when; its replies stand in its thread alone', async () => {
  const [asked, first, last] = await answered('Who comes?');
  const [parent, ...replies] = await thread(asked.id);
  expect(parent).toMatchObject({
    thread_ts: asked.id,
    reply_count: 3,
    reply_users: [ben.id, amira.id],
    reply_users_count: 2,
    latest_reply: last.id,
  });
  expect(replies.map(one => [one.text, one.thread_ts, one.parent_user_id])).toEqual([
    ['Yes', asked.id, amira.id],
    ['Perhaps', asked.id, amira.id],
    ['Good', asked.id, amira.id],
  ]);
  expect((await past()).map(one => one.ts)).not.toContain(first.id);
  await here.slack.until(() => here.heard.some(one => one.text === 'Good' && one.thread_ts === asked.id), 'the reply');
});

it('an app answers in a thread, and its message counts', async () => {
  const asked = await amira.posts('ours', 'Who brings cake?');
  await here.client.chat.postMessage({ channel, thread_ts: asked.id, text: 'I do' });
  expect((await thread(asked.id))[0]).toMatchObject({ reply_count: 1 });
});

it('deleted under its replies, a message stays as a tombstone, which is told as a change; it goes with the last reply', async () => {
  const [asked, first, last] = await answered('Who writes?');
  await amira.pins(asked);
  await amira.deletes(asked);
  const told = () => here.heard.find(one => (one.message as { ts?: string } | undefined)?.ts === asked.id);
  await here.slack.until(() => told() !== undefined, 'the change');
  expect(told()).toMatchObject({
    subtype: 'message_changed',
    message: { subtype: 'tombstone', user: 'USLACKBOT', hidden: true, thread_ts: asked.id, reply_count: 3 },
    previous_message: { text: 'Who writes?', user: amira.id },
  });
  expect(here.heard.filter(one => one.subtype === 'message_deleted')).toEqual([]);
  expect((await thread(asked.id)).map(one => one.text)).toEqual([
    'This message was deleted.',
    'Yes',
    'Perhaps',
    'Good',
  ]);
  expect((await here.client.pins.list({ channel })).items).toEqual([]);
  const again = here.client.pins.add({ channel, timestamp: asked.id });
  expect(await here.refusal(again)).toBe('message_not_found');

  const [, , perhaps] = await thread(asked.id);
  await ben.deletes(first);
  await ben.deletes({ id: perhaps?.ts ?? '', channelId: asked.channelId });
  await amira.deletes(last);
  await here.slack.until(() => here.heard.filter(one => one.subtype === 'message_deleted').length === 3, 'all three');
  expect((await past()).map(one => one.ts)).not.toContain(asked.id);
  expect(await here.refusal(thread(asked.id))).toBe('thread_not_found');
});

it('with its replies gone again, a message is as it was', async () => {
  const asked = await amira.posts('ours', 'Who sings?');
  await ben.deletes(await ben.replies(asked, 'Not me'));
  const [parent] = await thread(asked.id);
  expect(parent).not.toHaveProperty('reply_count');
  await amira.deletes(asked);
  await here.slack.until(() => here.heard.some(one => one.deleted_ts === asked.id), 'the deletion');
});

it('what only one person sees stands in a thread where somebody has replied, and nowhere if nobody has', async () => {
  const asked = await amira.posts('ours', 'Who paints?');
  const words = { channel, user: ben.id, thread_ts: asked.id };
  await here.client.chat.postEphemeral({ ...words, text: 'You do not' });
  await amira.replies(asked, 'I do');
  await here.client.chat.postEphemeral({ ...words, text: 'She does' });
  expect((await ben.sees(/She does/)).permalink).toContain(`thread_ts=${asked.id}`);
  expect(ben.seesNow(/You do not/)).toEqual([]);
});

it('what only one person sees can be pinned by nobody, and begins no thread', async () => {
  const words = { channel, user: ben.id, text: 'Between us' };
  const ts = (await here.client.chat.postEphemeral(words)).message_ts ?? '';
  const seen = await ben.sees(/Between us/);
  expect(await here.refusal(here.client.pins.add({ channel, timestamp: ts }))).toBe('message_not_found');
  await expect(ben.pins(seen)).rejects.toThrow(/message_not_found/);
  await expect(ben.replies(seen, 'x')).rejects.toThrow(/message_not_found/);
});

it('below what was deleted, an app’s message stands in the channel itself, and is told of as what it is', async () => {
  const asked = await amira.posts('ours', 'Who brings tea?');
  await amira.deletes(asked);
  const { ok, ts, message } = await here.client.chat.postMessage({ channel, thread_ts: asked.id, text: 'Still me' });
  expect(ok).toBe(true);
  expect(message).not.toHaveProperty('thread_ts');
  expect((await past())[0]).toMatchObject({ ts, text: 'Still me' });
  expect(await here.refusal(thread(asked.id))).toBe('thread_not_found');
});
