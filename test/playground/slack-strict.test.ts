/** What the real Slack refuses, or does otherwise than an app might hope: rich text, arguments, escaping, dates, time zones. */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { founded } from '../../playground/slack/founding.ts';
import { takes } from '../../playground/slack/methods/arguments.ts';
import { methods } from '../../playground/slack/methods/table.ts';
import { blocksWords, mrkdwnWords } from '../../playground/slack/words.ts';
import { type Here, open } from './slack-bot.ts';

let here: Here;
let channel = '';
const said: Record<string, unknown>[] = [];
beforeAll(async () => {
  here = await open({ rateLimits: false }, app => {
    app.command(/.*/, async ({ ack, body }) => {
      said.push({ ...body });
      await ack();
    });
  });
  channel = (await here.client.conversations.create({ name: 'ours', is_private: true })).channel?.id ?? '';
  await here.client.conversations.invite({ channel, users: here.slack.person('Amira Haddad').id });
});
afterAll(() => here.stop());

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const posts = (...elements: object[]) =>
  here.refusal(
    here.client.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'rich_text', elements }] as never }),
  );

describe('rich text', () => {
  const words = { type: 'text', text: 'x' };
  const date = { type: 'date', timestamp: 1, format: '{date_short} at {time}', fallback: 'then' };
  const link = { type: 'link', url: 'https://example.org', text: 'there' };
  test.each([
    ['words, people, places', section(words, { type: 'user', user_id: 'U1' }, { type: 'channel', channel_id: 'C1' })],
    ['a bold date and a link', section({ ...date, style: { bold: true } }, link)],
    ['a list, indented', { type: 'rich_text_list', style: 'bullet', indent: 1, border: 0, elements: [section(words)] }],
    ['a quote', { type: 'rich_text_quote', elements: [words, { type: 'emoji', name: 'smile' }] }],
    ['code', { type: 'rich_text_preformatted', elements: [words, link] }],
  ])('takes %s', async (_what, one) => expect(await posts(one)).toBe('taken'));

  test.each([
    ['an inline that Slack does not know', section({ type: 'bold', text: 'x' })],
    ['empty words', section({ type: 'text', text: '' })],
    ['a style that Slack does not know', section({ ...words, style: { color: 'red' } })],
    ['a mention as code', section({ type: 'user', user_id: 'U1', style: { code: true } })],
    ['mrkdwn inside', section({ type: 'mrkdwn', text: 'x' })],
    ['words outside of a section', words],
    ['a list of words', { type: 'rich_text_list', style: 'bullet', elements: [words] }],
    ['a list without a style', { type: 'rich_text_list', elements: [section(words)] }],
    ['a list within a quote', { type: 'rich_text_quote', elements: [section(words)] }],
    ['people within code', { type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }],
    ['a date of a format that Slack does not know', section({ ...date, format: '{year}' })],
    ['a date in milliseconds and a half', section({ ...date, timestamp: 1.5 })],
    ['a link to nowhere', section({ type: 'link', url: 'nowhere' })],
    ['a person without an id', section({ type: 'user' })],
    ['a misspelt property', section({ ...words, txt: 'x' })],
  ])('refuses %s', async (_what, one) => expect(await posts(one)).toBe('invalid_blocks'));

  it('has no year in {date}, where mrkdwn has it; the others do what their names say', () => {
    const team = founded({ workspaces: [{ name: 'Clinic', people: [] }] }, 0, []).teams[0]!;
    const at = Date.UTC(2026, 9, 17) / 1000;
    const rich = (format: string) =>
      blocksWords(team, [{ type: 'rich_text', elements: [section({ type: 'date', timestamp: at, format })] }]);
    expect(rich('{date}')).toBe('17 October');
    expect(rich('{date_short}')).toBe('17 Oct 2026');
    expect(rich('{date_long_full}')).toMatch(/^Saturday,? 17 October 2026$/);
    expect(mrkdwnWords(team, `<!date^${at}^{date}|then>`)).toBe('17 October 2026');
    const today = { type: 'date', timestamp: Math.floor(Date.now() / 1000), format: '{date_pretty}' };
    expect(blocksWords(team, [{ type: 'rich_text', elements: [section(today)] }])).toBe('today');
  });
});

describe('arguments', () => {
  it('that a method does not know are refused, with their names', async () => {
    const misnamed = here.client.files.getUploadURLExternal({ filename: 'a.png', length: 1, alt_text: 'A' });
    await expect(misnamed).rejects.toMatchObject({
      data: { error: 'invalid_arguments', response_metadata: { messages: [expect.stringContaining('alt_text')] } },
    });
    const named = { filename: 'a.png', length: 1, alt_txt: 'A' };
    expect(await here.refusal(here.client.files.getUploadURLExternal(named))).toBe('taken');
    const long = { ...named, alt_txt: 'x'.repeat(1001) };
    expect(await here.refusal(here.client.files.getUploadURLExternal(long))).toBe('invalid_arguments');
  });

  it('are known of every method that there is, but of the one that takes anything', () => {
    const known = Object.keys(takes);
    expect(Object.keys(methods).filter(name => !known.includes(name))).toEqual(['api.test']);
  });

  it('are passed over where that is asked for, as by the real one', async () => {
    const lenient = await open({ strictArguments: false });
    const asked = lenient.client.files.getUploadURLExternal({ filename: 'a.png', length: 1, alt_text: 'A' });
    expect(await lenient.refusal(asked)).toBe('taken');
    await lenient.stop();
  });
});

describe('escaping', () => {
  it('what an app posts is kept escaped, once, and read as it was meant', async () => {
    const amira = here.slack.person('Amira Haddad');
    const text = `A & B &lt;not C&gt; <@${amira.id}> <https://example.org|there> 1 < 2`;
    const button = { type: 'button', text: { type: 'plain_text', text: 'Yes & no' }, value: 'a & b' } as const;
    const blocks = [
      { type: 'section' as const, text: { type: 'mrkdwn' as const, text } },
      { type: 'actions' as const, elements: [button] },
    ];
    const { message } = await here.client.chat.postMessage({ channel, text, blocks });
    const kept = `A &amp; B &lt;not C&gt; <@${amira.id}> <https://example.org|there> 1 &lt; 2`;
    expect(message).toMatchObject({
      text: kept,
      blocks: [{ text: { text: kept } }, { elements: [{ text: { text: 'Yes &amp; no' }, value: 'a & b' }] }],
    });
    const seen = await amira.sees(/not C/, { in: 'ours' });
    expect(seen.text).toBe('A & B <not C> @Amira Haddad there 1 < 2');
    expect(seen.buttons.map(one => one.label)).toEqual(['Yes & no']);
    expect(seen.rings).toEqual(['Amira Haddad']);
  });

  it('rich text is kept to the letter', async () => {
    await posts(section({ type: 'text', text: 'A & &amp; <b>' }));
    expect((await here.slack.person('Amira Haddad').sees(/A &/, { in: 'ours' })).text).toBe('A & &amp; <b>');
  });

  it('what people type comes escaped, in commands and messages', async () => {
    const amira = here.slack.person('Amira Haddad');
    await amira.types('/startcop R&D <b> for @Ben Okafor', { in: 'general' });
    await amira.types('/cop find R&D <b> for @Ben Okafor', { in: 'general' });
    const ben = here.slack.person('Ben Okafor').id;
    expect(said.map(one => one.text)).toEqual([
      'R&amp;D &lt;b&gt; for @Ben Okafor', // not to be escaped, says its manifest: mentions stay as they were typed
      `find R&amp;D &lt;b&gt; for <@${ben}>`,
    ]);
    await amira.posts('ours', 'R&D <b>');
    await here.slack.until(() => here.heard.some(one => one.text === 'R&amp;D &lt;b&gt;'), 'the message');
  });
});

test('a time zone comes with its offset and its name, as of now; of who is gone there is none', async () => {
  let now = Date.UTC(2026, 6, 1);
  const people = [
    { name: 'Ada', timeZone: 'Europe/London' },
    { name: 'Ken', timeZone: 'Asia/Kolkata' },
    { name: 'Lou', timeZone: 'America/New_York' },
  ];
  const there = await open({ workspaces: [{ name: 'Clinic', people }], now: () => now });
  const told = async (name: string) =>
    (await there.client.users.info({ user: there.slack.person(name).id })).user ?? {};
  const offsets = async () => Promise.all(people.map(async ({ name }) => (await told(name)).tz_offset));
  expect(await offsets()).toEqual([3600, 19_800, -14_400]);
  expect((await told('Ada')).tz_label).toBe('British Summer Time');
  now = Date.UTC(2026, 11, 1);
  expect(await offsets()).toEqual([0, 19_800, -18_000]);
  await there.slack.person('Ada').leavesWorkspace();
  expect(await told('Ada')).not.toHaveProperty('tz');
  await there.stop();
});

test('a field that may stay empty says so by itself, beside whatever the app says', async () => {
  const opened = await open({}, app =>
    app.command('/cop', async ({ ack, body, client }) => {
      await ack();
      const label = (text: string) => ({ type: 'plain_text' as const, text });
      const element = { type: 'plain_text_input' as const, action_id: 'it' };
      const blocks = [
        { type: 'input' as const, block_id: 'a', label: label('Name'), element },
        { type: 'input' as const, block_id: 'b', label: label('Why?'), optional: true, element },
      ];
      const view = { type: 'modal' as const, title: label('x'), submit: label('Send'), blocks };
      await client.views.open({ trigger_id: body.trigger_id, view });
    }),
  );
  const amira = opened.slack.person('Amira Haddad');
  await amira.types('/cop', { in: 'general' });
  expect((await amira.form()).fields.map(field => field.label)).toEqual(['Name', 'Why? (optional)']);
  await opened.stop();
});
