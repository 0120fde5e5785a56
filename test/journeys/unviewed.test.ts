/** The bot is put out of a channel on Discord: of who is in it nothing more is told, and that is nobody's leaving. As Discord tells it now, and as it told it before November 2026. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const forum = 'facilitators-forum';
const hour = 3600_000;
const person = (name: string) => it_.person(name);

const memberships = async (): Promise<Record<string, string>> => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select(['p.name', 'm.state', 'm.role'])
    .execute();
  return Object.fromEntries(rows.map(one => [one.name, `${one.state} ${one.role}`]));
};
const supporters = async (): Promise<string[]> => {
  const rows = await it_.store.db
    .selectFrom('support_people as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .select('p.name')
    .execute();
  return rows.map(one => one.name).sort();
};
const inForum = async (): Promise<string[]> => {
  const rows = await it_.store.db
    .selectFrom('forum_people as f')
    .innerJoin('persons as p', 'p.id', 'f.person_id')
    .select(['p.name', 'f.left_at'])
    .execute();
  return rows.filter(one => one.left_at === null).map(one => one.name);
};
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const differences = () => it_.store.db.selectFrom('differences').select(['kind', 'settled_at']).execute();
const said = async (): Promise<string[]> => {
  const posts = await it_.store.db.selectFrom('posts').select('message').execute();
  return posts.map(one => one.message as string);
};
const broughtIn = (messages: readonly string[]) => messages.filter(one => one === 'brought-in');
/** All that was told is taken in. */
async function takenIn(): Promise<void> {
  await until(async () => it_.playground.underWay?.() === 0, 'it to be told');
  await it_.settled();
}

describe.each([
  ['hidden', true],
  ['told nevertheless', false],
] as const)('what it may not see is %s', { timeout: 120_000 }, (_what, hides) => {
  const clock = movableClock();
  async function opens(members: readonly string[] = ['Ben', 'Carla']): Promise<void> {
    it_ = await stage('discord', { clock });
    it_.playground.hidesUnviewed?.(hides);
    await setUp(person('Joan'), { "The Facilitators' forum": 'Make one' });
    await startCop(person('Amira'));
    for (const name of members) await person('Joan').brings(person(name).name, space);
    await until(
      async () => Object.values(await memberships()).filter(one => /^member/.test(one)).length === members.length + 1,
      'all to be in it',
    );
    await until(async () => (await inForum()).length === 1, 'Amira to be in the forum');
    await person('Joan').brings('Dev Patel', 'support');
    await until(async () => (await supporters()).includes('Dev Patel'), 'Dev to be of the Support Team');
    await it_.away(async () => {}); // a look finds Joan, who was in there first
    await until(async () => (await supporters()).length === 2, 'Joan to be known');
    await takenIn();
  }
  async function anHourAndAnAbsence(): Promise<void> {
    await takenIn();
    clock.passes(hour);
    await takenIn();
    await it_.away(async () => {});
    await takenIn();
  }

  it('put out of a space: everybody stays in it, and what was done there meanwhile is found when it is back', async () => {
    await opens();
    const [joan, amira] = [person('Joan'), person('Amira')];
    const before = await memberships();
    const saidBefore = await said();
    await joan.throwsOut('CoP Bot', space);
    await amira.sees(/needs a hand/, { in: 'direct message' });
    await anHourAndAnAbsence();
    expect(await memberships()).toEqual(before);
    expect((await differences()).filter(one => one.kind === 'people')).toEqual([]);
    expect(joan.seesNow(/needs (a|another) facilitator/)).toEqual([]);
    await joan.brings('Dev Patel', space);
    await joan.throwsOut('Carla Moreno', space);
    await takenIn();
    expect(await memberships()).toEqual(before);
    await joan.brings('CoP Bot', space);
    await until(async () => (await memberships())['Dev Patel'] === 'member member', 'Dev to be known');
    await until(async () => (await memberships())['Carla Moreno'] === 'left member', 'Carla to be out');
    await takenIn();
    expect(await memberships()).toEqual({ ...before, 'Dev Patel': 'member member', 'Carla Moreno': 'left member' });
    expect((await differences()).filter(one => one.kind === 'people')).toEqual([]);
    expect(broughtIn(await said()).length - broughtIn(saidBefore).length).toBe(1); // Dev
  });

  it('put out of the forum and the Support Team’s channel: nobody has left either', async () => {
    await opens([]);
    const joan = person('Joan');
    const before = { forum: await inForum(), support: await supporters() };
    for (const channel of [forum, 'support']) await joan.throwsOut('CoP Bot', channel);
    await joan.sees(/I can't get into the Facilitators' forum any more/, { in: 'direct message' });
    await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
    await anHourAndAnAbsence();
    expect({ forum: await inForum(), support: await supporters() }).toEqual(before);
    expect(await said()).not.toContain('forum-left');
    await joan.throwsOut('Dev Patel', 'support');
    await joan.brings('Ben Okafor', 'support');
    for (const channel of [forum, 'support']) await joan.brings('CoP Bot', channel);
    await until(async () => `${await supporters()}` === 'Ben Okafor,Joan Mills', 'the Support Team to be as it is');
    await takenIn();
    expect(await inForum()).toEqual(before.forum);
    expect(await said()).not.toContain('forum-left');
  });
});
