/** What the bot may hand on in a Discord server it is sometimes given after people came in: then they get it too, and nobody is said to have changed anything. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { goesOn, movableClock } from '../support/clock.ts';
import { announcesClosing, fillsIn, letsIn } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_.stop());

const space = 'cop-wound-care';
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };
const rights = (name: string) => it_.person(name).rightsIn(space);
const dm = { in: 'direct message' } as const;
const all = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY', 'PIN_MESSAGES'] as const;
const tending = ['MANAGE_CHANNELS', 'MANAGE_MESSAGES', 'MANAGE_THREADS'] as const;
type Late = 'PIN_MESSAGES' | 'MANAGE_MESSAGES' | 'MANAGE_THREADS';

/** Amira's Wound Care with Ben in it, begun by a bot without that permission. */
async function begunWithout(late: Late) {
  const clock = movableClock();
  it_ = await stage('discord', { clock, workspaces: [english] });
  it_.playground.takesPermission?.(late);
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await fillsIn(amira);
  await amira.sees(/Welcome to Wound Care/, { in: space });
  await it_.settled();
  await joan.brings('Ben Okafor', space);
  const people = () => it_.store.db.selectFrom('memberships').select('person_id').execute();
  await it_.playground.until(async () => (await people()).length === 2, 'Ben to be in');
  await it_.settled();
  expect(await rights('Amira')).not.toContain(late);
  it_.playground.givesPermission?.(late);
  return { clock, amira, joan };
}

describe.each(['PIN_MESSAGES', 'MANAGE_MESSAGES', 'MANAGE_THREADS'] as const)('%s', { timeout: 60_000 }, late => {
  const isMembers = late === 'PIN_MESSAGES';

  it('is had by who was in before, and what is taken by hand afterwards is known to be', async () => {
    const { clock, amira, joan } = await begunWithout(late);
    clock.passes(3600_000);
    await it_.playground.until(async () => (await rights('Amira')).includes(late), 'Amira to have it');
    if (isMembers) await it_.playground.until(async () => (await rights('Ben')).includes(late), 'Ben to have it');
    await it_.settled();
    expect((await rights('Ben')).includes(late)).toBe(isMembers);
    expect(amira.seesNow(/Somebody changed what/, dm)).toEqual([]);

    if (isMembers) {
      await it_.away(() => joan.setsRights(space, 'Ben Okafor', { allow: all.filter(one => one !== late) }));
      await it_.settled();
      expect(await rights('Ben')).not.toContain(late);
      return;
    }
    const left = [...all, ...tending].filter(one => one !== late);
    await it_.away(() => joan.setsRights(space, 'Amira Haddad', { allow: left }));
    await amira.sees(/Somebody changed what @?Amira Haddad may do in the space of Wound Care/, dm);
    expect(await rights('Amira')).not.toContain(late);
  });

  it('is not forced on whom somebody denied it, or gave less otherwise', async () => {
    const { joan } = await begunWithout(late);
    await it_.away(async () => {
      await joan.setsRights(space, 'Ben Okafor', { allow: all.slice(0, 3), deny: [late] });
      await joan.setsRights(space, 'Amira Haddad', { allow: [...all.slice(0, 3), 'MANAGE_CHANNELS'] });
    });
    await it_.settled();
    await it_.away(async () => {});
    await it_.settled();
    expect(await rights('Ben')).toEqual([]);
    expect(await rights('Amira')).toEqual(['MANAGE_CHANNELS']);
  });
});

/** Ben comes into Amira's Wound Care, or takes it over, while the bot lacks that permission for a while. */
async function cameWithout(late: Late) {
  const clock = movableClock();
  it_ = await stage('discord', { clock, workspaces: [english] });
  const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
  await fillsIn(amira);
  await amira.sees(/Welcome to Wound Care/, { in: space });
  await it_.settled();
  it_.playground.takesPermission?.(late);
  await letsIn(amira, ben);
  await it_.settled();
  if (late !== 'PIN_MESSAGES') {
    await amira.types('/cop facilitators', { in: 'general' });
    await amira.presses('Hand over…');
    await amira.form();
    await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
    await it_.settled();
    await ben.presses("Yes, I'll facilitate", dm);
    await it_.settled();
  }
  expect(await rights('Ben')).not.toContain(late);
  return { clock, amira, ben, joan };
}

describe.each(['PIN_MESSAGES', 'MANAGE_MESSAGES'] as const)('%s, lacking for a while', { timeout: 60_000 }, late => {
  it('is had later by who came in meanwhile, and what is taken by hand afterwards stays so', async () => {
    const { clock, ben, joan } = await cameWithout(late);
    await it_.away(async () => {}); // a look while it lacks says nothing of anybody
    await it_.settled();
    it_.playground.givesPermission?.(late);
    clock.passes(3600_000);
    await it_.playground.until(async () => (await rights('Ben')).includes(late), 'Ben to have it');
    await it_.settled();
    expect(ben.seesNow(/Somebody changed what/, dm)).toEqual([]);
    const left = (late === 'PIN_MESSAGES' ? all : [...all, ...tending]).filter(one => one !== late);
    await it_.away(() => joan.setsRights(space, 'Ben Okafor', { allow: left }));
    if (late !== 'PIN_MESSAGES') await ben.sees(/Somebody changed what/, dm);
    await it_.settled();
    expect(await rights('Ben')).not.toContain(late);
  });

  it('is not given again to whom somebody gave it by hand, and took it from later', async () => {
    const { ben, joan } = await cameWithout(late);
    const theirs = late === 'PIN_MESSAGES' ? all : [...all, ...tending];
    await it_.away(async () => {
      await joan.setsRights(space, 'Ben Okafor', { allow: theirs });
      it_.playground.givesPermission?.(late);
    });
    const lacking = () => it_.store.db.selectFrom('memberships').select('lacking').where('lacking', 'is not', null);
    await it_.playground.until(async () => (await lacking().execute()).length === 0, 'Ben to be seen to have it');
    await it_.settled();
    await it_.away(() => joan.setsRights(space, 'Ben Okafor', { allow: theirs.filter(one => one !== late) }));
    if (late !== 'PIN_MESSAGES') await ben.sees(/Somebody changed what/, dm);
    await it_.settled();
    await it_.away(async () => {});
    await it_.settled();
    expect(await rights('Ben')).not.toContain(late);
  });

  it('is not forced on whom somebody gave less otherwise meanwhile', async () => {
    const { joan } = await cameWithout(late);
    await it_.away(async () => {
      await joan.setsRights(space, 'Ben Okafor', { allow: ['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'] });
      it_.playground.givesPermission?.(late);
    });
    await it_.settled();
    await it_.away(async () => {});
    await it_.settled();
    expect(await rights('Ben')).toEqual([]);
  });
});

it('a CoP that is opened again while the bot lacks it has all of it later', { timeout: 60_000 }, async () => {
  const clock = movableClock();
  it_ = await stage('discord', { clock, workspaces: [english] });
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await fillsIn(amira);
  await amira.sees(/Welcome to Wound Care/, { in: space });
  await it_.settled();
  await letsIn(amira, ben);
  const before = [await rights('Amira'), await rights('Ben')];
  await announcesClosing('discord', amira);
  await it_.settled();
  goesOn(8, clock);
  await amira.sees(/leaves behind, for you to keep/, dm);
  await it_.settled();
  for (const late of ['PIN_MESSAGES', 'MANAGE_MESSAGES'] as const) it_.playground.takesPermission?.(late);
  await amira.types('/cop tend reopen', { in: 'general' });
  await amira.sees(/Wound Care lives on/, dm);
  await it_.settled();
  await it_.away(async () => {
    for (const late of ['PIN_MESSAGES', 'MANAGE_MESSAGES'] as const) it_.playground.givesPermission?.(late);
  });
  const now = async () => [await rights('Amira'), await rights('Ben')];
  await it_.playground.until(async () => String(await now()) === String(before), 'both to have theirs');
  await it_.settled();
  expect(amira.seesNow(/Somebody changed what/, dm)).toEqual([]);
});

it('what it lacks for those who are let into a new space is noted, also beside one who is gone', {
  timeout: 60_000,
}, async () => {
  it_ = await stage('discord', { workspaces: [english] });
  const [amira, ben, carla, joan] = ['Amira', 'Ben', 'Carla', 'Joan'].map(one => it_.person(one)) as [
    Persona,
    Persona,
    Persona,
    Persona,
  ];
  await fillsIn(amira);
  await amira.sees(/Welcome to Wound Care/, { in: space });
  await it_.settled();
  await letsIn(amira, ben);
  await letsIn(amira, carla);
  await it_.settled();
  await joan.deletesChannel(space);
  await amira.sees(/Somebody deleted its channel/, dm);
  await it_.settled();
  it_.playground.takesPermission?.('PIN_MESSAGES');
  await ben.leavesWorkspace();
  await amira.presses('Open it again', dm);
  await carla.sees(/Wound Care goes on here/, { in: space });
  await it_.settled();
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.lacking'])
    .orderBy('p.name')
    .execute();
  expect(rows.filter(one => one.lacking !== null).map(one => one.name)).toEqual(['Amira Haddad', 'Carla Moreno']);
});
