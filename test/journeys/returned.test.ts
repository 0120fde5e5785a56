/** What people changed by hand, told at once or found when the bot comes back: the store is true to it, and whom it concerns hears. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const calls = () => it_.playground.traffic.filter(one => one.direction === 'call').map(one => one.name);

/** By name: Slack tells of who came in by their id alone. */
const states = async (): Promise<Record<string, string>> => {
  const rows = await it_.store.db
    .selectFrom('memberships as m')
    .innerJoin('accounts as a', 'a.person_id', 'm.person_id')
    .select(['a.external_id', 'm.state', 'm.role'])
    .execute();
  const names = new Map(town.people.map(({ name }) => [it_.person(name).id, name.split(' ')[0] ?? '']));
  return Object.fromEntries(rows.map(row => [names.get(row.external_id), `${row.state} ${row.role}`]));
};
const stands = (name: string, state: string) =>
  until(async () => (await states())[name] === state, `${name} to be ${state}`);
const until_ = async <T>(value: () => Promise<T>, wanted: T) =>
  until(async () => JSON.stringify(await value()) === JSON.stringify(wanted), JSON.stringify(wanted));

const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };

/** Amira's Wound Care with these in it; Joan administers the place. */
async function opening(platform: (typeof platformNames)[number], names: readonly string[], support = false) {
  const clock = movableClock();
  it_ = await stage(platform, { clock, workspaces: [english] });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')] as const;
  if (support) await setUp(joan);
  await startCop(amira);
  const people: Record<string, Persona> = {};
  for (const name of names) {
    const one = it_.person(name);
    people[name] = one;
    await hand(platform, amira, joan).brings(one.name, space);
    await stands(name, 'member member');
  }
  await it_.settled();
  return { amira, joan, clock, ...people } as { amira: Persona; joan: Persona; clock: typeof clock } & Record<
    string,
    Persona
  >;
}

/** On Slack any member may; on Discord only who administers the server. */
const hand = (platform: string, amira: Persona, joan: Persona) => (platform === 'slack' ? amira : joan);

describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
  const ways = [
    ['at once', (work: () => Promise<void>) => work()],
    ['after being away', (work: () => Promise<void>) => it_.away(work)],
  ] as const;

  describe.each(ways)('%s', (_when, meanwhile) => {
    it('who was brought in by hand is a member, their request settled; who was put out reads nothing', async () => {
      const { amira, joan, Ben, Carla } = await opening(platform, ['Ben', 'Carla']);
      const Dev = it_.person('Dev');
      await askIn(Dev);
      await amira.sees(/Dev Patel asks to join/, { in: 'direct message' });
      const by = hand(platform, amira, joan);
      await meanwhile(async () => {
        await by.brings('Dev Patel', space);
        await by.throwsOut('Ben Okafor', space);
      });
      await stands('Dev', 'member member');
      await stands('Ben', 'left member');
      await it_.settled();
      expect(await it_.store.db.selectFrom('join_requests').select('state').distinct().execute()).toEqual([
        { state: 'approved' },
      ]);
      await Ben?.types('/cop docs list', { in: 'general' });
      await Ben?.sees(/not in a CoP|no CoP|isn't open to you|aren't in/i);
      expect((await states()).Carla).toBe('member member');
      await Carla?.types('/cop docs list', { in: space });
      await Carla?.sees(/library of Wound Care/);
    });
  });

  it('asks for no more than it needs: one list of spaces, one of members, pins after an absence alone', async () => {
    const { clock } = await opening(platform, ['Ben']);
    await it_.away(async () => it_.playground.clearTraffic());
    const { lists, pins } = {
      slack: { lists: ['users.conversations', 'conversations.members'], pins: 'pins.list' },
      discord: { lists: [], pins: 'GET /channels/:id/messages/pins' },
    }[platform];
    await until(async () => calls().includes(pins), 'a look at the pins');
    const looks = () => calls().filter(name => /conversations|members|pins/.test(name));
    expect(looks()).toEqual([...lists, pins]); // Discord is asked who is still there over the Gateway
    it_.playground.clearTraffic();
    clock.passes(3600_000);
    await until(async () => looks().length >= lists.length, 'the hourly look');
    await it_.settled();
    expect(looks()).toEqual(lists);
  });

  it('a list that breaks off changes nothing', async () => {
    const { amira, joan } = await opening(platform, ['Ben']);
    const on = { slack: 'conversations.members', discord: 'GET /gateway/bot' }[platform];
    await it_.away(async () => {
      await hand(platform, amira, joan).brings('Dev Patel', space);
      it_.playground.injects({ on, does: { status: 503 } });
    });
    await stands('Dev', 'member member'); // asked again
    expect(await states()).toMatchObject({ Amira: 'member facilitator', Ben: 'member member' });
  });

  it.skipIf(platform === 'discord').each(['users.conversations', 'conversations.members'])(
    'a list that grew old while it was read is read anew, and at once: %s',
    async on => {
      const { amira } = await opening(platform, ['Ben']);
      await it_.away(async () => {
        await amira.throwsOut('Ben Okafor', space);
        it_.playground.injects({ on, does: { refuse: 'invalid_cursor' } });
      });
      await stands('Ben', 'left member'); // who was put out reads nothing more
    },
  );

  it.skipIf(platform === 'discord')(
    'one space that the platform tells nothing of keeps no other waiting (Discord is asked about the people of all by one question)',
    async () => {
      const { amira, clock } = await opening(platform, []);
      const ben = it_.person('Ben');
      await startCop(ben, { Name: 'Falls' });
      await it_.settled();
      const membersNow = async () =>
        (await it_.store.db.selectFrom('memberships').select('person_id').where('state', '=', 'member').execute())
          .length;
      await it_.away(async () => {
        await amira.brings('Dev Patel', space);
        await ben.brings('Dev Patel', 'cop-falls');
        it_.playground.injects({ on: 'conversations.members', times: 5, does: { status: 503 } });
      });
      const passing = (ms: number, members: number) =>
        until(async () => {
          clock.passes(ms);
          return (await membersNow()) === members;
        }, `${members} to be members`);
      await passing(20_000, 3);
      expect(it_.log.filter(line => 'sentence' in line && line.sentence === 'a space could not be looked at')).toEqual([
        expect.objectContaining({ level: 'warn', code: '503' }),
      ]);
      await passing(3600_000, 4); // its turn comes again
    },
  );

  it.skipIf(platform === 'discord')(
    'coming back twice while it still looks is one look more (Discord keeps its channels in mind: no look is that long)',
    async () => {
      const { amira, clock } = await opening(platform, []);
      const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const count = (name: string) => calls().filter(one => one === name).length;
      let looks = 0;
      it_.playground.watch(async (moment, { name }) => {
        if (moment === 'performed' && name === 'users.conversations') await [first, second][looks++]?.promise;
      });
      const comesBack = async (times: number) => {
        it_.playground.dropsSockets();
        const isBack = () => count('apps.connections.open') === times + 1 && it_.playground.connected();
        await until(async () => isBack(), 'the bot to come back');
        await amira.types(`/cop docs find ${times}`, { in: space }); // heard once it is back
        await amira.sees(new RegExp(`“${times}”`));
      };
      await it_.away(async () => it_.playground.clearTraffic());
      await until(async () => looks === 1, 'the look after the absence');
      clock.passes(3600_000); // the hourly one waits for its turn
      await comesBack(1);
      first.resolve();
      await until(async () => looks === 2, 'the hourly look');
      await comesBack(2);
      second.resolve();
      await until(async () => {
        clock.passes(3600_000);
        return count('conversations.members') >= 5;
      }, 'all looks that were begun, and hourly ones after them');
      expect(count('pins.list')).toBe(2); // looked at after an absence alone
    },
  );

  it('a facilitator and others out at once: nothing ends until somebody says so, and it can be put back', async () => {
    const { amira, joan, Ben } = await opening(platform, ['Ben', 'Carla', 'Dev']);
    const others = hand(platform, Ben as Persona, joan);
    await it_.away(async () => {
      await others.throwsOut('Amira Haddad', space);
      await others.throwsOut('Carla Moreno', space);
    });
    await stands('Carla', 'left member');
    await stands('Amira', 'left facilitator');
    await amira.sees(/2 people can no longer get into the space of Wound Care/, { in: 'direct message' });
    await amira.presses('Put it back', { in: 'direct message' });
    await stands('Carla', 'member member');
    await stands('Amira', 'member facilitator');
    await it_.settled();
    await amira.sees(/it was put back on/, { in: 'direct message' });
    expect(await amira.membersOf(space)).toEqual(expect.arrayContaining(['Amira Haddad', 'Carla Moreno']));
  });

  it('a CoP whose facilitator is out: the Support Team hears at once, and requests wait openly', async () => {
    const { amira, joan, Ben } = await opening(platform, ['Ben', 'Carla', 'Dev'], true);
    await (platform === 'slack' ? amira.leaves(space) : joan.throwsOut('Amira Haddad', space));
    await stands('Amira', 'left facilitator');
    const told = await joan.sees(/Wound Care needs a facilitator/, { in: 'support' });
    expect(told.text).toContain(Ben?.name);
    const kofi = it_.person('Joan');
    await kofi.types('/cop find wound', { in: 'general' });
    await kofi.presses('Request to join', { with: /Wound Care/ });
    await kofi.form();
    await kofi.submits({});
    const answer = await kofi.sees(/Nobody looks after Wound Care just now/);
    expect(answer.text).not.toContain('They have been told');
  });

  it('without a Support Team its members are asked, by one post in the space', async () => {
    const { amira, joan, Ben } = await opening(platform, ['Ben']);
    await it_.away(() => (platform === 'slack' ? amira.leaves(space) : joan.throwsOut('Amira Haddad', space)));
    await Ben?.sees(/Who would look after Wound Care\?/, { in: space });
    await amira.sees(/Who would look after Wound Care\?/, { in: 'direct message' }); // who started it
    await it_.settled();
    expect(Ben?.seesNow(/Who would look after/, { in: space })).toHaveLength(1);
  });

  it('the bot put out of a space meanwhile: nothing is closed, its facilitators are asked once; brought back, it goes on', async () => {
    const { amira, joan, clock } = await opening(platform, ['Ben']);
    const by = hand(platform, amira, joan);
    await it_.away(() => by.throwsOut('CoP Bot', space));
    await amira.sees(/I can't get into the space of Wound Care any more/, { in: 'direct message' });
    await it_.away(async () => {});
    await it_.settled();
    expect(amira.seesNow(/I can't get into the space/, { in: 'direct message' })).toHaveLength(1);
    expect(await it_.store.db.selectFrom('cops').select('closed_at').execute()).toEqual([{ closed_at: null }]);
    expect(await states()).toMatchObject({ Amira: 'member facilitator', Ben: 'member member' });
    await by.brings('CoP Bot', space);
    clock.passes(3600_000);
    await amira.sees(/it was put back on/, { in: 'direct message' });
  });

  it('a space deleted: on a word or an event it closes, whole; who waits is told', async () => {
    const { amira, joan } = await opening(platform, ['Ben']);
    const dev = it_.person('Dev');
    await askIn(dev);
    await amira.sees(/Dev Patel asks to join/, { in: 'direct message' });
    await it_.away(() => hand(platform, amira, joan).deletesChannel(space));
    if (platform === 'slack') {
      await amira.sees(/I can't get into the space/, { in: 'direct message' });
      await amira.presses("It's closed for good", { in: 'direct message' });
    } else await amira.sees(/Somebody deleted its channel/, { in: 'direct message' });
    await dev.sees(/Wound Care was closed .*before anybody answered/, { in: 'direct message' });
    await amira.sees(/Wound Care was closed .*before it was answered/, { in: 'direct message' });
    await it_.settled();
    await until_(
      async () =>
        (await it_.store.db.selectFrom('join_requests').select('state').execute()).map(one => one.state).sort(),
      ['withdrawn'],
    );
    expect(amira.seesNow(/needs a hand/)).toEqual([]);
  });

  it('a space renamed is called so from then on', async () => {
    const { amira, joan } = await opening(platform, []);
    await it_.away(() => hand(platform, amira, joan).renames(space, 'wounds'));
    await until_(
      async () => (await it_.store.db.selectFrom('cops').select('space_name').execute())[0]?.space_name,
      'wounds',
    );
  });
});
