/**
 * What Slack is known to send besides what people do here: to the letter, with the ids of this place. Nothing of it is taken for a
 * document or a person, nothing is an error, and the bot goes on. Shapes: github.com/slackapi/java-slack-sdk, json-logs/samples/events;
 * docs.slack.dev/reference/events.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

const space = 'cop-wound-care';
let it_: Stage;
let at: { readonly team: string; readonly channel: string; readonly amira: string };

beforeEach(async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  const channel = (await amira.channels()).find(one => one.name === space)?.id ?? '';
  at = { team: it_.playground.workspaceId(), channel, amira: amira.id };
});
afterEach(() => it_?.stop());

type Place = typeof at;
const ts = '1790000000.000100';
const canvas = {
  id: 'F0CANVAS',
  name: 'Huddle_notes',
  title: 'Huddle notes',
  mimetype: 'application/vnd.slack-docs',
  filetype: 'quip',
  mode: 'quip',
  size: 100,
  is_external: false,
  permalink: 'https://town.slack.com/docs/T0/F0CANVAS',
};
const said = ({ channel, team }: Place, more: object) => ({
  type: 'message',
  channel,
  channel_type: 'group',
  team,
  ts,
  event_ts: ts,
  ...more,
});
const pinned = ({ channel, amira }: Place, message: object, type = 'pin_added') => ({
  type,
  user: amira,
  channel_id: channel,
  item: {
    type: 'message',
    created: 1790000000,
    created_by: amira,
    channel,
    message: { type: 'message', ts, ...message },
  },
  item_user: null,
  pin_count: 1,
  event_ts: ts,
});

const harmless: readonly (readonly [string, (place: Place) => { readonly type: string } & object])[] = [
  [
    'a huddle, with its notes',
    here => said(here, { subtype: 'huddle_thread', user: 'USLACKBOT', text: '', room: { id: 'R1' }, files: [canvas] }),
  ],
  ['notes of a huddle by Slackbot', here => said(here, { user: 'USLACKBOT', text: 'Notes', files: [canvas] })],
  [
    'a pinned word of Slackbot',
    here => pinned(here, { user: 'USLACKBOT', text: 'Reminder: <https://example.org/rota>' }),
  ],
  [
    'a word of Slackbot that names the bot',
    here => ({ ...said(here, { user: 'USLACKBOT', text: '<@U0> look' }), type: 'app_mention' }),
  ],
  ['a workflow', here => said(here, { subtype: 'bot_message', bot_id: 'B1', username: 'Onboarding', files: [canvas] })],
  [
    'who may post there',
    here => said(here, { subtype: 'channel_posting_permissions', user: here.amira, text: 'changed the permissions' }),
  ],
  ['a change without the message', here => said(here, { subtype: 'message_changed', hidden: true, message: null })],
  [
    'a deletion whose message had files',
    here =>
      said(here, {
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: ts,
        previous_message: { user: here.amira, ts, files: [canvas] },
      }),
  ],
  ['a pinned file of old', here => ({ ...pinned(here, {}), item: { type: 'file', file: canvas } })],
  [
    'a pinned word of another app',
    here =>
      pinned(here, { subtype: 'bot_message', bot_id: 'B1', username: 'CI', text: '', attachments: [{ text: 'x' }] }),
  ],
  ['a pin taken from what is no message', here => ({ ...pinned(here, {}, 'pin_removed'), item: { type: 'file' } })],
  ['somebody of whom no more is told', ({ amira }) => ({ type: 'user_change', user: { id: amira, profile: null } })],
  ['somebody unknown', () => ({ type: 'user_change', user: { id: 'W0STRANGER', deleted: true, is_stranger: true } })],
  ['a channel put away elsewhere', () => ({ type: 'group_left', channel: 'G0ELSEWHERE' })],
  [
    'another id of a channel of nobody here',
    () => ({ type: 'channel_id_changed', old_channel_id: 'G0ELSEWHERE', new_channel_id: 'C0ELSEWHERE' }),
  ],
  [
    'a change of a link that was unfurled, hidden', // as recorded: the nested message has its own edit
    here =>
      said(here, {
        subtype: 'message_changed',
        hidden: true,
        user: undefined,
        message: {
          type: 'message',
          user: here.amira,
          team: here.team,
          ts,
          text: '<https://github.com/>',
          edited: { user: here.amira, ts },
          blocks: null,
          files: [canvas],
        },
        previous_message: { type: 'message', user: here.amira, ts, text: 'x' },
      }),
  ],
  [
    'somebody who came',
    here => said(here, { subtype: 'channel_join', user: here.amira, inviter: here.amira, text: '' }),
  ],
  ['somebody who came, of old', here => said(here, { subtype: 'group_join', user: here.amira, text: '' })],
  ['a bot that was brought in', here => said(here, { subtype: 'bot_add', user: here.amira, bot_id: 'B1', text: '' })],
  [
    'what an app says with its bot_id alone',
    here => said(here, { bot_id: 'B1', app_id: 'A1', text: '', files: [canvas] }),
  ],
  [
    'an event of no kind of channel',
    here => ({ ...said(here, { user: here.amira, text: 'x' }), channel_type: undefined }),
  ],
  [
    'a message whose lists are null',
    here => said(here, { user: here.amira, text: 'x', files: null, blocks: null, attachments: null }),
  ],
  [
    'a reply that was counted',
    here => said(here, { subtype: 'message_replied', hidden: true, message: { thread_ts: ts, replies: [] } }),
  ],
  [
    'a deletion of nothing in particular',
    here => said(here, { subtype: 'message_deleted', hidden: true, previous_message: null }),
  ],
  ['a pin without its message', here => ({ ...pinned(here, {}), item: { type: 'message', message: null } })],
  [
    'the profile of somebody without one',
    ({ amira }) => ({ type: 'user_profile_changed', user: { id: amira, profile: {} } }),
  ],
  ['a rename without a name', ({ channel }) => ({ type: 'group_rename', channel: { id: channel } })],
  [
    'a sharing of a channel of nobody here',
    () => ({ type: 'channel_shared', connected_team_id: 'E0ELSE', channel: 'C0ELSEWHERE' }),
  ],
  ['who leaves, of an organisation', ({ channel }) => ({ type: 'member_left_channel', user: 'W0ELSE', channel })],
];

const everything = async () => ({
  documents: await it_.store.db.selectFrom('documents').select('title').execute(),
  people: await it_.store.db.selectFrom('persons').select('name').execute(),
  cops: await it_.store.db.selectFrom('cops').select(['state', 'space_id']).execute(),
});
/** What is told in a space is taken in one after the other. */
async function takenIn(): Promise<void> {
  await it_.playground.until(() => it_.playground.underWay() === 0, 'it to be taken');
  await it_.settled();
}

describe('leaves all as it is', () => {
  it.each(harmless)('%s', async (_what, event) => {
    const before = await everything();
    const told = event(at);
    it_.playground.tells?.(told);
    await takenIn();
    expect(it_.playground.traffic.some(one => one.direction === 'event' && sent(one.request) === told.type)).toBe(true);
    expect(await everything()).toEqual(before);
    expect(it_.log.filter(line => 'level' in line && line.level !== 'info' && line.level !== 'debug')).toEqual([]);
  });
});

const sent = (payload: unknown) => (payload as { readonly event?: { readonly type?: string } }).event?.type;

it('keeps a reply that was sent to the channel too, though Slack tells nothing where other messages have lists', async () => {
  const reply = { subtype: 'thread_broadcast', thread_ts: ts, user: at.amira, text: 'As we said', root: {} };
  it_.playground.tells?.(pinned(at, { ...reply, blocks: null, files: null, attachments: null }));
  const titles = async () => (await everything()).documents.map(one => one.title);
  await it_.playground.until(async () => (await titles()).length > 0, 'it to be kept');
  expect(await titles()).toEqual(['As we said']);
});

it.each(['place', 'nothing'] as const)('hears of pins of which Slack tells no more than: %s', async told => {
  const { playground } = it_;
  playground.tellsOfPins?.(told);
  const amira = it_.person('Amira');
  const state = () => it_.store.db.selectFrom('documents').select(['title', 'pinned']).execute();
  const paper = await amira.posts(space, 'Our protocol https://example.org/protocol');
  await amira.pins(paper);
  await playground.until(async () => (await state()).some(one => one.pinned === 1), 'it to be kept');
  expect(await state()).toMatchObject([{ title: expect.stringMatching(/protocol/) }]);
  await amira.unpins(paper);
  await playground.until(async () => (await state()).some(one => one.pinned === 0), 'it to be known as not pinned');
});

it('asks once or twice what is pinned, however many pins at once Slack tells no more of', async () => {
  const { playground } = it_;
  playground.tellsOfPins?.('nothing');
  const amira = it_.person('Amira');
  const papers = [];
  for (let i = 1; i <= 12; i++) papers.push(await amira.posts(space, `Paper ${i} https://example.org/${i}`));
  const asked = () => playground.traffic.filter(one => one.name === 'pins.list').length;
  const before = asked();
  await Promise.all(papers.map(one => amira.pins(one)));
  await playground.until(async () => (await everything()).documents.length === 12, 'each to be kept');
  await takenIn();
  expect(asked() - before).toBeLessThanOrEqual(3);
});

it('hears of each pin of a message, though Slack leaves out when it was', async () => {
  const { playground } = it_;
  const amira = it_.person('Amira');
  const paper = await amira.posts(space, 'Our protocol https://example.org/protocol');
  const told = (type: string) => ({
    ...pinned(at, { ts: paper.id, user: at.amira, text: 'Our protocol https://example.org/protocol' }, type),
    event_ts: undefined,
  });
  const isPinned = async () => (await it_.store.db.selectFrom('documents').select('pinned').execute())[0]?.pinned;
  for (const type of ['pin_added', 'pin_removed', 'pin_added']) {
    playground.tells?.(told(type));
    await playground.until(async () => (await isPinned()) === (type === 'pin_added' ? 1 : 0), type);
  }
});

it('answers what is written to it directly, though Slack leaves out where that is', async () => {
  const amira = it_.person('Amira');
  const { channelId } = await amira.sees(/For you, as facilitator/, { in: 'direct message' });
  it_.playground.tells?.({
    ...said({ ...at, channel: channelId }, { user: at.amira, text: 'x' }),
    channel_type: undefined,
  });
  await amira.sees(/Thank you for writing/, { in: 'direct message' });
});

it('closes no CoP whose channel was moved to another workspace of the organisation, and asks who facilitates', async () => {
  const amira = it_.person('Amira');
  it_.playground.injects({ on: 'conversations.info', times: 5, does: { refuse: 'channel_not_found' } });
  it_.playground.tells?.({ type: 'group_archive', channel: at.channel, user: at.amira, is_moved: 1, event_ts: ts });
  await amira.sees(/please bring me back/, { in: 'direct message' });
  await takenIn();
  expect((await everything()).cops).toEqual([{ state: 'open', space_id: at.channel }]);
});

it('takes in that more happened than Slack tells, and goes on', async () => {
  it_.playground.tells?.({ type: 'app_rate_limited', minute_rate_limited: 1790000000 });
  await takenIn();
  const told = it_.playground.traffic.filter(one => JSON.stringify(one.request).includes('app_rate_limited'));
  expect(told).toHaveLength(1); // Slack has heard that it came, and doesn't tell it again
  await it_.person('Amira').types('/cop home', { in: 'general' });
  await it_.person('Amira').sees(/Wound Care/);
});
