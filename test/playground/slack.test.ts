/** The playground's Slack, driven by the real Bolt over Socket Mode. */
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SlackOptions, SlackPlayground } from '../../playground/slack/index.ts';
import { startSlack } from '../../playground/slack/index.ts';

const clinic = {
  name: 'Leeds Clinic',
  people: [{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }, { name: 'Joan Ibarra', admin: true }],
  channels: ['random'],
};

let slack: SlackPlayground;
const ended: (() => Promise<unknown>)[] = [];

async function start(options: Partial<SlackOptions> = {}): Promise<SlackPlayground> {
  slack = await startSlack({ workspaces: [clinic], ackMs: 300, patienceMs: 3000, ...options });
  ended.push(() => slack.stop());
  return slack;
}

async function bolt(listen: (app: App) => void): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 300,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: slack.botToken(), receiver, clientOptions, logLevel: LogLevel.ERROR });
  listen(app);
  await app.start();
  await slack.until(() => slack.connected(), 'a connection');
  ended.unshift(() => app.stop());
  return app;
}

beforeEach(() => start());
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

const words = (text: string) => ({ type: 'plain_text' as const, text });
const form = {
  type: 'modal' as const,
  callback_id: 'start',
  title: words('Start a CoP'),
  submit: words('Start'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: words('Name'),
      element: { type: 'plain_text_input', action_id: 'it', max_length: 40 },
    },
    {
      type: 'input',
      block_id: 'with',
      optional: true,
      label: words('Who starts it with you?'),
      element: { type: 'multi_users_select', action_id: 'it' },
    },
    {
      type: 'input',
      block_id: 'topic',
      optional: true,
      label: words('Topic'),
      element: { type: 'external_select', action_id: 'topics', min_query_length: 0 },
    },
  ],
};

test('a slash command opens a form; errors come to its fields; then it is drawn anew', async () => {
  const submitted: unknown[] = [];
  await bolt(app => {
    app.command('/startcop', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.options('topics', ({ ack, options }) =>
      ack({ options: [{ text: words(`${options.value.split(' ')[0]} at home`), value: 'home' }] }),
    );
    app.view('start', async ({ ack, view }) => {
      submitted.push(view.state.values);
      if (submitted.length === 1) return ack({ response_action: 'errors', errors: { name: 'That name is taken' } });
      return ack({
        response_action: 'update',
        view: {
          type: 'modal',
          title: words('Done'),
          blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*Wound Care* is on its way' } }],
        },
      });
    });
  });
  const amira = slack.person('Amira Haddad');
  await amira.types('/startcop');
  expect(await amira.form()).toMatchObject({
    title: 'Start a CoP',
    submit: 'Start',
    fields: [
      { label: 'Name', kind: 'words', required: true, maxLength: 40 },
      { kind: 'people', required: false },
      { kind: 'choice' },
    ],
  });

  await amira.submits({});
  expect((await amira.form()).fields[0]!.error).toBe('Please complete this required field.');
  expect(submitted).toHaveLength(0);

  expect(await amira.formSuggestions('Topic', 'Wounds')).toEqual(['Wounds at home']);
  await amira.submits({
    Name: 'Pain',
    'Who starts it with you?': ['Ben Okafor', 'Joan Ibarra'],
    Topic: 'Wounds at home',
  });
  const again = await amira.form(f => f.fields[0]!.error !== undefined);
  expect(again.fields.map(f => f.value)).toEqual(['Pain', 'Ben Okafor, Joan Ibarra', 'Wounds at home']);
  expect(again.fields[0]!.error).toBe('That name is taken');

  await amira.submits({ Name: 'Wound Care' });
  expect(submitted[1]).toMatchObject({
    name: { it: { type: 'plain_text_input', value: 'Wound Care' } },
    with: { it: { selected_users: [slack.person('Ben Okafor').id, slack.person('Joan Ibarra').id] } },
    topic: { topics: { selected_option: { value: 'home' } } },
  });
  expect((await amira.sees(/on its way/, { in: 'form' })).text).toBe('Done\nWound Care is on its way');
  expect(amira.hasForm()).toBe(false);
  await amira.closesForm();
  expect(amira.seesNow(/on its way/)).toEqual([]);
});

test('a button in a message: the payload, the message drawn anew, an answer for the presser alone', async () => {
  const app = await bolt(app => {
    app.action('approve', async ({ ack, body, respond }) => {
      await ack();
      expect(body).toMatchObject({
        type: 'block_actions',
        container: { type: 'message', is_ephemeral: false },
        channel: { name: 'directmessage' },
        is_enterprise_install: false,
        actions: [{ value: 'r1', block_id: 'b' }],
      });
      await respond({
        replace_original: true,
        text: 'Approved',
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `Approved by <@${body.user.id}>` } }],
      });
      await respond({ text: 'Thank you' });
    });
  });
  const ben = slack.person('Ben Okafor');
  const opened = await app.client.conversations.open({ users: ben.id });
  await app.client.chat.postMessage({
    channel: opened.channel!.id!,
    text: 'A request',
    blocks: [
      { type: 'header', text: words('A request') },
      {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `*Amira* asks <@${ben.id}> &amp; others in <#${'C0'}|wounds>: <https://example.org|the plan>, <!date^0^{date_short}|then>`,
        },
      },
      {
        type: 'actions',
        block_id: 'b',
        elements: [
          { type: 'button', action_id: 'approve', text: words('Approve'), style: 'primary', value: 'r1' },
          { type: 'button', action_id: 'see', text: words('Read'), url: 'https://example.org' },
        ],
      },
    ],
  });
  const seen = await ben.sees(/asks/, { in: 'direct message' });
  expect(seen).toMatchObject({
    byBot: true,
    author: 'CoP Bot',
    onlyYou: false,
    rings: ['Ben Okafor'],
    text: 'A request\nAmira asks @Ben Okafor & others in #wounds: the plan, 1 Jan 1970',
  });
  expect(seen.buttons).toEqual([
    { label: 'Approve', style: 'primary', disabled: false },
    { label: 'Read', style: 'link', disabled: false, url: 'https://example.org' },
  ]);
  await ben.presses('Approve');
  expect(await ben.sees(/Approved by @Ben Okafor/)).toMatchObject({ edited: true, buttons: [], id: seen.id });
  expect((await ben.sees(/Thank you/)).onlyYou).toBe(true);
  expect(slack.person('Amira Haddad').seesNow(/Thank you|Approved/)).toEqual([]);
});

test("a private channel's life, and what the app hears of it", async () => {
  const heard: string[] = [];
  const app = await bolt(app => {
    for (const type of [
      'member_joined_channel',
      'member_left_channel',
      'pin_added',
      'pin_removed',
      'group_rename',
      'group_archive',
      'group_deleted',
      'group_left',
    ] as const)
      app.event(type, async ({ event }) => void heard.push(event.type));
    app.message(async ({ message }) => void heard.push(`message ${message.subtype ?? ''}`));
  });
  const { client } = app;
  const [amira, ben, joan] = ['Amira Haddad', 'Ben Okafor', 'Joan Ibarra'].map(name => slack.person(name)) as [
    ReturnType<SlackPlayground['person']>,
    ReturnType<SlackPlayground['person']>,
    ReturnType<SlackPlayground['person']>,
  ];
  const { channel } = await client.conversations.create({ name: 'cop-wound-care', is_private: true });
  const id = channel!.id!;
  await client.conversations.invite({ channel: id, users: `${amira.id},${ben.id}` });
  await client.conversations.setTopic({ channel: id, topic: 'Leg ulcers' });
  expect(await amira.channels()).toContainEqual({
    name: 'cop-wound-care',
    id,
    private: true,
    archived: false,
    topic: 'Leg ulcers',
    purpose: '',
  });
  expect((await joan.channels()).map(c => c.name)).toEqual(['general', 'random']);
  await expect(joan.reads('cop-wound-care')).rejects.toThrow(/sees no channel/);
  await expect(client.conversations.create({ name: 'cop-wound-care', is_private: true })).rejects.toMatchObject({
    data: { error: 'name_taken' },
  });

  const posted = await ben.posts('cop-wound-care', 'A paper for @Amira Haddad: https://example.org/p', [
    { name: 'p.pdf', type: 'application/pdf', body: Buffer.from('pdf') },
  ]);
  expect(posted).toMatchObject({
    text: 'A paper for @Amira Haddad: https://example.org/p',
    rings: ['Amira Haddad'],
    files: [{ name: 'p.pdf', type: 'application/pdf', bytes: 3 }],
  });
  await amira.pins(posted);
  expect(await ben.pinsOf('cop-wound-care')).toHaveLength(1);
  await amira.unpins(posted);
  await client.conversations.kick({ channel: id, user: ben.id });
  await expect(ben.reads('cop-wound-care')).rejects.toThrow();
  await amira.brings('Joan Ibarra', 'cop-wound-care');
  await amira.renames('cop-wound-care', 'cop-wounds');
  await slack.until(() => heard.includes('group_rename'), 'the rename');
  expect(await amira.membersOf('cop-wounds')).toEqual(['CoP Bot', 'Amira Haddad', 'Joan Ibarra']);
  await amira.throwsOut('CoP Bot', 'cop-wounds');
  await expect(client.conversations.info({ channel: id })).rejects.toMatchObject({
    data: { error: 'channel_not_found' },
  });
  await slack.until(() => heard.includes('group_left'), 'being thrown out');
  for (const type of [
    'member_joined_channel',
    'member_left_channel',
    'pin_added',
    'pin_removed',
    'message file_share',
    'message pinned_item',
  ])
    expect(heard).toContain(type);
  await client.conversations.list({ types: 'private_channel' }).then(({ channels }) => expect(channels).toEqual([]));
});

test('a message shortcut, Home, and a view that is left', async () => {
  const closed: string[] = [];
  await bolt(app => {
    app.shortcut('save_to_the_library', async ({ ack, shortcut, client }) => {
      await ack();
      expect(shortcut).toMatchObject({
        type: 'message_action',
        message: { type: 'message', text: 'Read this' },
        channel: { name: 'random' },
      });
      await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...form, notify_on_close: true } });
    });
    app.view({ callback_id: 'start', type: 'view_closed' }, async ({ ack, view }) => {
      await ack();
      closed.push(view.id);
    });
    app.event(
      'app_home_opened',
      async ({ event, client }) =>
        void (await client.views.publish({
          user_id: event.user,
          view: {
            type: 'home',
            blocks: [
              {
                type: 'section',
                text: words('Your communities'),
                accessory: { type: 'button', action_id: 'go', text: words('Go') },
              },
            ],
          },
        })),
    );
    app.action('go', async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({
        user_id: body.user.id,
        view: { type: 'home', blocks: [{ type: 'section', text: words('Gone') }] },
      });
    });
  });
  const ben = slack.person('Ben Okafor');
  await ben.uses('Save to the library', await ben.posts('random', 'Read this'));
  await ben.form();
  await ben.closesForm();
  expect(closed).toHaveLength(1);
  expect(ben.hasForm()).toBe(false);
  expect((await ben.home()).text).toBe('Your communities');
  await ben.presses('Go', { in: 'home' });
  expect((await ben.sees(/Gone/, { in: 'home' })).where).toBe('home');
});

test('an app that does not answer: the person is told so', async () => {
  await bolt(app => {
    app.command('/startcop', async () => undefined);
    app.command('/cop', ({ ack }) => ack({ blocks: [{ type: 'header', text: words('x'.repeat(151)) }] }));
  });
  const amira = slack.person('Amira Haddad');
  await amira.types('/startcop');
  expect((await amira.sees(/didn't respond in time/)).text).toContain('operation_timeout');
  await amira.types('/nonsense');
  await amira.sees(/not a valid command/);
  await amira.types('/cop');
  await amira.sees(/invalid_blocks/);
});

test('dropped sockets: what is sent meanwhile is lost, and the client comes back', async () => {
  await bolt(app => app.command('/cop', ({ ack }) => ack('Here again')));
  const amira = slack.person('Amira Haddad');
  slack.dropsSockets();
  expect(slack.connected()).toBe(false);
  await amira.types('/cop');
  await amira.sees(/dispatch_failed/);
  await slack.until(() => slack.connected(), 'the client to come back');
  await amira.types('/cop');
  expect((await amira.sees(/Here again/)).onlyYou).toBe(true);
});

test('what is delivered twice has new ids, and the same event id', async () => {
  const commands: string[] = [];
  const events: [string, number | undefined][] = [];
  const app = await bolt(app => {
    app.command('/cop', async ({ ack, body }) => {
      commands.push(body.trigger_id);
      await ack();
    });
    app.event(
      'member_joined_channel',
      async ({ body, context }) => void events.push([body.event_id, context.retryNum]),
    );
  });
  slack.delivers(2);
  await slack.person('Amira Haddad').types('/cop');
  await slack.until(() => commands.length === 2, 'both');
  expect(new Set(commands).size).toBe(2);
  await app.client.conversations.create({ name: 'twice', is_private: true });
  await slack.until(() => events.length === 2, 'both events');
  expect(events[0]![0]).toBe(events[1]![0]);
  expect(events.map(e => e[1])).toEqual([0, 1]);
});

test('a view submission pushes, updates by hash, and stacks three deep', async () => {
  const trouble: string[] = [];
  const code = (error: { data?: { error?: string } }): number => trouble.push(error.data?.error ?? '');
  const deeper = {
    ...form,
    blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'deeper', text: words('Deeper') }] }],
  };
  await bolt(app => {
    app.command('/cop', async ({ ack, body, client }) => {
      await ack();
      const { view } = await client.views.open({ trigger_id: body.trigger_id, view: deeper });
      await client.views.open({ trigger_id: body.trigger_id, view: deeper }).catch(code);
      await client.views.update({ view_id: view!.id!, hash: 'old', view: deeper }).catch(code);
      await client.views.update({ view_id: view!.id!, hash: view!.hash!, view: deeper }).catch(code);
      await client.views.open({ trigger_id: '1.2.ab', view: deeper }).catch(code);
    });
    app.action('deeper', async ({ ack, body, client }) => {
      await ack();
      await client.views.push({ trigger_id: (body as { trigger_id: string }).trigger_id, view: deeper }).catch(code);
    });
    app.view('start', ({ ack }) => ack({ response_action: 'clear' }));
  });
  const amira = slack.person('Amira Haddad');
  await amira.types('/cop');
  await slack.until(() => trouble.length === 3, 'three refusals');
  expect(trouble.splice(0)).toEqual(['exchanged_trigger_id', 'hash_conflict', 'invalid_trigger_id']);
  for (let i = 0; i < 3; i += 1) {
    const pushed = slack.traffic.filter(t => t.name === 'views.push').length;
    await amira.presses('Deeper');
    await slack.until(() => slack.traffic.filter(t => t.name === 'views.push').length > pushed, 'a push');
  }
  await slack.until(() => trouble.length > 0, 'a refusal');
  expect(trouble).toEqual(['push_limit_reached']);
  await amira.submits();
  expect(amira.seesNow(/Start a CoP/)).toEqual([]);
});

test('state saved and restored: channels, messages, open forms, pins', async () => {
  const app = await bolt(app =>
    app.command('/startcop', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form });
    }),
  );
  const amira = slack.person('Amira Haddad');
  await amira.types('/startcop');
  await amira.form();
  const { channel } = await app.client.conversations.create({ name: 'kept', is_private: true });
  await app.client.conversations.invite({ channel: channel!.id!, users: amira.id });
  await amira.pins(await amira.posts('kept', 'Keep me'));
  const state = slack.state();
  for (const end of ended.splice(0)) await end();
  await start({ state });
  const back = slack.person('Amira Haddad');
  expect(slack.state()).toBe(state);
  expect((await back.form()).title).toBe('Start a CoP');
  expect((await back.pinsOf('kept')).map(m => m.text)).toEqual(['Keep me']);
});
