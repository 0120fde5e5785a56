/** Who is in a CoP that is closed: its library is for whoever still is. */
import { expect } from 'vitest';
import type { Persona } from '../../../../playground/driver.ts';
import { type Row, space, type Village } from '../walk.ts';
import { noEvents } from './people.ts';

const noBringing = 'Slack lets nobody into a channel that is archived';
const noPuttingOut = 'Slack lets nobody be put out of a channel that is archived';

/** Nobody hears of their going, and it stays closed. */
async function isOutOfClosed(village: Village, who: string, role = 'member'): Promise<void> {
  const { stage, stands, person, joan, cop } = village;
  await stands(who, `left ${role}`);
  await stage.settled();
  for (const one of [person('Carla'), joan])
    expect(one.seesNow(/needs a facilitator|can no longer get into|Somebody changed what/)).toEqual([]);
  expect((await cop()).closed_at).not.toBeNull();
}

async function readsNothingOfClosed(who: Persona, { stage }: Village): Promise<void> {
  const { id } = await stage.store.db.selectFrom('cops').select('id').executeTakeFirstOrThrow();
  await who.types(stage.platform === 'slack' ? '/cop docs list' : `/cop docs list cop:${id}`, { in: 'general' });
  await who.sees(/Only the members|not in a CoP|no CoP|isn't open to you|aren't in/i);
}

/** Whoever is a member still is in it, and nobody else. */
async function opensAgain(village: Village, by: string, out: string): Promise<void> {
  const { stage, person } = village;
  await person(by).types('/cop tend reopen', { in: 'general' });
  if (stage.platform === 'slack') await person(by).presses('Make a new space', { in: 'general' });
  await village.until(async () => (await village.cop()).closed_at === null, 'it to be open');
  await stage.settled();
  const inIt = (await person(by).channels()).find(one => !one.archived && one.name.startsWith(space))?.name ?? '';
  const members = await person(by).membersOf(inIt);
  expect(members).toEqual(expect.arrayContaining([person(by).name, person('Carla').name]));
  expect(members).not.toContain(person(out).name);
}

export const closed: readonly Row[] = [
  {
    what: 'somebody is brought into the space of a CoP that is closed',
    members: ['Carla'],
    closed: true,
    skips: { slack: noBringing },
    byHand: ({ manager }) => manager.brings('Ben Okafor', space),
    async becomes(village) {
      await village.stands('Ben', 'member member');
      await village.person('Ben').sees(/You're in: Wound Care/, { in: 'direct message' });
      await opensAgain(village, 'Amira', 'Dev');
      await village.person('Ben').posts(space, 'Here I am');
    },
  },
  {
    what: 'somebody is put out of the space of a CoP that is closed',
    members: ['Ben', 'Carla'],
    supported: true,
    closed: true,
    skips: { slack: noPuttingOut },
    byHand: ({ manager }) => manager.throwsOut('Ben Okafor', space),
    async becomes(village) {
      await isOutOfClosed(village, 'Ben');
      await readsNothingOfClosed(village.person('Ben'), village);
      await opensAgain(village, 'Amira', 'Ben');
    },
  },
  {
    what: 'somebody of a CoP that is closed is deactivated, or leaves the server',
    members: ['Ben', 'Carla'],
    supported: true,
    closed: true,
    skips: { discord: { 'at once': noEvents } },
    async byHand({ person, stage }) {
      if (stage.platform === 'discord') stage.playground.keepsLeaversRights?.(false);
      await person('Ben').leavesWorkspace();
    },
    async becomes(village) {
      await village.stands('Ben', 'left member');
      await village.person('Ben').returnsToWorkspace();
      await isOutOfClosed(village, 'Ben');
      await readsNothingOfClosed(village.person('Ben'), village);
      await opensAgain(village, 'Amira', 'Ben');
    },
  },
  {
    what: 'who facilitated a CoP that is closed is deactivated, or leaves the server',
    members: ['Ben', 'Carla'],
    supported: true,
    closed: true,
    skips: { discord: { 'at once': noEvents } },
    byHand: ({ amira }) => amira.leavesWorkspace(),
    becomes: village => isOutOfClosed(village, 'Amira', 'facilitator'),
  },
];
