/** What a look costs for so many spaces, over the wire: the figures of docs/operating.md are reckoned from these. */
import { afterEach, describe, expect, it } from 'vitest';
import { newId } from '../../src/store/ids.ts';
import { movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const budgeted = /^(conversations|users|pins)\.|channels\/:id|guilds\/:id\/members/;

/** By call, of those that a look makes. */
function calls(): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { direction, name } of it_.playground.traffic)
    if (direction === 'call' && budgeted.test(name)) counted[name] = (counted[name] ?? 0) + 1;
  return counted;
}
const count = (name: string): number => calls()[name] ?? 0;

/** Wound Care, and as many more as make it `n`: channels made by hand, with the bot and Amira in them, and their rows. */
async function grown(n: number): Promise<void> {
  const { db } = it_.store;
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  const maker = it_.platform === 'slack' ? amira : joan;
  await startCop(amira);
  await it_.settled();
  const cop = await db.selectFrom('cops').selectAll().executeTakeFirstOrThrow();
  const membership = await db.selectFrom('memberships').selectAll().executeTakeFirstOrThrow();
  for (let one = 1; one < n; one++) {
    const name = `circle-${one}`;
    await maker.makesChannel(name, { private: true });
    await maker.brings('CoP Bot', name);
    if (maker !== amira) {
      await maker.brings('Amira Haddad', name);
      await maker.throwsOut('Joan Mills', name); // who made it
    }
    const id = newId<typeof cop.id>(cop.created_at + one);
    const space = (await maker.channels()).find(channel => channel.name === name)?.id ?? '';
    const { members: _, ...row } = cop;
    const named = { name, name_key: name, slug: name, space_id: space, space_name: name };
    // By hand, nobody gets a facilitator's rights on Discord.
    const [role, unattended] =
      it_.platform === 'slack' ? (['facilitator', null] as const) : (['member', cop.created_at] as const);
    await db
      .insertInto('cops')
      .values({ ...row, ...named, unattended_since: unattended, id })
      .execute();
    await db
      .insertInto('memberships')
      .values({ ...membership, cop_id: id, role })
      .execute();
  }
  await it_.settled();
}

const lists = { slack: 'conversations.members', discord: undefined } as const;
const pins = { slack: 'pins.list', discord: 'GET /channels/:id/messages/pins' } as const;
/** Slack's own limit: 20 a minute, and what is waited for is waited out in real time. */
const pinsAtOnce = 20;

describe.each(platformNames)('on %s', platform => {
  it.each([10, 50])(
    'for %i spaces: hourly one list each, after an absence one of pins besides',
    { timeout: 60_000 },
    async n => {
      const clock = movableClock();
      it_ = await stage(platform, { clock });
      await grown(n);
      const list = lists[platform];
      const everyList: Record<string, number> = list ? { 'users.conversations': Math.ceil(n / 200), [list]: n } : {};

      await it_.away(async () => it_.playground.clearTraffic());
      const pinned = platform === 'slack' ? Math.min(n, pinsAtOnce) : n;
      await it_.playground.until(() => count(pins[platform]) >= pinned, 'all that can be looked at now');
      const { 'users.info': asked = 0, ...rest } = calls();
      const everybody: Record<string, number> = list ? { 'users.list': 1 } : {};
      expect(rest).toEqual({ ...everyList, ...everybody, [pins[platform]]: pinned });
      expect(asked).toBeLessThanOrEqual(1); // Amira, who facilitates all of them
      if (pinned < n) return; // the rest of it takes its minutes

      it_.playground.clearTraffic();
      clock.passes(3600_000);
      await it_.playground.until(() => list === undefined || count(list) >= n, 'the hourly look');
      await it_.settled();
      expect(calls()).toEqual(everyList);
      expect(await it_.store.db.selectFrom('differences').select('id').execute()).toEqual([]);
    },
  );
});
