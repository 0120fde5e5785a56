/** What people type, choose and press that nobody thought of. The bot stays calm, shows it to the letter, and says kindly what to do. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { town } from '../../playground/town.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const errors = () => it_.log.filter(line => 'level' in line && line.level === 'error');
const letters = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

const names: readonly (readonly [string, RegExp])[] = [
  ['🎉🩹', /^cop-/],
  ['Wundpflege 🩹 für alle', /^cop-wundpflege-f/],
  ['مجتمع رعاية الجروح', /^cop-/],
  ['@everyone', /^cop-everyone$/],
  ['<!channel>', /^cop-channel$/],
  ['*Bold* _and_ ~more~ `code` ||x||', /^cop-bold-and-more-code-x$/],
  ['https://example.org/wounds?x=1', /^cop-https-example-org/],
  ['# 1. Care > cure', /^cop-1-care-cure$/],
];

describe.each(platformNames)('on %s', platform => {
  it('a card whose arrival nobody heard of says what was decided before it was found', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    const [posts, finds] =
      platform === 'slack'
        ? ['chat.postMessage', 'conversations.history']
        : ['POST /channels/:id/messages', 'GET /channels/:id/messages'];
    it_.playground.injects({ on: posts, does: { status: 503, performed: true } });
    it_.playground.injects({ on: finds, times: 3, does: { status: 503 } });
    await askIn(ben);
    const request = await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await ben.types('/cop home', { in: 'general' });
    await ben.presses('Withdraw the request', { with: /This week/ });
    await it_.playground.until(
      async () =>
        (await it_.store.db.selectFrom('join_requests').select('state').executeTakeFirst())?.state === 'withdrawn',
      'the request to be taken back',
    );
    const taken = () => amira.seesNow(/Ben Okafor took (it|the request) back/, { in: 'direct message' });
    await vi.waitUntil(
      () => {
        clock.passes(1000);
        return taken().length > 0;
      },
      { timeout: 30_000, interval: 20 },
    );
    const [after] = taken();
    expect(after?.id).toBe(request.id);
    expect(after?.buttons.map(button => button.label)).not.toContain('Approve');
  });

  it.each(names)('a CoP may be called %s: shown to the letter, ringing for nobody', async (name, channel) => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira, { Name: name });
    await it_.settled();
    const space = (await amira.channels()).find(one => one.name.startsWith('cop-'));
    expect(space?.name).toMatch(channel);
    const welcome = await amira.sees(letters(`Welcome to ${name}`), { in: space?.name ?? '' });
    expect(welcome.rings.filter(one => one !== 'Amira Haddad')).toEqual([]);
    await ben.types('/cop find', { in: 'general' });
    await ben.presses('Request to join', { with: letters(name) });
    await ben.form();
    await ben.submits({ 'What brings you here? (optional)': name });
    await ben.sees(/Your request is with the facilitators/);
    const request = await amira.sees(letters(`asks to join ${name}`), { in: 'direct message' });
    expect(request.text).toMatch(letters(name));
    await amira.presses('Approve', { in: 'direct message' });
    expect((await ben.sees(/Please welcome/, { in: space?.name ?? '' })).rings).toEqual(['Ben Okafor']);
    await ben.sees(letters(`You're in: ${name}`), { in: 'direct message' });
    await it_.settled();
    expect(errors()).toEqual([]);
  });

  it.each([
    ['only spaces', '  \u200b\t ', /name that people will recognise/],
    ['200 characters', 'x'.repeat(200), /longer than 60 characters|60/],
  ])('a CoP may not be called by %s; it is said, and the rest is kept', async (_what, name, words) => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    const refused = await fillsIn(amira, { Name: name }).then(
      () => undefined,
      (error: Error) => error.message, // Discord's own client
    );
    if (refused === undefined && platform === 'discord') {
      await amira.sees(words);
      await amira.presses('Open the form again');
      expect((await amira.form()).fields[1]?.value).toBe('Healing wounds that will not close');
    } else if (refused === undefined) {
      const form = await amira.form(open => open.fields.some(field => field.error));
      expect(form.fields[0]?.error).toMatch(words);
    } else expect(refused).toMatch(words);
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' });
    await amira.sees(/Your space is ready/);
    expect(await it_.store.db.selectFrom('cops').select('name').execute()).toEqual([{ name: 'Wound Care' }]);
    expect(errors()).toEqual([]);
  });

  it('a bot can not facilitate; the form says so, and takes a person', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await fillsIn(amira, { Facilitator: 'CoP Bot' });
    if (platform === 'slack') {
      const form = await amira.form(open => open.fields.some(field => field.error));
      expect(form.fields[3]?.error).toMatch(/That is a bot.*choose one/);
    } else {
      await amira.sees(/That is a bot.*choose one/);
      await amira.presses('Open the form again');
      await amira.form();
    }
    await amira.submits({ Facilitator: 'Amira Haddad' });
    await amira.sees(/Your space is ready/);
  });

  it.each(['<!here> *Al*', '@everyone', 'עברית 🎈', 'x'.repeat(60)])('a person may be called %s', async name => {
    it_ = await stage(platform, { workspaces: [{ ...town, people: [...town.people, { name }] }] });
    const [amira, odd] = [it_.person('Amira'), it_.person(name)];
    await startCop(amira);
    await askIn(odd, '<!channel> @here *let me in*');
    const request = await amira.sees(letters(`${name} asks to join`), { in: 'direct message' });
    expect(request.text).toMatch(letters('<!channel> @here *let me in*'));
    expect(request.rings.filter(one => one !== name)).toEqual([]);
    await amira.presses('Approve', { in: 'direct message', with: letters(name) });
    expect((await odd.sees(/Please welcome/, { in: 'cop-wound-care' })).rings).toEqual([name]);
    expect(errors()).toEqual([]);
  });

  it('asking twice, from a card that is still there, says how the first stands', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await ben.presses('Request to join', { with: /Wound Care/ });
    await ben.sees(/You asked to join Wound Care .*there is no answer yet/);
    expect(ben.hasForm()).toBe(false);
    await it_.settled();
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'pending' }]);
  });
});

/** Kofi is a guest there: only an administrator can let him into the space. */
async function guestApproved() {
  it_ = await stage('slack');
  const [amira, kofi] = [it_.person('Amira'), it_.person('Kofi')];
  await startCop(amira);
  await askIn(kofi);
  await amira.sees(/Kofi Mensah asks to join/, { in: 'direct message' });
  await amira.presses('Approve', { in: 'direct message' });
  return { amira, kofi };
}

describe('on slack, guests', () => {
  it('can not facilitate, and the form says whom to choose', async () => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await fillsIn(amira, { Facilitator: 'Kofi Mensah' });
    const form = await amira.form(open => open.fields.some(field => field.error));
    expect(form.fields[3]?.error).toMatch(/Guests can.t be brought.*Choose somebody who is a full member/);
  });

  it('hold nobody else up, where Slack does not tell who is one', async () => {
    it_ = await stage('slack');
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    it_.playground.injects({ on: 'users.info', times: 9, does: { refuse: 'missing_scope' } });
    await fillsIn(amira, { Facilitator: 'Kofi Mensah' });
    await amira.sees(/Your space is ready/);
    await it_.settled();
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    await amira.sees(/Welcome to Wound Care/, { in: 'cop-wound-care' });
    await amira.sees(/a guest can only be added by a workspace admin/, { in: 'direct message' });
    expect(joan.seesNow(/Wound Care/, { in: 'cop-wound-care' })).toEqual([]);
  });

  it('who ask in wait for an admin, and the facilitators hear that', async () => {
    const { amira, kofi } = await guestApproved();
    await amira.sees(/couldn't bring @?Kofi Mensah into its space.*a guest can only be added by a workspace admin/, {
      in: 'direct message',
    });
    await kofi.sees(/You're expected in Wound Care[\s\S]*An administrator has to let you in first/, {
      in: 'direct message',
    });
    await it_.settled();
    expect(it_.log.filter(line => (line as { level?: unknown }).level === 'error')).toEqual([]);
    expect(await it_.store.db.selectFrom('memberships').select('state').orderBy('since').execute()).toMatchObject([
      { state: 'member' },
      { state: 'joining' },
    ]);
  });
});

it.each([
  ['slack', { on: 'conversations.invite', does: { refuse: 'restricted_action' } }],
  ['discord', { on: 'PUT /channels/:id/permissions/:id', does: { refuse: '50013' } }],
] as const)(
  'on %s, who could not be let in, and is brought in by hand, is in from then on',
  async (platform, refused) => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const space = 'cop-wound-care';
    await startCop(amira);
    await askIn(ben);
    await it_.settled();
    it_.playground.injects(refused);
    await amira.presses('Approve', { in: 'direct message', with: /Ben Okafor asks to join/ });
    await amira.sees(/couldn't bring @?Ben Okafor into its space/, { in: 'direct message' });
    await it_.settled();
    await (platform === 'slack' ? amira : it_.person('Joan')).brings('Ben Okafor', space);
    await amira.sees(/Please welcome @?Ben Okafor/, { in: space });
    await it_.settled();
    await ben.types('/cop docs list', { in: space });
    await ben.sees(/The library of Wound Care is still empty/);
    expect(ben.seesNow(/Welcome to Wound Care|You're in/, { in: 'direct message' }).length).toBeLessThan(2);
  },
);

it('on slack, who waits for an admin and leaves the workspace is waited for no longer', async () => {
  const { amira, kofi } = await guestApproved();
  await amira.sees(/a guest can only be added by a workspace admin/, { in: 'direct message' });
  await it_.settled();
  await kofi.leavesWorkspace();
  await amira.sees(/Kofi Mensah can't be brought into Wound Care: they are no longer here/, { in: 'direct message' });
  await it_.settled();
  expect(await it_.store.db.selectFrom('effects').select('kind').where('state', '=', 'parked').execute()).toEqual([]);
  expect(await it_.store.db.selectFrom('memberships').select('state').orderBy('state').execute()).toEqual([
    { state: 'left' },
    { state: 'member' },
  ]);
});

it('on slack, whoever is of the organisation and not of this workspace waits until they have been let into it', async () => {
  it_ = await stage('slack');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  it_.playground.injects({ on: 'conversations.invite', does: { refuse: 'org_user_not_in_team' } });
  await amira.presses('Approve', { in: 'direct message' });
  await amira.sees(/couldn't bring @?Ben Okafor into its space.*has to be let into this workspace first/, {
    in: 'direct message',
  });
  await ben.sees(/An administrator has to let you in first/, { in: 'direct message' });
  await it_.settled();
  expect(it_.log.filter(line => (line as { level?: unknown }).level === 'error')).toEqual([]);
});

it('on discord, a channel of the same name that the bot can not see stays what it is', async () => {
  it_ = await stage('discord');
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await joan.makesChannel('cop-wound-care', { private: true });
  await startCop(amira);
  await it_.settled();
  const called = async (who: typeof amira) => (await who.channels()).filter(one => one.name === 'cop-wound-care');
  expect(await called(amira)).toHaveLength(1);
  expect((await called(joan)).map(one => one.topic)).toEqual(expect.arrayContaining(['', expect.stringMatching(/./)]));
  expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
});

describe('on discord, somebody who takes no direct messages', () => {
  it('is welcomed in a private thread of the space', async () => {
    it_ = await stage('discord');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await ben.closesDirectMessages();
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message' });
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
    expect((await ben.sees(/You're in: Wound Care/)).where).toMatch(/^For /);
    await it_.settled();
  });

  it('is written to in the same thread again, though it was archived meanwhile', async () => {
    it_ = await stage('discord');
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await amira.closesDirectMessages();
    await askIn(ben);
    const { where } = await amira.sees(/Ben Okafor asks to join/);
    await it_.settled();
    const threads = async () => (await amira.channels()).filter(one => one.name.startsWith('For '));
    await joan.archives(where);
    expect((await threads()).map(one => one.archived)).toEqual([true]);
    const dev = it_.person('Dev');
    await askIn(dev);
    expect((await amira.sees(/Dev Patel asks to join/)).where).toBe(where);
    await it_.settled();
    expect((await threads()).map(one => one.archived)).toEqual([false]);
  });

  it('finds a no, with its reason, in /cop home; the facilitators are not troubled with it', async () => {
    it_ = await stage('discord');
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await ben.closesDirectMessages();
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Decline…', { in: 'direct message' });
    await amira.form();
    await amira.submits({ 'A kind word with it (optional)': 'Full until May' });
    await amira.sees(/said no/, { in: 'direct message' });
    await it_.settled();
    await ben.types('/cop home', { in: 'general' });
    await ben.sees(/Wound Care: .*Full until May/);
    expect(amira.seesNow(/needs a hand/)).toEqual([]);
  });
});
