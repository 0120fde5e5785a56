/** What the port promises, held against both adapters over the wire. A gap is a declared skip, with a reason a user would accept. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { type Card, type Form, text } from '../../src/platform/card.ts';
import type {
  Account,
  Channel,
  ChatPlatform,
  CommandSpec,
  Happening,
  Inbox,
  Invocation,
  PlatformName,
} from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { deed } from '../support/deed.ts';
import { mayStayEmpty } from '../support/scenes.ts';
import { type AnyPlayground, adapterFor, openFor, platformNames, quietly } from '../support/stage.ts';

const specs: readonly CommandSpec[] = [
  { name: 'thing ask', summary: 'Asks with a form', slash: 'cop ask', options: {}, answers: 'privately', asks: true },
  {
    name: 'thing say',
    summary: 'Says what was typed',
    slash: 'cop say',
    options: { words: { kind: 'words', summary: 'Words', suggests: true } },
    answers: 'privately',
    asks: false,
  },
  {
    name: 'thing send',
    summary: 'Names people and places',
    slash: 'cop send',
    options: {
      people: { kind: 'people', summary: 'Whom' },
      channel: { kind: 'channel', summary: 'Where' },
      words: { kind: 'words', summary: 'Words' },
    },
    answers: 'privately',
    asks: true,
    asksUnless: 'people',
  },
  { name: 'thing press', summary: 'A button', options: {}, answers: 'on-the-card', asks: false },
  { name: 'thing refuse', summary: 'A button that is refused', options: {}, answers: 'on-the-card', asks: false },
  { name: 'thing form', summary: 'A button that opens a form', options: {}, answers: 'on-the-card', asks: true },
  {
    name: 'thing save',
    summary: 'From the menu of a message',
    shortcut: 'Save to the library',
    options: {},
    answers: 'privately',
    asks: true,
  },
];

const hostile =
  '@everyone <!channel> *bold* _it_ ~no~ `code` <@U1> &amp; [x](https://example.org) # h\n> q\n- l ||s|| :smile:';
const card = (words: string, buttons: Card['buttons'] = []): Card => ({
  body: [{ kind: 'text', text: text`${words}` }],
  buttons,
});
const form = (error?: string): Form => ({
  title: 'A form',
  fields: [
    { kind: 'words', name: 'name', label: 'Name', required: true, max: 50, value: 'prefilled', error },
    { kind: 'words', name: 'long', label: 'More', long: true, max: 500 },
    { kind: 'people', name: 'who', label: 'Who', most: 1 },
    {
      kind: 'choice',
      name: 'how',
      label: 'How',
      choices: [
        { value: 'a', label: 'In person' },
        { value: 'b', label: 'By phone' },
      ],
      value: 'b',
    },
  ],
  submit: 'Send',
  does: { command: 'thing ask', options: { kept: 'yes' } },
});

describe.each(platformNames)('%s', platform => {
  let playground: AnyPlayground;
  let it_: ChatPlatform;
  let amira: Persona;
  let ben: Persona;
  let heard: Invocation[];
  let happened: Happening[];
  let answer: Inbox['invoke'];
  let key = 0;

  beforeEach(async () => {
    playground = await openFor(platform);
    heard = [];
    happened = [];
    answer = async invocation => ({
      say: card(`Done: ${JSON.stringify(invocation.options)}`),
      shows: invocation.command === 'thing press' ? 'card' : 'person',
    });
    it_ = await adapterFor(playground, quietly([]));
    await it_.start(specs, {
      form: async invocation => {
        heard.push(invocation);
        return {
          show: {
            ...form(),
            does: invocation.command === 'thing form' ? { command: 'thing form', options: {} } : form().does,
          },
        };
      },
      suggest: async (_invocation, _option, typed) => [{ value: `v-${typed}`, label: `Suggested ${typed}` }],
      wordsIn: words => words,
      invoke: async invocation => {
        heard.push(invocation);
        return answer(invocation);
      },
      happened: async event => {
        happened.push(event);
      },
    });
    await playground.until(() => playground.connected(), 'the adapter to be connected');
    amira = playground.person('Amira Haddad');
    ben = playground.person('Ben Okafor');
  });
  afterEach(async () => {
    await it_.stop();
    await playground.stop();
  });

  const workspace = () => ({ platform: platform as PlatformName, id: playground.workspaceId() });
  const account = (who: Persona): Account => ({ platform, workspace: playground.workspaceId(), id: who.id });
  const newKey = () => `01ARZ3NDEKTSV4RRFFQ69G${String(++key).padStart(4, '0')}`;
  const opening = (more: { members?: Account[]; except?: Channel[]; name?: string } = {}) => ({
    workspace: workspace(),
    name: more.name ?? 'cop-wound-care',
    topic: 'Healing',
    purpose: 'To heal',
    facilitators: [account(amira)],
    members: more.members ?? [],
    except: more.except ?? [],
  });
  /** A space with Amira in it. */
  async function space(): Promise<Channel & { readonly name: string }> {
    const opened = await it_.perform['open-space'](opening(), newKey());
    await it_.perform.admit({ space: opened, who: [account(amira)] }, newKey());
    await it_.perform['make-facilitator']({ space: opened, who: account(amira) }, newKey());
    return opened;
  }
  /** Slack lists the bot among a channel's members. */
  const peopleIn = async (who: Persona) => (await who.membersOf('cop-wound-care')).filter(name => name !== 'CoP Bot');
  const kindOf = async (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => (error instanceof PlatformError ? error.kind : String(error)),
    );
  const calls = () => playground.traffic.filter(one => one.direction === 'call').map(one => one.name);

  describe('a space', () => {
    it('is private, and nobody is in it who was not let in', async () => {
      const opened = await space();
      expect(opened.name).toBe('cop-wound-care');
      expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
      expect((await ben.channels()).map(one => one.name)).not.toContain('cop-wound-care');
      expect((await amira.channels()).find(one => one.name === 'cop-wound-care')?.private).toBe(true);
    });

    it('is found again by its key, and only from its own time on', async () => {
      const [mine, since] = [newKey(), Date.now()];
      expect(await it_.find['open-space'](opening(), mine, since)).toBeUndefined();
      const opened = await it_.perform['open-space'](opening(), mine);
      expect(await it_.find['open-space'](opening(), mine, since)).toMatchObject({ id: opened.id, name: opened.name });
      expect(await it_.find['open-space'](opening({ except: [opened] }), newKey(), since)).toBeUndefined();
      expect(await it_.find['open-space'](opening({ name: 'cop-other' }), newKey(), since)).toBeUndefined();
    });

    it('gets a topic; a second time costs nothing wrong', async () => {
      const opened = await space();
      const described = { space: opened, topic: 'Healing wounds', purpose: 'Learning together' };
      await it_.perform['describe-space'](described, newKey());
      await it_.perform['describe-space'](described, newKey());
      expect((await amira.channels()).find(one => one.id === opened.id)?.topic).toContain('Healing wounds');
    });

    it('gets another name with its topic; a second time changes nothing and costs no renaming', async () => {
      const opened = await space();
      const renaming = { space: opened, name: 'cop-leg-ulcers', topic: 'Healing legs', purpose: 'Learning together' };
      expect(await it_.perform['rename-space'](renaming, newKey())).toEqual({ name: 'cop-leg-ulcers' });
      const now = async () => (await amira.channels()).find(one => one.id === opened.id);
      await playground.until(async () => (await now())?.name === 'cop-leg-ulcers', 'the new name');
      expect((await now())?.topic).toContain('Healing legs');
      playground.clearTraffic();
      expect(await it_.perform['rename-space'](renaming, newKey())).toEqual({ name: 'cop-leg-ulcers' });
      expect(calls()).not.toContain('conversations.rename');
      const topic = (await now())?.topic;
      expect(topic).toContain('Healing legs');
    });

    it('says gone when it is to be renamed and is no longer there', async () => {
      const opened = await space();
      const byHand = platform === 'slack' ? amira : playground.person('Joan Mills');
      await byHand.deletesChannel('cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'closed' && one.space.id === opened.id && one.how === 'deleted'),
        'the deletion to be heard of',
      );
      const renaming = { space: opened, name: 'cop-x', topic: 'x', purpose: 'x' };
      expect(await kindOf(it_.perform['rename-space'](renaming, newKey()))).toBe('gone');
    });

    it.skipIf(platform === 'discord')('tells that it was archived (Discord has no such thing)', async () => {
      const opened = await space();
      await amira.archives('cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'closed' && one.space.id === opened.id && one.how === 'archived'),
        'the archiving to be heard of',
      );
    });

    it.each(['Über Ärzte', 'مجتمع', '🎉', 'a.b c/d', 'x'.repeat(120)])('takes any name: %s', async name => {
      const opened = await it_.perform['open-space'](opening({ name: `cop-${name}` }), newKey());
      expect(opened.name.length).toBeLessThanOrEqual(100);
    });

    it('lets people in and out, as often as it is asked', async () => {
      const opened = await space();
      for (let n = 0; n < 2; n++)
        await it_.perform.admit({ space: opened, who: [account(ben), account(amira)] }, newKey());
      expect([...(await peopleIn(amira))].sort()).toEqual(['Amira Haddad', 'Ben Okafor']);
      for (let n = 0; n < 2; n++) await it_.perform.remove({ space: opened, who: [account(ben)] }, newKey());
      expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
    });

    it('says gone for somebody who is not there, and lets the others in', async () => {
      const opened = await space();
      const nobody = { ...account(ben), id: platform === 'slack' ? 'U0NOBODY' : '99999999999999999' };
      expect(await kindOf(it_.perform.admit({ space: opened, who: [account(ben), nobody] }, newKey()))).toBe('gone');
      expect(await peopleIn(amira)).toContain('Ben Okafor');
    });

    it.skipIf(platform === 'slack')(
      'gives and takes the facilitator its administration (Slack has none outside Enterprise: the bot acts for them)',
      async () => {
        const opened = await space();
        expect(await amira.rightsIn('cop-wound-care')).toEqual(
          expect.arrayContaining(['MANAGE_MESSAGES', 'PIN_MESSAGES', 'MANAGE_THREADS']),
        );
        expect(await amira.rightsIn('cop-wound-care')).not.toContain('MANAGE_ROLES');
        await it_.perform['unmake-facilitator']({ space: opened, who: account(amira) }, newKey());
        expect(await amira.rightsIn('cop-wound-care')).toEqual(['PIN_MESSAGES']);
        expect(await peopleIn(amira)).toEqual(['Amira Haddad']);
      },
    );

    it('costs no call to be told what is so already', async () => {
      const opened = await space();
      await it_.perform['describe-space']({ space: opened, topic: 'Healing', purpose: 'To heal' }, newKey());
      playground.clearTraffic();
      await it_.perform['make-facilitator']({ space: opened, who: account(amira) }, newKey());
      expect(calls()).toEqual([]);
    });
  });

  describe('a message', () => {
    it('shows data to the letter, and rings for nobody who is not named', async () => {
      const opened = await space();
      await it_.perform.post({ to: opened, card: card(hostile) }, newKey());
      const [seen] = (await amira.reads('cop-wound-care')).filter(one => one.byBot);
      expect(seen?.text.replace(/\s+/g, ' ')).toContain(hostile.replace(/\s+/g, ' '));
      expect(seen?.rings).toEqual([]);
    });

    it('names people so that it rings', async () => {
      const opened = await space();
      await it_.perform.post(
        {
          to: opened,
          card: {
            body: [{ kind: 'text', text: text`Welcome ${{ who: { name: 'Amira', account: account(amira) } }}` }],
          },
        },
        newKey(),
      );
      expect((await amira.sees(/Welcome @Amira Haddad/)).rings).toEqual(['Amira Haddad']);
    });

    it('is found again by its key alone', async () => {
      const opened = await space();
      const [mine, since] = [newKey(), Date.now()];
      const input = { to: opened, card: card('Hello') };
      expect(await it_.find.post(input, mine, since)).toBeUndefined();
      const posted = await it_.perform.post(input, mine);
      expect(await it_.find.post(input, mine, since)).toEqual(posted);
      expect(await it_.find.post(input, newKey(), since)).toBeUndefined();
    });

    it('goes to a person, and is found there', async () => {
      const [mine, since] = [newKey(), Date.now()];
      const input = { to: { person: account(ben) }, card: card('For you') };
      const posted = await it_.perform.post(input, mine);
      await ben.sees(/For you/, { in: 'direct message' });
      expect(await it_.find.post(input, mine, since)).toEqual(posted);
      expect(amira.seesNow(/For you/)).toEqual([]);
    });

    it('is revised and pinned, as often as it is asked', async () => {
      const opened = await space();
      const posted = await it_.perform.post({ to: opened, card: card('First') }, newKey());
      for (let n = 0; n < 2; n++) await it_.perform.revise({ message: posted, card: card('Second') }, newKey());
      for (let n = 0; n < 2; n++) await it_.perform.pin({ message: posted }, newKey());
      expect((await amira.pinsOf('cop-wound-care')).map(one => one.text)).toEqual([expect.stringContaining('Second')]);
    });

    it('that is gone says so', async () => {
      const opened = await space();
      const nowhere = { channel: opened, id: platform === 'slack' ? '1.000001' : '99999999999999999' };
      expect(await kindOf(it_.perform.revise({ message: nowhere, card: card('x') }, newKey()))).toBe('gone');
      expect(
        await kindOf(
          it_.perform.post(
            { to: { ...opened, id: platform === 'slack' ? 'C0NONE' : '99999999999999999' }, card: card('x') },
            newKey(),
          ),
        ),
      ).toBe('gone');
    });

    it('of any length is cut, never refused', async () => {
      const opened = await space();
      const long = 'word '.repeat(4000);
      const body = Array.from({ length: 60 }, (_, n): Card['body'][number] => ({
        kind: 'text',
        text: text`${n} ${long.slice(0, 300)}`,
        buttons: [{ label: `B${n}`, does: deed('thing press', { n: String(n) }) }],
      }));
      for (const one of [
        card(long),
        { title: text`${long}`, body: [{ kind: 'guide', title: long, markdown: long }] },
        { body },
        { body: [{ kind: 'facts', facts: [{ label: long, value: text`${long}` }] }] },
      ] as Card[])
        await it_.perform.post({ to: opened, card: one }, newKey());
      expect((await amira.reads('cop-wound-care')).filter(one => one.byBot).length).toBeGreaterThanOrEqual(4);
    });
  });

  describe('a Home', () => {
    it('is shown to one person where the platform has one, and drawn only when it changes', async () => {
      const show = (who: Persona, words: string) =>
        it_.perform['show-home']({ of: account(who), home: card(words) }, newKey());
      if (!it_.capabilities.home) return expect(await kindOf(show(amira, 'Yours'))).toBe('unsupported');
      await show(amira, 'Yours');
      await amira.sees(/Yours/, { in: 'home' });
      playground.clearTraffic();
      await show(amira, 'Yours');
      expect(playground.traffic).toEqual([]);
      await show(amira, 'Changed');
      await amira.sees(/Changed/, { in: 'home' });
      expect(ben.seesNow(/Yours|Changed/)).toEqual([]);
    });
  });

  it("tells somebody's time zone where the platform knows it, and asks once", async () => {
    const zones = [await it_.timeZoneOf(account(amira)), await it_.timeZoneOf(account(amira))];
    expect(zones).toEqual(platform === 'slack' ? ['Europe/London', 'Europe/London'] : [undefined, undefined]);
    expect(playground.traffic.filter(one => one.name === 'users.info').length).toBe(platform === 'slack' ? 1 : 0);
    expect(await it_.timeZoneOf({ ...account(amira), id: 'U0NOBODY' })).toBeUndefined();
  });

  describe('errors', () => {
    it.each([
      [{ rateLimit: 2 }, 'rate-limited'],
      [{ status: 503 }, 'unknown-outcome'],
    ] as const)('%j is %s', async (does, kind) => {
      const opened = await space();
      playground.injects({ on: platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages', does });
      expect(await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey()))).toBe(kind);
    });

    it('one that a human can mend is forbidden', async () => {
      const opened = await space();
      playground.injects({
        on: platform === 'slack' ? 'chat.postMessage' : 'POST /channels/:id/messages',
        does: { refuse: platform === 'slack' ? 'missing_scope' : '50013' },
      });
      expect(await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey()))).toBe('forbidden');
    });

    it('a platform that is not there is unreachable, or of unknown outcome', async () => {
      const opened = await space();
      await playground.stop();
      expect(['unreachable', 'unknown-outcome']).toContain(
        await kindOf(it_.perform.post({ to: opened, card: card('x') }, newKey())),
      );
    });
  });

  describe('what people do', () => {
    it('a slash command with words arrives as an Invocation, and is answered to them alone', async () => {
      await amira.types('/cop say hello there', { in: 'general' });
      const seen = await amira.sees(/Done:.*hello there/);
      expect(seen.onlyYou).toBe(true);
      expect(ben.seesNow(/Done:/)).toEqual([]);
      expect(heard[0]).toMatchObject({
        command: 'thing say',
        options: { words: 'hello there' },
        from: 'slash',
        by: { platform, workspace: playground.workspaceId(), id: amira.id },
      });
      expect(heard[0]?.by.name).toMatch(/amira/i);
    });

    it('people and channels are told by their ids, and make a form needless', async () => {
      const [line, words] =
        platform === 'slack'
          ? ['/cop send @Ben Okafor #announcements see https://example.org & more', 'see https://example.org & more']
          : [
              '/cop send people: Ben Okafor channel: announcements words: see https://example.org & more',
              'see https://example.org & more',
            ];
      await amira.types(line, { in: 'general' });
      await amira.sees(/Done:/);
      const announcements = (await amira.channels()).find(one => one.name === 'announcements');
      expect(heard[0]).toMatchObject({
        command: 'thing send',
        options: { people: ben.id, channel: announcements?.id, words },
      });
      await amira.types('/cop send', { in: 'general' });
      expect((await amira.form()).title).toBe('A form');
    });

    it('a slow answer arrives all the same', async () => {
      let go = () => {};
      const gate = new Promise<void>(resolve => {
        go = resolve;
      });
      answer = async () => {
        await gate;
        return { say: card('Late but here'), shows: 'person' };
      };
      const typed = amira.types('/cop say x', { in: 'general' });
      await playground.until(() => heard.length === 1, 'the command to arrive');
      await typed;
      go();
      await amira.sees(/Late but here/);
    });

    it('a form shows its fields, and its submission carries them', async () => {
      await amira.types('/cop ask', { in: 'general' });
      const opened = await amira.form();
      expect(opened.fields.map(field => [field.label, field.kind, field.value, field.required])).toEqual([
        ['Name', 'words', 'prefilled', true],
        [mayStayEmpty(platform, 'More'), 'long-words', '', false],
        [mayStayEmpty(platform, 'Who'), 'people', '', false],
        [mayStayEmpty(platform, 'How'), 'choice', 'By phone', false],
      ]);
      await amira.submits({ Name: 'New', Who: 'Ben Okafor', How: 'In person' });
      await amira.sees(/Done:/);
      expect(heard.at(-1)).toMatchObject({
        command: 'thing ask',
        options: { kept: 'yes', name: 'New', who: ben.id, how: 'a' },
      });
    });

    it('a form to be mended comes back with what was typed, and why', async () => {
      answer = async ({ options }) => ({
        mend: {
          ...form('That name is taken'),
          fields: form('That name is taken').fields.map(field =>
            field.kind === 'words' ? { ...field, value: options[field.name] } : field,
          ) as unknown as Form['fields'],
        },
      });
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'Taken', More: 'much' });
      if (!it_.capabilities.errorsAtFields) {
        await amira.sees(/That name is taken/);
        await amira.presses('Open the form again');
      }
      const again = await amira.form(
        open => open.fields[1]?.value === 'much' || open.fields.some(field => field.error !== undefined),
      );
      expect(again.fields.slice(0, 2).map(field => field.value)).toEqual(['Taken', 'much']);
      if (it_.capabilities.errorsAtFields) expect(again.fields[0]?.error).toBe('That name is taken');
      answer = async () => ({ say: card('Now it is fine'), shows: 'person' });
      await amira.submits({ Name: 'Free' });
      await amira.sees(/Now it is fine/);
      expect(heard.at(-1)?.options).toMatchObject({ name: 'Free', long: 'much', kept: 'yes' });
    });

    const pressable = (command: string) =>
      card('Press me', [{ label: 'Go', does: deed(command, { n: '1' }), style: 'primary' }]);

    it('a press on a card draws that card anew', async () => {
      const posted = await it_.perform.post(
        { to: { person: account(amira) }, card: pressable('thing press') },
        newKey(),
      );
      await amira.sees(/Press me/);
      await amira.presses('Go');
      const seen = await amira.sees(/Done: \{"n":"1"\}/, { in: 'direct message' });
      expect(seen.id).toBe(posted.id);
      expect(seen.buttons).toEqual([]);
      // a direct message on Discord tells no server
      expect(heard[0]).toMatchObject({
        from: 'card',
        on: { id: posted.id, channel: { id: posted.channel.id } },
        by: { id: amira.id },
      });
    });

    it('a refusal goes to the presser alone, and the card stays', async () => {
      const opened = await space();
      await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
      await it_.perform.post({ to: opened, card: pressable('thing refuse') }, newKey());
      answer = async () => ({ say: card('No, because'), shows: 'person' });
      await ben.sees(/Press me/);
      await ben.presses('Go');
      expect((await ben.sees(/No, because/)).onlyYou).toBe(true);
      expect(amira.seesNow(/No, because/)).toEqual([]);
      expect((await amira.sees(/Press me/)).buttons).toHaveLength(1);
    });

    it('a form opened from a card draws that card anew when it is sent', async () => {
      const posted = await it_.perform.post(
        { to: { person: account(amira) }, card: pressable('thing form') },
        newKey(),
      );
      answer = async () => ({ say: card('Sent and drawn'), shows: 'card' });
      await amira.sees(/Press me/);
      await amira.presses('Go');
      await amira.form();
      await amira.submits({ Name: 'x' });
      expect((await amira.sees(/Sent and drawn/, { in: 'direct message' })).id).toBe(posted.id);
      expect(heard.at(-1)).toMatchObject({ from: 'form', on: { id: posted.id } });
    });

    it('a private answer can be drawn anew until its time is over', async () => {
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'x' });
      await amira.sees(/Done:/);
      const reply = heard.at(-1)?.reply;
      if (!reply) throw new Error('no reply');
      expect(reply.expiresAt).toBeGreaterThan(Date.now() + 60_000);
      await it_.perform.answer({ reply, card: card('Halfway there') }, newKey());
      await amira.sees(/Halfway there/);
      expect(amira.seesNow(/Done:/)).toEqual([]);
      expect(
        await kindOf(
          it_.perform.answer(
            {
              reply: {
                ...reply,
                token: JSON.stringify({
                  ...JSON.parse(reply.token),
                  ...(platform === 'slack' ? { view: 'V0NONE' } : { token: 'none' }),
                }),
              },
              card: card('x'),
            },
            newKey(),
          ),
        ),
      ).toBe('gone');
    });

    it("the menu of a message opens a form that knows the message, and so does the form's submission", async () => {
      const opened = await space();
      const posted = await amira.posts('cop-wound-care', 'Look at https://example.org/a', [
        { name: 'a.pdf', type: 'application/pdf', body: new Uint8Array(3) },
      ]);
      await amira.uses('Save to the library', posted);
      await amira.form();
      const known = {
        channel: { id: opened.id },
        id: posted.id,
        author: amira.id,
        byBot: false,
        permalink: posted.permalink,
        files: [{ name: 'a.pdf' }],
        links: [{ url: 'https://example.org/a' }],
      };
      expect(heard[0]).toMatchObject({ command: 'thing save', from: 'shortcut', message: known });
      await amira.submits({ Name: 'x' });
      await amira.sees(/Done:/);
      expect(heard.at(-1)?.message).toMatchObject(known);
    });

    it('a pin tells what was pinned and by whom; the bot hears nothing of its own', async () => {
      const opened = await space();
      const own = await it_.perform.post({ to: opened, card: card('Mine') }, newKey());
      await it_.perform.pin({ message: own }, newKey());
      const posted = await amira.posts('cop-wound-care', 'A paper', [
        { name: 'paper.pdf', type: 'application/pdf', body: new Uint8Array(3) },
      ]);
      await amira.pins(posted);
      await playground.until(() => happened.some(one => one.kind === 'pinned'), 'the pin to be heard of');
      expect(happened.filter(one => one.kind === 'pinned')).toMatchObject([
        {
          kind: 'pinned',
          by: { id: amira.id },
          message: { id: posted.id, byBot: false, files: [{ name: 'paper.pdf' }] },
        },
      ]);
    });

    it('who is brought in or put out by hand is told; what the bot does itself may be', async () => {
      const opened = await space();
      const byHand = platform === 'slack' ? amira : playground.person('Joan Mills');
      await byHand.brings('Ben Okafor', 'cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'joined' && one.who.id === ben.id && one.space.id === opened.id),
        'the coming to be heard of',
      );
      await byHand.throwsOut('Ben Okafor', 'cop-wound-care');
      await playground.until(
        () => happened.some(one => one.kind === 'left' && one.who.id === ben.id),
        'the going to be heard of',
      );
    });

    it.skipIf(platform === 'slack')(
      'suggests while typing (Slack has no such thing for typed commands: the best match is taken instead)',
      async () => {
        expect(await amira.completions('/cop say wor', { in: 'general' })).toContainEqual(
          expect.objectContaining({ label: 'Suggested wor' }),
        );
      },
    );
  });

  it('ends promptly, and twice', async () => {
    await it_.stop();
    await it_.stop();
    await playground.until(() => !playground.connected(), 'the adapter to be gone');
  });
});
