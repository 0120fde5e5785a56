/** A CoP closed by hand ends whole, whoever waits is told in words; brought back by hand it lives on as it was. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { takenUp } from '../../src/domain/core-role.ts';
import * as coreRoles from '../../src/store/core-roles.ts';
import { askIn, fillsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const dm = { in: 'direct message' } as const;
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };
const closedAt = async () =>
  (await it_.store.db.selectFrom('cops').select('closed_at').executeTakeFirst())?.closed_at ?? null;
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const bots = async (who: Persona) => (await who.reads('direct message')).filter(one => one.byBot).map(one => one.text);

/** As somebody does it there: on Slack it can be archived, on Discord only deleted. */
const end = (platform: string, amira: Persona, joan: Persona) =>
  platform === 'slack' ? amira.archives(space) : joan.deletesChannel(space);

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  it('archived or deleted in the very moment it is made: closed, its name free, one message', async () => {
    it_ = await stage(platform, { workspaces: [english] });
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    const at = { slack: 'conversations.invite', discord: 'POST /guilds/:id/channels' }[platform];
    let ended: Promise<void> | undefined;
    it_.playground.watch((moment, call) => {
      const isIt = call.name === at && (platform === 'slack' || JSON.stringify(call.request).includes(space)); // not its category
      if (moment === 'performed' && isIt) ended ??= end(platform, amira, joan);
    });
    await fillsIn(amira);
    await until(async () => ended !== undefined, 'it to be made');
    await ended;
    await until(async () => (await closedAt()) !== null, 'it to be closed');
    await it_.settled();
    expect((await bots(amira)).filter(words => /Wound Care/.test(words))).toEqual([
      expect.stringMatching(/^Wound Care is closed/),
    ]);
    await amira.sees(/before all was there/);
    expect(amira.seesNow(/needs a hand|isn't quite there|did not work/)).toEqual([]);
    await startCop(amira); // its name is free
  });

  it('ends whole: whoever waits is told, and what was asked need not be answered', async () => {
    const { amira, ben, carla, dev, joan } = await inFullSwing(platform);
    await end(platform, amira, joan);
    await dev.sees(/Wound Care was closed .*before anybody answered/, dm);
    await amira.sees(/Wound Care was closed .*before it was answered/, dm);
    await carla.sees(/Wound Care is closed/, dm); // she was invited
    await amira.sees(/Wound Care is closed/, dm);
    await it_.settled();
    for (const table of ['join_requests', 'invitations', 'nominations', 'role_suggestions', 'stand_ins'] as const)
      expect([table, await pendingIn(table)]).toEqual([table, 0]);
    const { db } = it_.store;
    expect(await db.selectFrom('core_roles').select('id').where('ended_at', 'is', null).execute()).toEqual([]);
    expect(await db.selectFrom('clocks').select('step').execute()).toEqual([]);
    const talk = await dev.sees(/it is settled. Wound Care was closed /, dm);
    expect(talk.buttons).toEqual([]);
    expect(ben.seesNow(/needs a hand/)).toEqual([]);
  });
});

const pendingIn = async (table: 'join_requests' | 'invitations' | 'nominations' | 'role_suggestions' | 'stand_ins') =>
  (
    await it_.store.db
      .selectFrom(table as 'join_requests')
      .select('id')
      .where('state', '=', 'pending')
      .execute()
  ).length;

/** Ben is in it and carries a role; Dev asks in and is talked with; Carla is invited. */
async function inFullSwing(platform: (typeof platformNames)[number]) {
  it_ = await stage(platform, { workspaces: [english] });
  const [amira, ben, carla, dev, joan] = ['Amira', 'Ben', 'Carla', 'Dev', 'Joan'].map(name => it_.person(name)) as [
    Persona,
    Persona,
    Persona,
    Persona,
    Persona,
  ];
  await startCop(amira);
  await (platform === 'slack' ? amira : joan).brings(ben.name, space);
  const isIn = async () => (await it_.store.db.selectFrom('memberships').selectAll().execute()).length === 2;
  await until(isIn, 'Ben to be known');
  const { id, network_id, cop, person } = await it_.store.db
    .selectFrom('cops')
    .innerJoin('memberships as m', join => join.onRef('m.cop_id', '=', 'cops.id').on('m.role', '=', 'member'))
    .select(['cops.id', 'cops.network_id', 'cops.id as cop', 'm.person_id as person'])
    .executeTakeFirstOrThrow();
  const carried = { id: id.replace(/^./, '0') as never, networkId: network_id, copId: cop, personId: person };
  const { db } = it_.store;
  await db.transaction().execute(tx => coreRoles.add(tx, takenUp({ ...carried, role: 'critical-friend' }, 'open', 1)));
  await askIn(dev);
  await amira.sees(/Dev Patel asks to join/, dm);
  await amira.presses('Talk first', { ...dm, with: /Dev Patel asks to join/ });
  await amira.form();
  await amira.submits({ 'Your words': 'Do you have Thursdays?' });
  await dev.sees(/Do you have Thursdays/, dm);
  await amira.types('/cop invite', { in: space });
  await amira.form();
  await amira.submits({ 'Who would care about this?': 'Carla Moreno' });
  await carla.sees(/Wound Care/, dm);
  await it_.settled();
  return { amira, ben, carla, dev, joan };
}

describe('on slack, archived by mistake', { timeout: 60_000 }, () => {
  const ways = [
    ['at once', (work: () => Promise<void>) => work()],
    ['while the bot is away', (work: () => Promise<void>) => it_.away(work)],
  ] as const;

  it.each(ways)('brought back %s, it lives on as it was, with what was settled said', async (_when, meanwhile) => {
    const { amira, ben, dev } = await inFullSwing('slack');
    const offers = () =>
      it_.store.db.selectFrom('clocks').select(['due_at', 'consequence']).where('step', '=', 'offers').execute();
    const offered = await offers();
    await amira.archives(space);
    await dev.sees(/before anybody answered/, dm);
    await it_.settled();
    expect(await offers()).toEqual([]);
    await meanwhile(async () => {
      await amira.unarchives(space);
      await amira.brings('CoP Bot', space);
    });
    await ben.sees(/Wound Care is open again/, { in: space });
    const told = await amira.sees(/Wound Care lives on/, dm);
    expect(told.text).toContain('Dev Patel');
    await it_.settled();
    expect(ben.seesNow(/Wound Care is open again/, { in: space })).toHaveLength(1);
    expect(offered).toHaveLength(1);
    expect(await offers()).toEqual(offered); // its open roles are offered from month three on, as before
    expect(await it_.store.db.selectFrom('cops').select(['state', 'closed_at']).execute()).toEqual([
      { state: 'open', closed_at: null },
    ]);
    await dev.presses('Request to join', { ...dm, with: /open again, and you can ask once more/ });
    await dev.form();
    await dev.submits({});
    await dev.sees(/Your request is with the facilitators/);
    await amira.sees(/Dev Patel asks to join/, dm);
    expect(await amira.membersOf(space)).toEqual(expect.arrayContaining(['Amira Haddad', 'Ben Okafor']));
  });

  it('its name taken meanwhile, it has another', async () => {
    it_ = await stage('slack', { workspaces: [english] });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await amira.archives(space);
    await until(async () => (await closedAt()) !== null, 'it to be closed');
    await startCop(ben);
    await amira.unarchives(space);
    await amira.brings('CoP Bot', space);
    await amira.sees(/Wound Care 2 is open again/, { in: space });
    const names = await it_.store.db.selectFrom('cops').select('name').orderBy('name').execute();
    expect(names.map(one => one.name)).toEqual(['Wound Care', 'Wound Care 2']);
  });
});
