/** The Support Team's channel: who leaves it in one moment, and that the bot is put out of it. */
import { afterEach, expect, it } from 'vitest';
import { town } from '../../../playground/town.ts';
import { setUp, startCop } from '../../support/scenes.ts';
import { platformNames, type Stage, stage } from '../../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const supporters = async (): Promise<string[]> => {
  const rows = await it_.store.db
    .selectFrom('support_people as s')
    .innerJoin('accounts as a', 'a.person_id', 's.person_id')
    .select('a.external_id')
    .execute();
  const ids = rows.map(row => row.external_id);
  return town.people
    .map(({ name }) => name)
    .filter(name => ids.includes(it_.person(name).id))
    .sort();
};
const untilAre = (names: readonly string[]) =>
  it_.playground.until(
    async () => JSON.stringify(await supporters()) === JSON.stringify(names),
    `the Support Team to be ${names.join(', ') || 'nobody'}`,
  );

it('on discord, whom syncing its permissions takes out are all of it no longer', { timeout: 60_000 }, async () => {
  it_ = await stage('discord');
  const joan = it_.person('Joan');
  await setUp(joan);
  await startCop(it_.person('Amira')); // its space stands in a category
  for (const name of ['Ben Okafor', 'Dev Patel']) await joan.brings(name, 'support');
  await it_.away(async () => {}); // a look finds Joan, who was there before the bot
  await untilAre(['Ben Okafor', 'Dev Patel', 'Joan Mills']);
  await joan.movesChannel('support', 'Communities of Practice');
  await joan.syncsRights('support');
  await untilAre([]);
});

it('on discord, whom a role lets into it, or everybody, goes on being of it, and is not said to have left', {
  timeout: 60_000,
}, async () => {
  it_ = await stage('discord');
  const [joan, ben] = [it_.person('Joan'), it_.person('Ben')];
  await setUp(joan);
  await startCop(it_.person('Amira'), { 'How would you like your first conversation?': 'By phone' });
  await joan.sees(/Nobody has taken it yet/, { in: 'support' });
  await joan.makesPublic('support');
  await ben.presses("I'll take it", { in: 'support' });
  await ben.form();
  await ben.submits({});
  await joan.sees(/Ben Okafor takes it/, { in: 'support' });
  await it_.away(() => joan.brings('Dev Patel', 'support'));
  await untilAre(['Ben Okafor', 'Dev Patel', 'Joan Mills']);
  await it_.settled();
  expect(joan.seesNow(/no longer in this channel/, { in: 'support' })).toEqual([]);
  await it_.away(() => joan.makesPrivate('support'));
  await joan.sees(/Ben Okafor had taken it, and is no longer in this channel/, { in: 'support' });
  expect(await supporters()).not.toContain('Ben Okafor');
});

it('on discord, what else changes in it while the bot is out brings nobody back', { timeout: 60_000 }, async () => {
  it_ = await stage('discord');
  const joan = it_.person('Joan');
  await setUp(joan);
  await startCop(it_.person('Amira'));
  await joan.throwsOut('CoP Bot', 'support');
  await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
  await joan.setsRights('support', '@everyone', { allow: ['ADD_REACTIONS'], deny: ['VIEW_CHANNEL'] });
  await joan.renames('support', 'team');
  await it_.away(async () => {}); // all that was told is taken in
  await it_.settled();
  expect(joan.seesNow(/I can reach the Support Team again/, { in: 'direct message' })).toEqual([]);
  await joan.brings('CoP Bot', 'team');
  await joan.sees(/I can reach the Support Team again/, { in: 'direct message' });
});

it.each(['made by the bot', 'chosen'])(
  'on discord, whoever was of it, left the server and comes back is let into a channel %s as its own people have it',
  { timeout: 60_000 },
  async how => {
    it_ = await stage('discord');
    const joan = it_.person('Joan');
    const channel = how === 'chosen' ? 'support' : 'support-team';
    if (how === 'chosen') await setUp(joan);
    else {
      await joan.types('/cop setup', { in: 'general' });
      await joan.presses('Support Team and starting');
      await joan.form();
      await joan.submits({ 'The Support Team': 'Make a private channel' });
      await joan.sees(/Saved/);
    }
    await joan.brings('Ben Okafor', channel);
    await it_.away(async () => {});
    await untilAre(['Ben Okafor', 'Joan Mills']);
    const ben = it_.person('Ben');
    await it_.away(() => ben.leavesWorkspace());
    const many = async () => (await it_.store.db.selectFrom('support_people').select('person_id').execute()).length;
    await it_.playground.until(async () => (await many()) === 1, 'Ben to be of it no longer');
    await it_.settled();
    const taken = () => it_.playground.traffic.some(one => one.name === 'DELETE /channels/:id/permissions/:id');
    if (how !== 'chosen') await it_.playground.until(taken, 'what was his there to be taken out');
    await it_.away(() => ben.returnsToWorkspace());
    if (how === 'chosen') {
      await untilAre(['Ben Okafor', 'Joan Mills']);
      return expect(taken()).toBe(false);
    }
    await it_.settled();
    expect(await joan.membersOf(channel)).not.toContain('Ben Okafor');
    expect(await supporters()).toEqual(['Joan Mills']);
    await joan.brings('Ben Okafor', channel);
    await untilAre(['Ben Okafor', 'Joan Mills']);
  },
);

it('on slack, who is known to be in it, or in the forum, is not asked about at each look (Discord asks by one question)', async () => {
  it_ = await stage('slack');
  const [joan, ben] = [it_.person('Joan'), it_.person('Ben')];
  await setUp(joan, { "The Facilitators' forum": 'Make one' });
  await startCop(it_.person('Amira'));
  for (const name of ['Ben Okafor', 'Dev Patel']) await joan.brings(name, 'support');
  await it_.away(async () => {});
  await untilAre(['Ben Okafor', 'Dev Patel', 'Joan Mills']);
  await it_.settled();
  await it_.away(async () => {
    await joan.throwsOut('Dev Patel', 'support');
    await it_.store.db.updateTable('persons').set({ name: '' }).where('name', '=', 'Joan Mills').execute();
    it_.playground.clearTraffic();
  });
  const lists = () => it_.playground.traffic.filter(one => one.name === 'conversations.members').length;
  await it_.playground.until(() => lists() >= 3, "the Support Team's channel, the forum and the space to be looked at");
  await untilAre(['Ben Okafor', 'Joan Mills']);
  await it_.settled();
  const asked = it_.playground.traffic
    .filter(one => one.name === 'users.info')
    .map(one => (one.request as { user: string }).user);
  expect(asked).not.toContain(ben.id);
  expect(asked).toContain(joan.id); // nobody told her name
}, 60_000);

it.each(platformNames)(
  'on %s, lost before there is any CoP: who chose it hears once there is one',
  { timeout: 60_000 },
  async platform => {
    it_ = await stage(platform);
    const joan = it_.person('Joan');
    await setUp(joan);
    await joan.throwsOut('CoP Bot', 'support');
    await startCop(it_.person('Amira'));
    await it_.away(async () => {});
    await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
    await it_.away(async () => {});
    await it_.settled();
    expect(joan.seesNow(/I can't get into the Support Team's channel/, { in: 'direct message' })).toHaveLength(1);
    await joan.brings('CoP Bot', 'support');
    await joan.sees(/I can reach the Support Team again/, { in: 'direct message' });
  },
);
