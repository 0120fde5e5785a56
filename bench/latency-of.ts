/** The round trips of what people wait for, on one platform, over the wire: the real client against the playground. */
import type { Playground } from '../playground/driver.ts';
import type { Store } from '../src/store/engine.ts';
import { roundTrips } from './round-trips.ts';

type Calls = Awaited<ReturnType<typeof roundTrips>>;

export interface Latency {
  /** From the command to the open form. */
  readonly form: Calls;
  /** From *Start it* until all is settled. */
  readonly start: Calls;
  /** The same for a second CoP: on Discord the category is there by now. */
  readonly again: Calls;
  readonly ask: Calls;
  readonly approve: Calls;
  readonly pin: Calls;
  readonly find: Calls;
}

const dayMs = 24 * 3600_000;

export async function latencyOf(playground: Playground, { db }: Store): Promise<Latency> {
  const [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
  const settled = async () => {
    const open = await db
      .selectFrom('effects')
      .select('id')
      .where('settled_at', 'is', null)
      .where('due_at', '<', Date.now() + dayMs)
      .execute();
    return open.length === 0;
  };
  const direct = { in: 'direct message' };

  const form = await roundTrips(
    playground,
    () => amira.types('/startcop', { in: 'general' }),
    async () => amira.hasForm(),
  );
  await playground.until(() => playground.traffic.filter(one => one.name === 'files.info').length !== 1, 'the picture');
  const given = { Name: 'Wound Care', 'What do you care about?': 'Healing wounds' };
  const start = await roundTrips(playground, () => amira.submits(given), settled);
  await amira.types('/startcop', { in: 'general' });
  await amira.form();
  const other = { Name: 'Night Shifts', 'What do you care about?': 'Staying awake' };
  const again = await roundTrips(playground, () => amira.submits(other), settled);

  await ben.types('/cop find wound', { in: 'general' });
  await ben.presses('Request to join', { with: /Wound Care/ });
  await ben.form();
  const ask = await roundTrips(playground, () => ben.submits({ 'What brings you here? (optional)': 'Leeds' }), settled);
  await amira.sees(/Ben Okafor asks to join/, direct);
  const approve = await roundTrips(playground, () => amira.presses('Approve', direct), settled);

  const paper = await ben.posts('cop-wound-care', 'Our protocol https://example.org/protocol');
  const kept = async () => (await db.selectFrom('documents').select('id').execute()).length === 1;
  const pin = await roundTrips(
    playground,
    () => ben.pins(paper),
    async () => (await kept()) && (await settled()),
  );
  const find = await roundTrips(playground, () => ben.types('/cop docs find protocol', { in: 'general' }));
  return { form, start, again, ask, approve, pin, find };
}
