/** What Slack tells again, minutes later and as another event: it happened once. docs.slack.dev/apis/events-api */
import { afterEach, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { letsIn, setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

interface Told {
  readonly type: string;
  readonly user?: string;
}
/** The last that Slack told of this about somebody. */
function lastTold(type: string, user: string): Told {
  const told = it_.playground.traffic
    .filter(one => one.direction === 'event')
    .map(one => (one.request as { readonly event?: Told }).event)
    .findLast(event => event?.type === type && event.user === user);
  if (!told) throw new Error(`Slack told no ${type}`);
  return told;
}
const isIn = async (name: string): Promise<boolean> => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select('m.state')
    .where('p.name', '=', name)
    .execute();
  return rows.some(one => one.state === 'member');
};
const space = 'cop-wound-care';

/** In Wound Care. What happens in it is taken in one after another: with Dev in, what was told before is. */
async function community() {
  it_ = await stage('slack');
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await it_.settled();
  const again = async (event: Told) => {
    it_.playground.tells?.({ ...event });
    await amira.brings('Dev Patel', space);
    await it_.playground.until(() => isIn('Dev Patel'), 'Dev to be in');
    await it_.settled();
  };
  return { amira, ben, again };
}

async function benHasLeft() {
  const { amira, ben, again } = await community();
  await amira.brings('Ben Okafor', space);
  await it_.playground.until(() => isIn('Ben Okafor'), 'Ben to be in');
  await ben.leaves(space);
  await it_.playground.until(async () => !(await isIn('Ben Okafor')), 'Ben to be out');
  const left = lastTold('member_left_channel', ben.id);
  return { amira, again, left };
}

it('who left and was brought back stays in, though their leaving is told again', { timeout: 60_000 }, async () => {
  const { amira, again, left } = await benHasLeft();
  await amira.brings('Ben Okafor', space);
  await it_.playground.until(() => isIn('Ben Okafor'), 'Ben to be back');
  await it_.settled();
  await again(left);
  expect(await isIn('Ben Okafor')).toBe(true);
  expect(await amira.membersOf(space)).toContain('Ben Okafor');
});

it('nor after the bot was started again', { timeout: 60_000 }, async () => {
  const { amira, again, left } = await benHasLeft();
  await it_.away(() => amira.brings('Ben Okafor', space));
  await it_.playground.until(() => isIn('Ben Okafor'), 'the look to find Ben in it');
  await it_.settled();
  await again(left);
  expect(await isIn('Ben Okafor')).toBe(true);
});

it.each(['by hand', 'by the bot'])(
  'who was let in %s and left stays out, though their coming is told again',
  {
    timeout: 60_000,
  },
  async how => {
    const { amira, ben, again } = await community();
    if (how === 'by the bot') await letsIn(amira, ben);
    else await amira.brings('Ben Okafor', space);
    await it_.playground.until(() => isIn('Ben Okafor'), 'Ben to be in');
    await it_.settled();
    const joined = lastTold('member_joined_channel', ben.id);
    await ben.leaves(space);
    await it_.playground.until(async () => !(await isIn('Ben Okafor')), 'Ben to be out');
    await it_.settled();
    await again(joined);
    expect(await isIn('Ben Okafor')).toBe(false);
  },
);

it('who left the Support Team and is in it again stays in it', { timeout: 60_000 }, async () => {
  it_ = await stage('slack');
  const [joan, ben] = [it_.person('Joan'), it_.person('Ben')];
  const support = async () => (await it_.store.db.selectFrom('support_people').select('person_id').execute()).length;
  await setUp(joan);
  const before = await support();
  await joan.brings('Ben Okafor', 'support');
  await it_.playground.until(async () => (await support()) === before + 1, 'Ben to be in it');
  await ben.leaves('support');
  await it_.playground.until(async () => (await support()) === before, 'Ben to be out of it');
  const left = lastTold('member_left_channel', ben.id);
  await joan.brings('Ben Okafor', 'support');
  await it_.playground.until(async () => (await support()) === before + 1, 'Ben to be back');
  it_.playground.tells?.({ ...left });
  await joan.brings('Dev Patel', 'support');
  await it_.playground.until(async () => (await support()) !== before + 1, 'Dev to be in it');
  expect(await support()).toBe(before + 2);
});

it.each([
  ['to the letter', {}],
  ['as of another moment', { event_ts: '1700000000.000100' }],
])('whoever named the bot is answered once, though it is told again %s', { timeout: 60_000 }, async (_how, more) => {
  const clock = movableClock();
  it_ = await stage('slack', { clock });
  const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
  await startCop(amira);
  await letsIn(amira, ben);
  await it_.settled();
  await amira.posts(space, '@CoP Bot who is in here?');
  await amira.sees(/Thank you for asking/, { in: space });
  const named = lastTold('app_mention', amira.id);
  clock.passes(70_000); // what was told within a minute is answered once in any case
  it_.playground.tells?.({ ...named, ...more });
  await ben.posts(space, '@CoP Bot and what do you do?');
  await ben.sees(/Thank you for asking/, { in: space }); // things are told in their order
  await it_.settled();
  expect(amira.seesNow(/Thank you for asking/)).toHaveLength(1);
});
