/** What happens by hand, or is done late, while a CoP or its people stand otherwise than when it was meant. */
import { afterEach, describe, expect, it } from 'vitest';
import { goesOn, movableClock } from '../support/clock.ts';
import { announcesClosing, askIn, fillsIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;
const isClosed = async () =>
  (await it_.store.db.selectFrom('cops').select('closed_at').executeTakeFirstOrThrow()).closed_at !== null;
const memberships = (state: 'member' | 'left') =>
  it_.store.db.selectFrom('memberships').select('person_id').where('state', '=', state).execute();

/** Three are in, Amira or whom she asked among them. */
async function community(platform: (typeof platformNames)[number], starts: Record<string, string> = {}) {
  const clock = movableClock();
  it_ = await stage(platform, { clock });
  const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
  const manager = platform === 'discord' ? joan : amira;
  await startCop(amira, starts);
  await it_.settled();
  await manager.brings('Ben Okafor', 'cop-wound-care');
  if (!starts.Facilitator) await manager.brings('Dev Patel', 'cop-wound-care');
  await it_.playground.until(async () => (await memberships('member')).length === 3, 'all to be in');
  await it_.settled();
  const closes = async () => {
    await announcesClosing(platform, amira);
    await it_.settled();
  };
  return { amira, ben, dev, joan, clock, closes };
}

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  it('nobody is said to have answered who asked in and was then brought in by hand', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await askIn(ben);
    await amira.sees(/Ben.* asks to join/, dm);
    await (platform === 'slack' ? amira : joan).brings('Ben Okafor', 'cop-wound-care');
    await amira.sees(/Ben.* was brought in .*without an answer to this/, dm);
    expect(amira.seesNow(/A facilitator said yes/, dm)).toEqual([]);
  });

  it('a closing is over once its space is gone by hand: opened again, the CoP can be closed again', async () => {
    const { amira, ben, joan, clock, closes } = await community(platform);
    await closes();
    await ben.sees(/would close it on/, space);
    await (platform === 'slack' ? amira.archives('cop-wound-care') : joan.deletesChannel('cop-wound-care'));
    await it_.playground.until(isClosed, 'it to be closed');
    await it_.settled();
    if (platform === 'slack') {
      await amira.unarchives('cop-wound-care');
      await amira.brings('CoP Bot', 'cop-wound-care');
      await ben.sees(/Wound Care is open again/, space);
      await it_.settled();
      expect(ben.seesNow(/would close it on/, space)).toEqual([]);
    } else {
      await amira.presses('Open it again', dm);
      await ben.sees(/Wound Care goes on here/, space);
    }
    await it_.settled();
    clock.passes(20 * day);
    await it_.settled();
    await closes();
    await ben.sees(/would close it on/, space);
    goesOn(8, clock);
    await it_.playground.until(isClosed, 'it to be closed on its day');
  });
});

describe('on discord', { timeout: 60_000 }, () => {
  it("who was put out by hand, while a facilitator's rights waited to be given to them, stays out", async () => {
    const { amira, dev, joan } = await community('discord', { Facilitator: 'Dev Patel' });
    const held = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY', 'PIN_MESSAGES', 'MANAGE_MESSAGES'] as const;
    const all = [...held, 'MANAGE_THREADS', 'MANAGE_CHANNELS', 'MANAGE_ROLES'] as const;
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: held, deny: ['MANAGE_ROLES'] });
    await dev.presses("Yes, I'll facilitate", dm);
    await dev.sees(/needs a hand/, dm);
    await joan.throwsOut('Dev Patel', 'cop-wound-care');
    await it_.playground.until(async () => (await memberships('left')).length > 0, 'Dev to be out');
    await joan.setsRights?.('cop-wound-care', '@CoP Bot', { allow: all });
    const waits = it_.store.db
      .selectFrom('effects')
      .select('id')
      .where('kind', '=', 'make-facilitator')
      .where('settled_at', 'is', null);
    await it_.playground.until(async () => (await waits.execute()).length === 0, 'what waited to be over');
    expect(await amira.membersOf('cop-wound-care')).not.toContain('Dev Patel');
  });

  it('of people who are put out of a space that is closed nobody is asked what nobody can answer', async () => {
    const { amira, joan, clock, closes } = await community('discord');
    await closes();
    goesOn(8, clock);
    await amira.sees(/leaves behind, for you to keep/, dm);
    await it_.settled();
    await joan.throwsOut('Ben Okafor', 'cop-wound-care');
    await joan.throwsOut('Dev Patel', 'cop-wound-care');
    await it_.playground.until(async () => (await memberships('left')).length === 2, 'both to be out');
    await it_.settled();
    expect(amira.seesNow(/is this right/, dm)).toEqual([]);
    expect(
      await it_.store.db.selectFrom('differences').select('kind').where('settled_at', 'is', null).execute(),
    ).toEqual([]);
  });
});

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  /** Amira has started it, and has left before its space is made. */
  async function startedBySomebodyGone(values: Record<string, string> = {}) {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, dev, joan] = [it_.person('Amira'), it_.person('Dev'), it_.person('Joan')];
    await setUp(joan);
    const refused = {
      slack: { on: 'conversations.create', does: { refuse: 'restricted_action' } },
      discord: { on: 'POST /guilds/:id/channels', does: { refuse: '50013' } },
    } as const;
    it_.playground.injects(refused[platform]);
    await fillsIn(amira, values);
    await amira.sees(/needs a hand/);
    await it_.settled();
    await amira.leavesWorkspace();
    await it_.settled();
    clock.passes(day / 24 + 60_000);
    return { dev, joan };
  }

  it('whoever started it has left before its space can be made: once it is there, a facilitator is looked for', async () => {
    const { joan } = await startedBySomebodyGone();
    await joan.sees(/Nobody facilitates Wound Care just now/, { in: 'support' });
    expect(await memberships('left')).toHaveLength(1);
  });

  it('and whoever they asked to facilitate it is let in and asked all the same', async () => {
    const { dev } = await startedBySomebodyGone({ Facilitator: 'Dev Patel' });
    await dev.presses("Yes, I'll facilitate", dm);
    await it_.settled();
    expect(await memberships('member')).toHaveLength(1);
    expect(await it_.store.db.selectFrom('cops').select('unattended_since').execute()).toEqual([
      { unattended_since: null },
    ]);
  });
});

it("on discord, a facilitator's rights taken away while Discord does not answer are missed as soon as it does", async () => {
  const { amira, joan } = await community('discord');
  await askIn(it_.person('Kofi'));
  await amira.sees(/Kofi Mensah asks to join/, dm);
  it_.playground.injects({ on: 'PUT /channels/:id/permissions/:id', does: { hang: true } }); // its own is under way meanwhile
  it_.playground.injects({ on: 'GET /channels/:id', does: { status: 503 } });
  await amira.presses('Approve', dm);
  await it_.playground.until(() => it_.playground.struck() === 1, 'Kofi to be on the way in');
  await joan.setsRights('cop-wound-care', amira.name, { allow: ['VIEW_CHANNEL', 'SEND_MESSAGES'] });
  await it_.playground.until(() => it_.playground.struck() === 2, 'Discord not to answer');
  await amira.sees(/Somebody changed what @?Amira Haddad may do in the space of Wound Care/, dm);
  expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
});

it('on slack, who took a CoP over and has left before they could be let in does not go on facilitating it', async () => {
  it_ = await stage('slack');
  const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await it_.settled();
  await amira.throwsOut('CoP Bot', 'cop-wound-care');
  await amira.sees(/I am not in #cop-wound-care any more/, dm);
  await it_.settled();
  await amira.types('/cop facilitators', { in: 'general' });
  await amira.presses('Hand over…');
  await amira.form();
  await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
  await it_.settled();
  await ben.types('/cop home', { in: 'general' });
  await ben.presses("Yes, I'll facilitate", {});
  await it_.settled();
  await ben.leavesWorkspace();
  await it_.settled();
  await amira.brings('CoP Bot', 'cop-wound-care');
  await joan.sees(/Nobody facilitates Wound Care just now|Wound Care needs a facilitator/, { in: 'support' });
  const roles = await it_.store.db.selectFrom('memberships').select(['state', 'role']).orderBy('state').execute();
  expect(roles).toEqual([
    { state: 'left', role: 'facilitator' },
    { state: 'member', role: 'member' },
  ]);
});

it('nobody is sent to bring a channel back that was deleted on Slack', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  await amira.deletesChannel('cop-wound-care');
  await amira.sees(/Somebody deleted its channel/, dm);
  await it_.settled();
  await amira.presses('Open it again', dm);
  await amira.sees(/Its channel was deleted, and nobody can bring that back/);
  expect(amira.seesNow(/Unarchive/)).toEqual([]);
  await amira.presses('Make a new space');
  await amira.sees(/Wound Care lives on/, dm);
  await it_.settled();
  await amira.archives('cop-wound-care');
  await amira.sees(/Somebody archived its channel/, dm);
  await amira.types('/cop reopen', { in: 'general' });
  await amira.sees(/chooses Unarchive in its settings/);
});
