/** Who left a Discord server, or was put out of it, and comes back: what they were let do in a space may still stand there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let clock: ReturnType<typeof movableClock>;
afterEach(() => it_.stop());

const space = 'cop-wound-care';
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };
let all: ReadonlyMap<string, Persona>; // who has left is still spoken of
function person(name: string): Persona {
  const found = all.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
const day = 24 * 3600_000;

const standing = async (): Promise<Record<string, string>> => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.state', 'm.role'])
    .execute();
  return Object.fromEntries(rows.map(({ name, state, role }) => [name.split(' ')[0] ?? '', `${state} ${role}`]));
};
const stands = (name: string, how: string) =>
  it_.playground.until(async () => (await standing())[name] === how, `${name} to be ${how}`);
const rights = (name: string) =>
  person(name)
    .rightsIn(space)
    .then(all => [...all].sort());
const isShutOut = (name: string) =>
  rights(name).then(
    () => false,
    (error: Error) => /sees no channel/.test(error.message),
  );

/** Found to be gone, with nothing left in the space of what they were given. */
async function isLetGo(people: number): Promise<void> {
  const taken = () => it_.playground.traffic.filter(one => one.name === 'DELETE /channels/:id/permissions/:id');
  await it_.playground.until(async () => taken().length === people, 'their rights to be taken out of the space');
  await it_.settled();
}

beforeEach(async () => {
  clock = movableClock();
  it_ = await stage('discord', { clock, workspaces: [english] });
  all = new Map(town.people.map(one => [one.name.split(' ')[0] ?? '', it_.person(one.name)]));
  await setUp(person('Joan'));
  await startCop(person('Amira'));
  for (const name of ['Ben Okafor', 'Carla Moreno', 'Dev Patel']) await person('Joan').brings(name, space);
  await it_.playground.until(async () => Object.keys(await standing()).length === 4, 'all of them to be in');
  await it_.settled();
});

describe('though the server keeps what they were given', { timeout: 60_000 }, () => {
  it.each(['kicked', 'gone by themselves'])('a member who was %s and comes back asks in anew', async how => {
    const [joan, amira, ben] = [person('Joan'), person('Amira'), person('Ben')];
    await it_.away(() => (how === 'kicked' ? joan.kicks('Ben Okafor') : ben.leavesWorkspace()));
    await stands('Ben', 'left member');
    await isLetGo(1);
    const greeted = ben.seesNow(/You're in: Wound Care/, { in: 'direct message' }).length;
    await it_.away(() => ben.returnsToWorkspace());
    await it_.settled();
    expect(await isShutOut('Ben')).toBe(true);
    expect((await standing()).Ben).toBe('left member');
    expect(ben.seesNow(/You're in: Wound Care/, { in: 'direct message' })).toHaveLength(greeted);

    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });
    await amira.presses('Approve', { in: 'direct message' });
    await stands('Ben', 'member member');
    expect(await rights('Ben')).toEqual(await rights('Carla'));
  });

  it('somebody of several who were kicked at once is in no more, until it is put back', async () => {
    const [joan, amira] = [person('Joan'), person('Amira')];
    await it_.away(async () => {
      for (const name of ['Ben Okafor', 'Carla Moreno']) await joan.kicks(name);
    });
    await amira.sees(/can no longer get into the space of Wound Care, all at once/, { in: 'direct message' });
    await isLetGo(2);
    await it_.away(() => person('Ben').returnsToWorkspace());
    await it_.settled();
    expect((await standing()).Ben).toBe('left member');
    expect(await isShutOut('Ben')).toBe(true);
    await person('Carla').returnsToWorkspace();
    await amira.presses('Put it back', { in: 'direct message', with: /no longer get into/ });
    for (const name of ['Ben', 'Carla']) await stands(name, 'member member');
    expect(await isShutOut('Ben')).toBe(false);
  });

  it('the last facilitator looks after it again within two days, and is nobody in it after', async () => {
    const amira = person('Amira');
    const before = await rights('Amira');
    for (const [days, role] of [
      [1, 'member facilitator'],
      [3, 'left facilitator'],
    ] as const) {
      await it_.away(() => amira.leavesWorkspace());
      await stands('Amira', 'left facilitator');
      await it_.settled();
      await it_.away(async () => clock.passes(days * day));
      if (days === 3) await isLetGo(1);
      await it_.settled();
      await it_.away(() => amira.returnsToWorkspace());
      await it_.settled();
      await stands('Amira', role);
      if (role === 'member facilitator') expect(await rights('Amira')).toEqual(before);
    }
    expect(await isShutOut('Amira')).toBe(true);
    await person('Joan').brings('Amira Haddad', space);
    await stands('Amira', 'member member');
    await it_.settled();
    expect(await rights('Amira')).toEqual(await rights('Carla'));
  });

  it('who facilitated it and comes back as a member, before a look, has the rights of one', async () => {
    const amira = person('Amira');
    await it_.away(() => amira.leavesWorkspace());
    await stands('Amira', 'left facilitator');
    await it_.settled();
    const over = { settled_at: clock.now(), settled_as: 'right' } as const;
    await it_.store.db.updateTable('differences').set(over).execute();
    await it_.away(() => amira.returnsToWorkspace());
    await stands('Amira', 'member member');
    await it_.settled();
    expect(await rights('Amira')).toEqual(await rights('Carla'));
  });
});
