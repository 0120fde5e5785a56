/** A channel on Slack has another id once it is shared with another organisation: then it is written down nowhere by the old one. */
import { afterEach, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

/** What has been done, and what was done, is history. */
const history = new Set(['audit', 'effects']);

/** In which columns of which tables it stands. */
async function writtenIn(id: string): Promise<readonly string[]> {
  const { db } = it_.store;
  const tables = await db.introspection.getTables();
  const found: string[] = [];
  for (const { name } of tables.filter(one => !history.has(one.name)))
    for (const row of await db
      .selectFrom(name as 'cops')
      .selectAll()
      .execute())
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(id)) found.push(`${name}.${column}`);
  return [...new Set(found)].sort();
}

it('on slack, nothing is known by the id that a channel had, be it a space, one that was left, or chosen for the Support Team', async () => {
  const clock = movableClock();
  it_ = await stage('slack', { clock });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  const { db } = it_.store;
  const idOf = async (name: string) => (await joan.channels()).find(one => one.name === name)?.id ?? '';
  const space = (await db.selectFrom('cops').select('space_id').executeTakeFirstOrThrow()).space_id ?? '';
  await amira.pins(await amira.posts('cop-wound-care', 'Leg ulcers: what helps'));
  const kept = () => db.selectFrom('documents').select('id').execute();
  await it_.playground.until(async () => (await kept()).length === 1, 'the pin to be kept');
  const support = await idOf('support');
  await joan.makesPublic('support');
  clock.passes(3600_000);
  await joan.sees(/Everybody here can read the Support Team's channel now/, { in: 'direct message' });
  await it_.settled();
  const before = [await writtenIn(support), await writtenIn(space)];
  expect(before).toEqual([
    ['opened_channels.channel_id', 'posts.channel_id', 'settings.support_channel'],
    expect.arrayContaining(['cops.space_id', 'documents.message_key', 'documents.permalink', 'documents.place']),
  ]);

  await joan.makesPrivate('support'); // of public channels the bot is told nothing
  it_.playground.connects?.('support');
  it_.playground.connects?.('cop-wound-care');
  await expect.poll(async () => [...(await writtenIn(support)), ...(await writtenIn(space))]).toEqual([]);
  expect(await writtenIn(await idOf('support'))).toEqual(before[0]);
  await joan.sees(/Somebody shared the Support Team's channel with another organisation/, { in: 'direct message' });
  it_.playground.disconnectsFrom?.('support');
  await joan.sees(/what I say to the Support Team isn't there for others/, { in: 'direct message' });
});

it('on slack, what stands in a space that a CoP has left is found by its other id', async () => {
  it_ = await stage('slack', { clock: movableClock() });
  const amira = it_.person('Amira');
  await startCop(amira);
  const { db } = it_.store;
  await amira.pins(await amira.posts('cop-wound-care', 'Leg ulcers: what helps'));
  const kept = () => db.selectFrom('documents').select('id').execute();
  await it_.playground.until(async () => (await kept()).length === 1, 'the pin to be kept');
  await it_.settled();
  const { space_id: space } = await db.selectFrom('cops').select('space_id').executeTakeFirstOrThrow();
  await db.updateTable('cops').set({ former_space_id: space, space_id: 'C0LIVESNOW' }).execute();
  it_.playground.connects?.('cop-wound-care');
  await it_.playground.until(
    async () => !(await writtenIn(space ?? '')).some(at => /documents|cops/.test(at)),
    'its other id to be known',
  );
  const now = await db.selectFrom('cops').select(['space_id', 'former_space_id']).executeTakeFirstOrThrow();
  expect(now.space_id).toBe('C0LIVESNOW');
  const { place } = await db.selectFrom('documents').select('place').executeTakeFirstOrThrow();
  expect(place).toBe(now.former_space_id);
});

it('on slack, a channel is not taken for lost any more that was looked for by its old id before Slack told of the other', async () => {
  const clock = movableClock();
  it_ = await stage('slack', { clock });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await it_.settled();
  it_.playground.carries(event => (event === 'channel_id_changed' ? 4000 : undefined));
  it_.playground.connects?.('support');
  clock.passes(3600_000);
  await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
  await joan.sees(/I can reach the Support Team again/, { in: 'direct message' });
  expect(await it_.store.db.selectFrom('lost_channels').selectAll().execute()).toEqual([]);
}, 30_000);

it("on slack, the Support Team's channel is found by its other id on a look, where nobody heard of it; a channel that is called as it was is another", async () => {
  it_ = await stage('slack', { clock: movableClock() });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  const { db } = it_.store;
  const chosen = async () =>
    (await db.selectFrom('settings').select('support_channel').executeTakeFirst())?.support_channel;
  const idNow = async () => (await joan.channels()).find(one => one.name === 'support')?.id;
  it_.playground.makesOld?.('support');
  await it_.playground.until(async () => (await chosen())?.startsWith('G') === true, 'its id of old to be known');
  await it_.settled();
  await it_.away(async () => it_.playground.connects?.('support'));
  await it_.playground.until(async () => (await chosen()) === (await idNow()), 'its other id to be known');
  await it_.settled();
  expect((await chosen())?.startsWith('C')).toBe(true);
  expect(joan.seesNow(/can't get into/, { in: 'direct message' })).toEqual([]);

  const before = await chosen();
  await it_.away(async () => {
    await joan.renames('support', 'helpers');
    await joan.throwsOut('CoP Bot', 'helpers');
    await amira.makesChannel('support', { private: true });
    await amira.brings('CoP Bot', 'support');
  });
  await joan.sees(/I can't get into the Support Team's channel any more/, { in: 'direct message' });
  expect(await chosen()).toBe(before);
}, 30_000);
