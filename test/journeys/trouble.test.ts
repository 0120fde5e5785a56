/** What platforms do to a bot: they are busy, lose answers, forbid, forget, repeat. Nothing is lost, nothing happens twice, people are told. */
import { afterEach, describe, expect, it } from 'vitest';
import type { DiscordPlayground } from '../../playground/discord/options.ts';
import { town } from '../../playground/town.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };
let it_: Stage;
afterEach(() => it_?.stop());

const create = { slack: 'conversations.create', discord: 'POST /guilds/:id/channels' } as const;
const send = { slack: 'chat.postMessage', discord: 'POST /channels/:id/messages' } as const;
const pin = { slack: 'pins.add', discord: 'PUT /channels/:id/messages/pins/:id' } as const;

const effects = () =>
  it_.store.db
    .selectFrom('effects')
    .select(['kind', 'state'])
    .where('state', '<>', 'done')
    .where('due_at', '<', Date.now() + 24 * 3600_000)
    .execute();

it('on slack, waits where too many messages were posted, and goes on', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  it_.playground.injects({ on: 'chat.postMessage', after: 1, times: 2, does: { refuse: 'rate_limited' } });
  it_.playground.injects({ on: 'conversations.invite', does: { refuse: 'external_channel_migrating' } });
  await startCop(amira);
  await it_.settled();
  expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
  expect(await effects()).toEqual([]);
});

describe.each(platformNames)('on %s', platform => {
  it('waits as long as the platform asks, and goes on', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    it_.playground.injects({ on: send[platform], after: 1, does: { rateLimit: 0.3 } });
    it_.playground.injects({ on: pin[platform], does: { rateLimit: 0.3 } });
    await startCop(amira);
    await it_.settled();
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    expect(await effects()).toEqual([]);
  });

  it.each([true, false])('looks for what it may have done before doing it again (it was done: %s)', async performed => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    it_.playground.injects({
      on: create[platform],
      after: platform === 'discord' ? 1 : 0,
      does: { status: 502, performed },
    });
    it_.playground.injects({ on: send[platform], does: { status: 502, performed } });
    await startCop(amira);
    await it_.settled();
    expect((await amira.channels()).filter(channel => channel.name.startsWith('cop-'))).toHaveLength(1);
    expect(
      (await amira.reads('cop-wound-care')).filter(message => /^Welcome to Wound Care/.test(message.text)),
    ).toHaveLength(1);
    expect(await effects()).toEqual([]);
  });

  it('is told to whoever administers, too, where no space is made yet, and they have it tried again', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const joan = it_.person('Joan');
    await joan.types('/cop setup', { in: 'general' });
    await joan.presses('Support Team and starting');
    await joan.form();
    await joan.submits({});
    const allow = forbidsChannels(it_);
    await fillsIn(it_.person('Amira'));
    await joan.sees(/Wound Care needs a hand/, { in: 'direct message' });
    allow();
    await joan.presses("It's allowed now, try again", { in: 'direct message' });
    await joan.sees(/I'm trying again for Wound Care/, { in: 'direct message' });
  });

  it('says what is not allowed, and goes on by itself once it is', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    const allow = forbidsChannels(it_);
    await fillsIn(amira);
    const told = await amira.sees(/I couldn't make its private channel/);
    expect(told.text).toMatch(/Nothing is lost: I go on by myself once it's allowed/);
    await amira.sees(/Wound Care needs a hand/, { in: 'direct message' });
    allow();
    await amira.presses("It's allowed now, try again", { in: 'direct message' });
    await amira.sees(/Your space is ready/, { in: 'direct message' });
    await it_.settled();
    expect(await amira.pinsOf('cop-wound-care')).toHaveLength(4);
    expect(await effects()).toEqual([]);
  });

  it('comes back when its connection is cut, and hears what people press then', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    it_.playground.dropsSockets();
    await it_.playground.until(() => !it_.playground.connected(), 'the connection to be cut').catch(() => {});
    await it_.playground.until(() => it_.playground.connected(), 'the bot to come back');
    await startCop(amira);
  }, 30_000);

  it('does once what is delivered twice', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    it_.playground.delivers(2);
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message' });
    await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
    await it_.settled();
    expect((await amira.channels()).filter(channel => channel.name.startsWith('cop-'))).toHaveLength(1);
    expect((await ben.reads('cop-wound-care')).filter(message => /Please welcome/.test(message.text))).toHaveLength(1);
    expect((await ben.reads('direct message')).filter(message => /You're in/.test(message.text))).toHaveLength(1);
    expect(
      (await amira.reads('direct message')).filter(message => /Ben Okafor asks to join/.test(message.text)),
    ).toHaveLength(1);
    expect(await it_.store.db.selectFrom('join_requests').selectAll().execute()).toHaveLength(1);
  });

  it('a start form that is delivered three times leaves one progress, which ends', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    it_.playground.delivers(3);
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' });
    await amira.sees(/Your space is ready/);
    await it_.settled();
    expect(amira.seesNow(/under way/)).toEqual([]);
    expect((await amira.channels()).filter(channel => channel.name.startsWith('cop-'))).toHaveLength(1);
    expect(await it_.store.db.selectFrom('cops').select('state').execute()).toEqual([{ state: 'open' }]);
  });

  it('a card that arrives late is born decided', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    it_.playground.injects({ on: send[platform], does: { rateLimit: 2 } });
    await askIn(ben);
    await ben.presses('Withdraw the request', { with: /Your request is with the facilitators/ });
    const card = await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    expect(card.text).toMatch(/took the request back/);
    expect(card.buttons).toEqual([]);
  });

  it('closes the request of somebody who has left the workspace, and tells the facilitator', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await ben.leavesWorkspace();
    await amira.presses('Approve', { in: 'direct message' });
    await amira.sees(/can't be brought into Wound Care: they are no longer here/, { in: 'direct message' });
    await it_.settled();
    expect(await it_.store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'withdrawn' }]);
    const [cop] = await it_.store.db.selectFrom('cops').select(['state', 'closed_at']).execute();
    expect(cop).toEqual({ state: 'open', closed_at: null });
    expect(await it_.store.db.selectFrom('memberships').select('state').orderBy('state').execute()).toEqual([
      { state: 'left' },
      { state: 'member' },
    ]);
  });

  it('takes somebody brought in by hand for a member, and who was put out for none', async () => {
    it_ = await stage(platform);
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira);
    await it_.settled();
    const states = () => it_.store.db.selectFrom('memberships').select('state').orderBy('since').execute();
    const byHand = platform === 'slack' ? amira : it_.person('Joan');
    await byHand.brings('Dev Patel', 'cop-wound-care');
    await it_.playground.until(async () => (await states()).length === 2, 'Dev to be a member');
    await dev.types('/cop docs find', { in: 'general' });
    await dev.sees(/library of Wound Care is still empty/);
    await byHand.throwsOut('Dev Patel', 'cop-wound-care');
    await it_.playground.until(async () => (await states()).some(one => one.state === 'left'), 'Dev to be out');
  });
});

it('on slack, a name taken by a channel that the bot can not see gets a suffix', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  it_.playground.addsHiddenChannel?.('cop-wound-care');
  await startCop(amira);
  expect((await amira.channels()).map(channel => channel.name)).toContain('cop-wound-care-2');
});

it('on discord, a facilitator who takes no direct messages gets the request in a private thread', async () => {
  it_ = await stage('discord');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await it_.settled();
  await amira.closesDirectMessages();
  await askIn(ben);
  const card = await amira.sees(/Ben Okafor asks to join/);
  expect(card.where).toMatch(/^For /);
  expect(ben.seesNow(/asks to join Wound Care/)).toEqual([]);
  await amira.presses('Approve', { with: /Ben Okafor asks to join/ });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
});

it('on discord, a bot in a timeout says so, and goes on once that is ended', async () => {
  it_ = await stage('discord');
  const playground = it_.playground as DiscordPlayground;
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await it_.settled();
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/);
  playground.timesOut('CoP Bot', true);
  await amira.presses('Approve', { with: /Ben Okafor asks to join/ });
  const told = await amira.sees(/needs a hand/, { in: 'direct message' });
  expect(told.text).toMatch(/couldn't bring @Ben Okafor into its space: I am in a timeout on this server/);
  playground.timesOut('CoP Bot', false);
  await amira.presses("It's allowed now, try again", { in: 'direct message' });
  await ben.sees(/Please welcome/, { in: 'cop-wound-care' });
});

it('on discord without the message content intent, asks who pinned something for a title', async () => {
  it_ = await stage('discord', { messageContent: false });
  const amira = it_.person('Amira');
  await startCop(amira);
  await amira.pins(await amira.posts('cop-wound-care', 'A secret recipe for follow-up'));
  await amira.sees(/is in its library now, but I can't read it/, { in: 'direct message' });
  await amira.presses('Give it a title', { in: 'direct message' });
  await amira.form();
  await amira.submits({ Title: 'Follow-up recipe' });
  await amira.sees(/Kept in the library of Wound Care as Follow-up recipe/, { in: 'direct message' });
  expect(await it_.store.db.selectFrom('documents').select('title').execute()).toEqual([{ title: 'Follow-up recipe' }]);
});

function forbidsChannels({ platform, playground }: Stage): () => void {
  if (platform === 'slack') {
    playground.restrictsPrivateChannels?.(undefined as never, true);
    return () => playground.restrictsPrivateChannels?.(undefined as never, false);
  }
  playground.takesPermission?.('MANAGE_CHANNELS');
  return () => playground.givesPermission?.('MANAGE_CHANNELS');
}
