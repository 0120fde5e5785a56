/** The bot's own way in is closed: by its token, a scope or permission, its place in the space or the server. Nothing is lost, nobody is told no, and all goes on once it is mended. */
import { afterEach, describe, expect, it } from 'vitest';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as settings from '../../src/store/settings.ts';
import { goesOnTo, movableClock } from '../support/clock.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const person = (name: string) => it_.person(name);
/** Who manages channels' members: on Discord an administrator alone. */
const manager = () => person(it_.platform === 'slack' ? 'Amira' : 'Joan');
const parked = async () =>
  (await it_.store.db.selectFrom('effects').select('kind').where('state', '=', 'parked').execute()).map(
    one => one.kind,
  );
const unsettled = () =>
  it_.store.db.selectFrom('effects').select('kind').where('state', 'in', ['parked', 'failed']).execute();
const requests = () => it_.store.db.selectFrom('join_requests').select('state').execute();
const handsAskedOf = async (name: string) =>
  (await person(name).reads('direct message')).filter(one => /needs a hand/.test(one.text));
const untilParked = (kind: string) =>
  it_.playground.until(async () => (await parked()).includes(kind as never), `${kind} to wait for somebody`);

describe.each(platformNames)('on %s', platform => {
  it('names what really lacks, once for all that waits for it, and goes on when it is given', async () => {
    it_ = await stage(platform);
    const [amira, lacks] = [person('Amira'), platform === 'slack' ? 'pins:write' : 'Pin Messages'];
    if (platform === 'slack') it_.playground.removeScope?.('pins:write');
    else it_.playground.takesPermission?.('PIN_MESSAGES');
    await fillsIn(amira);
    const told = await amira.sees(/needs a hand/, { in: 'direct message' });
    expect(told.text).toContain(lacks);
    expect(told.text).not.toMatch(/Manage/);
    await it_.settled();
    expect((await parked()).filter(kind => kind === 'pin').length).toBeGreaterThan(1);
    expect(await handsAskedOf('Amira')).toHaveLength(1);
    const known = it_.log.filter(line => 'remedy' in line && 'needed' in line && line.needed !== undefined);
    expect(known.filter(line => 'level' in line && line.level === 'error')).toHaveLength(1);
    if (platform === 'slack') {
      it_.playground.givesScope?.('pins:write');
      await amira.presses("It's allowed now, try again", { in: 'direct message' });
    } else it_.playground.givesPermission?.('PIN_MESSAGES'); // heard by itself
    await it_.playground.until(async () => (await amira.pinsOf('cop-wound-care')).length === 4, 'all to be pinned');
    await it_.settled();
    expect(await unsettled()).toEqual([]);
  });

  it('a pin that it may not read is told of, and kept once it may', async () => {
    it_ = await stage(platform);
    const [amira, lacks] = [person('Amira'), platform === 'slack' ? 'pins:read' : 'Read Message History'];
    await startCop(amira);
    await it_.settled();
    const held = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'MANAGE_CHANNELS', 'MANAGE_ROLES', 'PIN_MESSAGES'] as const;
    const paper = await amira.posts('cop-wound-care', 'Our protocol https://example.org/protocol');
    if (platform === 'slack') {
      it_.playground.removeScope?.('pins:read'); // then Slack tells of no pin: a look finds it
      await it_.away(() => amira.pins(paper));
    } else {
      await person('Joan').setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['READ_MESSAGE_HISTORY'] });
      await amira.pins(paper);
    }
    const told = await amira.sees(/needs a hand/, { in: 'direct message' });
    expect(told.text).toMatch(/couldn't see what is pinned/);
    expect(told.text).toContain(lacks);
    expect(await it_.store.db.selectFrom('documents').select('title').execute()).toEqual([]);
    if (platform === 'slack') {
      it_.playground.givesScope?.('pins:read');
      await askIn(person('Ben')); // heard by any answer
    } else
      await person('Joan').setsRights?.('cop-wound-care', '@CoP Bot', { allow: [...held, 'READ_MESSAGE_HISTORY'] });
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('documents').select('title').execute()).length === 1,
      'the pin to be in the library',
    );
    await it_.settled();
    expect(await unsettled()).toEqual([]);
    await amira.sees(/Wound Care goes on/, { in: 'direct message' });
    expect(await handsAskedOf('Amira')).toEqual([]);
  });

  it('put out of the space, asks to be brought back, closes nothing meanwhile, and goes on there', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [person('Amira'), person('Ben')];
    await startCop(amira);
    await it_.settled();
    await manager().throwsOut('CoP Bot', 'cop-wound-care');
    const asked = await amira.sees(/needs a hand/, { in: 'direct message' });
    expect(asked.text).toMatch(
      platform === 'slack' ? /somebody in it types \/invite and chooses me/ : /gives me View Channels/,
    );
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message', with: /Ben Okafor asks to join/ });
    await untilParked('admit');
    await it_.settled();
    expect(await requests()).toEqual([{ state: 'approved' }]);
    expect(ben.seesNow(/no longer|couldn't be/)).toEqual([]);
    expect(await handsAskedOf('Amira')).toHaveLength(1);
    await manager().brings('CoP Bot', 'cop-wound-care');
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
    await it_.settled();
    expect(await unsettled()).toEqual([]);
  });

  it('keeps what was for one person for as long as its token is not taken', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [person('Amira'), person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await it_.settled();
    const takesItAgain = refusesToken(it_);
    await twoDaysLater(clock);
    await it_.playground.until(async () => {
      clock.passes(70_000);
      return (await parked()).includes('post');
    }, 'the reminder to wait for the token');
    expect(amira.seesNow(/still hopes to join/)).toEqual([]);
    takesItAgain();
    await amira.sees(/Ben Okafor still hopes to join/, { in: 'direct message' });
    expect(await requests()).toEqual([{ state: 'pending' }]);
    expect(await handsAskedOf('Amira')).toEqual([]);
    const said =
      platform === 'slack'
        ? { remedy: expect.stringMatching(/SLACK_BOT_TOKEN/) }
        : { sentence: expect.stringMatching(/shows under Bot into .env/) };
    expect(it_.log).toContainEqual(expect.objectContaining({ level: 'error', ...said }));
  }, 60_000);

  it('taken out and added again, goes on where it stopped', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [person('Amira'), person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await it_.settled();
    const { playground } = it_;
    if (platform === 'slack') playground.uninstallsApp?.();
    else playground.removesApp?.();
    await twoDaysLater(clock);
    await playground.until(async () => {
      clock.passes(70_000);
      return (await parked()).includes('post');
    }, 'the reminder to wait');
    expect(await requests()).toEqual([{ state: 'pending' }]);
    expect(await it_.store.db.selectFrom('cops').select('state').execute()).toEqual([{ state: 'open' }]);
    if (platform === 'slack')
      await it_.away(async () => playground.reinstallsApp?.()); // its new token goes into .env
    else playground.addsApp?.();
    await amira.sees(/Ben Okafor still hopes to join/, { in: 'direct message' });
    if (platform === 'slack') await manager().brings('CoP Bot', 'cop-wound-care'); // out of every channel by it
    await amira.presses('Approve', { in: 'direct message', with: /still hopes to join/ });
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
    await it_.settled();
    expect(await unsettled()).toEqual([]);
  }, 60_000);
});

it.each(['group_left', 'both'] as const)(
  'on slack, told by %s, who put it out of the space is asked as well',
  async by => {
    it_ = await stage('slack');
    it_.playground.tellsOwnLeaving?.(by);
    const [amira, dev] = [person('Amira'), person('Dev')];
    await startCop(amira);
    await amira.brings('Dev Patel', 'cop-wound-care');
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('memberships').selectAll().execute()).length === 2,
      'Dev to be known',
    );
    await it_.settled();
    await dev.throwsOut('CoP Bot', 'cop-wound-care');
    await dev.sees(/please bring me back: somebody in it types \/invite/, { in: 'direct message' });
    await amira.sees(/needs a hand/, { in: 'direct message' });
    await it_.settled();
    expect(await handsAskedOf('Amira')).toHaveLength(1);
    expect(await handsAskedOf('Dev')).toHaveLength(1);
  },
);

it('on slack, hears that it went as it hears it of anybody', async () => {
  it_ = await stage('slack');
  it_.playground.tellsOwnLeaving?.('member_left_channel');
  const amira = person('Amira');
  await startCop(amira);
  await it_.settled();
  await manager().throwsOut('CoP Bot', 'cop-wound-care');
  await amira.sees(/needs a hand/, { in: 'direct message' });
  await manager().brings('CoP Bot', 'cop-wound-care');
  await amira.sees(/Wound Care goes on/, { in: 'direct message' });
});

it('on slack, a card that lacks a scope waits, is told of in the log, and is tried again every hour', async () => {
  const clock = movableClock();
  it_ = await stage('slack', { clock });
  const [amira, ben] = [person('Amira'), person('Ben')];
  await startCop(amira);
  await it_.settled();
  it_.playground.removeScope?.('chat:write');
  await askIn(ben);
  await untilParked('post');
  const remedy = expect.stringMatching(/^add the scope chat:write at api.slack.com\/apps.*install the app again/);
  expect(it_.log).toContainEqual(
    expect.objectContaining({ level: 'error', code: 'missing_scope', needed: 'chat:write', remedy }),
  );
  it_.playground.givesScope?.('chat:write');
  clock.passes(3600_000);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  await it_.settled();
  expect(amira.seesNow(/needs a hand/)).toEqual([]); // it needs none any more
});

it('on slack, hears by any answer that a scope was given', async () => {
  it_ = await stage('slack');
  const [amira, ben] = [person('Amira'), person('Ben')];
  it_.playground.removeScope?.('pins:write');
  await fillsIn(amira);
  await untilParked('pin');
  await it_.settled();
  it_.playground.givesScope?.('pins:write');
  await askIn(ben);
  await it_.playground.until(async () => (await amira.pinsOf('cop-wound-care')).length === 4, 'all to be pinned');
});

const london = hoursIn('Europe/London');

/** At an hour at which nobody minds. */
async function twoDaysLater(clock: ReturnType<typeof movableClock>): Promise<void> {
  const { db } = it_.store;
  const { created_at } = await db.selectFrom('join_requests').select('created_at').executeTakeFirstOrThrow();
  const { id, network_id } = await db.selectFrom('workspaces').selectAll().executeTakeFirstOrThrow();
  await db.transaction().execute(tx => settings.save(tx, { ...unchosen(network_id, id), timeZone: 'Europe/London' }));
  goesOnTo(clock, london, created_at + 2 * 24 * 3600_000);
}

function refusesToken({ platform, playground }: Stage): () => void {
  if (platform === 'slack') {
    playground.refusesToken?.('bot', 'invalid_auth');
    return () => playground.takesToken?.('bot');
  }
  (playground.takesToken as (() => void) | undefined)?.();
  return () => playground.givesToken?.();
}

it('on discord, where a message tells of a pin, one that it could not read for a moment only is kept all the same', async () => {
  it_ = await stage('discord');
  const amira = person('Amira');
  await startCop(amira);
  await it_.settled();
  const paper = await amira.posts('cop-wound-care', 'Our protocol https://example.org/protocol');
  it_.playground.injects({ on: 'GET /channels/:id/messages/:id', does: { refuse: '50013' } });
  await amira.pins(paper);
  const kept = () => it_.store.db.selectFrom('documents').select('title').execute();
  await expect.poll(kept).toEqual([{ title: 'Our protocol' }]);
  expect(await handsAskedOf('Amira')).toEqual([]);
});

describe('on discord, what keeps the bot out is told as what it is, where no permission lacks', () => {
  it.each([
    ['60003', /two-factor authentication of its moderators/, /turn it on for their own account/],
    ['40002', /verify their own account/, /developer portal has to verify/],
    ['20026', /takes me for spam/, /ask for a review/],
  ])('%s', async (refuse, cause, remedy) => {
    it_ = await stage('discord');
    it_.playground.injects({ on: 'POST /guilds/:id/channels', does: { refuse } });
    await fillsIn(person('Amira'));
    expect((await person('Amira').sees(/needs a hand/, { in: 'direct message' })).text).toMatch(cause);
    expect(it_.log).toContainEqual(
      expect.objectContaining({ level: 'error', code: refuse, remedy: expect.stringMatching(remedy) }),
    );
  });
});

it('on discord, where the server has its space in its Onboarding, who can take it out there is told so, and then it is closed again', async () => {
  it_ = await stage('discord');
  const amira = person('Amira');
  await startCop(amira);
  await it_.settled();
  await person('Joan').makesPublic('cop-wound-care');
  await amira.sees(/Somebody opened the space/, { in: 'direct message' });
  it_.playground.injects({ on: 'PUT /channels/:id/permissions/:id', does: { refuse: '350003' } });
  await amira.presses('Close it again', { in: 'direct message' });
  const asked = await amira.sees(/needs a hand/, { in: 'direct message' });
  expect(asked.text).toMatch(/settings, under Onboarding/);
  expect(it_.log.filter(line => 'level' in line && line.level === 'error' && 'err' in line)).toEqual([]);
  await amira.presses("It's allowed now, try again", { in: 'direct message' });
  await amira.sees(/it was put back on/, { in: 'direct message' });
  await it_.settled();
  expect(await unsettled()).toEqual([]);
});

it('on discord, a press that Discord lets wait is done once, and the card says so soon', async () => {
  it_ = await stage('discord');
  const [amira, ben] = [person('Amira'), person('Ben')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
  await it_.settled();
  it_.playground.injects({ on: 'POST /interactions/:id/:token/callback', times: 2, does: { rateLimit: 30 } });
  await amira.presses('Approve', { in: 'direct message', with: /Ben Okafor asks to join/ });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
  const approve = () =>
    amira.seesNow(/./, { in: 'direct message' }).flatMap(one => one.buttons.map(({ label }) => label));
  await it_.playground.until(() => !approve().includes('Approve'), 'the card to be drawn');
  expect(amira.seesNow(/it isn't your fault/, { in: 'direct message' })).toEqual([]);
}, 60_000);

it.each([
  ['their answer', '/cop find', /There is no CoP here yet/],
  ['that it did not work, where it is a form', '/startcop', /it isn't your fault/],
])(
  'on discord, whoever Discord lets wait longer than for an answer has by direct message %s',
  async (_how, typed, words) => {
    it_ = await stage('discord');
    it_.playground.injects({ on: 'POST /interactions/:id/:token/callback', times: 2, does: { rateLimit: 30 } });
    await person('Ben').types(typed, { in: 'general' });
    await person('Ben').sees(words, { in: 'direct message' });
  },
);

it.each([
  ['240000', /a word or a link in it, which somebody wrote/],
  ['50013', /it isn't your fault/],
])('on discord, whoever asked is answered though Discord refuses the answer itself (%s)', async (refuse, words) => {
  it_ = await stage('discord');
  it_.playground.injects({ on: 'POST /interactions/:id/:token/callback', does: { refuse } });
  await person('Ben').types('/cop find', { in: 'general' });
  expect((await person('Ben').sees(words, { in: 'general' })).onlyYou).toBe(true);
});
