/** Who has just come in: a hello that they see first, and one question two weeks later. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrived as hasArrived } from '../../src/bot/outbox/arrived.ts';
import { noWishes } from '../../src/bot/wishes.ts';
import { settlesIn } from '../../src/commands/newcomer/settles-in.ts';
import type { Wish } from '../../src/domain/effect.ts';
import { keptDays } from '../../src/domain/hello.ts';
import type { CopId, NetworkId, PersonId } from '../../src/domain/ids.ts';
import { settlesAfterMs } from '../../src/domain/newcomer.ts';
import * as clocks from '../../src/store/clocks.ts';
import * as cops from '../../src/store/cops.ts';
import { pruning } from '../../src/store/prune.ts';
import { look } from '../support/clockwork.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { al, amira, mo, sam, type Village, village } from '../support/village.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const day = 24 * 3600_000;
const posts = async (message: string) =>
  (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute())
    .map(row => JSON.parse(row.wish) as Wish)
    .filter(wish => wish.kind === 'post' && wish.message === message);
const idOf = async (who: Presser) =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', who.id)
      .executeTakeFirstOrThrow()
  ).person_id as PersonId;
const copIs = async () => {
  const { network_id } = await it_.store.db
    .selectFrom('cops')
    .select('network_id')
    .where('id', '=', it_.cop as CopId)
    .executeTakeFirstOrThrow();
  const cop = await cops.byId(it_.store.db, network_id as NetworkId, it_.cop as CopId);
  if (!cop) throw new Error('no CoP');
  return cop;
};
const kept = async (who: Presser) =>
  it_.store.db
    .selectFrom('memberships')
    .select(['hello', 'hello_at'])
    .where('cop_id', '=', it_.cop as CopId)
    .where('person_id', '=', await idOf(who))
    .executeTakeFirstOrThrow();

/** As their welcome does when it has reached them. */
async function arrived(who: Presser): Promise<void> {
  const [cop, person] = [await copIs(), await idOf(who)];
  const { after, ...clock } = settlesIn(cop, person);
  await it_.store.db.transaction().execute(tx => clocks.set(tx, cop, { ...clock, dueAt: it_.bot.clock.now() + after }));
}

/** Their hello has come into the space. */
async function stands(who: Presser): Promise<void> {
  const { db } = it_.store;
  const [cop, by] = [await copIs(), await idOf(who)];
  const about = { kind: 'cop', id: cop.id } as const;
  const wish = { kind: 'post', cop: cop.id, to: 'space', message: 'hello', about, shared: { by } } as const;
  const posted = {
    channel: { platform: 'discord', workspace: 'here', id: 'space-1' },
    id: 'm9',
    permalink: 'x',
  } as const;
  await db.transaction().execute(async tx => {
    await hasArrived({ bot: it_.bot, cop } as never, tx, noWishes(), wish, posted);
    await tx.updateTable('effects').set({ settled_at: 1, state: 'done' }).execute();
  });
}

const hello = (who: Presser, given: Record<string, string> = {}) =>
  it_.presses(who, 'newcomer hello', { cop: it_.cop, ...given });
const postsIt = (who: Presser, written = it_.bot.clock.now()) =>
  it_.presses(who, 'newcomer post-hello', { cop: it_.cop, written: String(written) });

describe('a hello', () => {
  it('is seen by nobody else until it is posted, and posted once', async () => {
    expect(await postsIt(mo)).toMatch(/isn't kept any more.*\[Say hello…\]/s);
    expect(await hello(mo, { who: ' Mo,\nward seven ', ask: '*leeches* @everyone' })).toMatch(
      /^Your hello to Wound Care\n.*Nobody has seen it yet.*Who I am.*Mo, ward seven.*Ask me about.*\*leeches\* @everyone.*\[Post it\]\n\[Change it…\]$/s,
    );
    expect(await posts('hello')).toEqual([]);
    const form = await it_.form(invocation(mo, 'newcomer hello', { cop: it_.cop }));
    expect(form).toMatchObject({
      show: { fields: [{ value: 'Mo, ward seven' }, { name: 'busy' }, { value: '*leeches* @everyone' }] },
    });

    const first = it_.bot.clock.now();
    it_.passes(1000);
    await hello(mo, { who: 'Mo, ward eight' });
    expect(await postsIt(mo, first)).toMatch(/ward eight.*\[Post it\]/s); // what they press on shows other words
    for (const _ of ['once', 'twice']) expect(await postsIt(mo)).toMatch(/on its way to/);
    expect(await hello(mo, { who: 'Once more' })).toMatch(/on its way to/);
    expect(await posts('hello')).toMatchObject([{ to: 'space', shared: { words: 'Mo, ward eight' } }]);
    expect((await kept(mo)).hello).toMatch(/ward eight/);
    await stands(mo);
    expect(await kept(mo)).toEqual({ hello: null, hello_at: it_.bot.clock.now() });
    for (const answer of [await postsIt(mo), await hello(mo, { who: 'Once more' })])
      expect(answer).toMatch(/You said hello.*nothing was posted a second time/);
    expect(await posts('hello')).toHaveLength(1);
  });

  it('is mended where there is nothing in it, or too much', async () => {
    expect(await hello(mo, { who: '  \u200b', busy: 'Ulcers' })).toMatch(/A word about who you are is enough/);
    expect(await hello(mo, { who: 'Mo', ask: 'x'.repeat(201) })).toMatch(/longer than 200 characters/);
    expect(await kept(mo)).toEqual({ hello: null, hello_at: null });
    for (const who of [sam, al]) expect(await hello(who, { who: 'Let me in' })).not.toMatch(/Nobody has seen it yet/);
  });

  it('that was not posted goes with who leaves, and after thirty days', async () => {
    await hello(mo, { who: 'Mo' });
    expect(await it_.presses(mo, 'person data')).toMatch(/CoPs that you are in[\s\S]*“Mo”/);
    await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
    expect(await kept(mo)).toEqual({ hello: null, hello_at: null });
    await hello(amira, { who: 'Amira' });
    const now = it_.bot.clock.now();
    const prune = pruning();
    await prune(it_.store.db, now + keptDays * day);
    expect((await kept(amira)).hello).not.toBeNull();
    await prune(it_.store.db, now + keptDays * day + 1);
    expect(await kept(amira)).toEqual({ hello: null, hello_at: null });
  });
});

describe('after two weeks', () => {
  const later = async (ms = settlesAfterMs) => {
    it_.passes(ms);
    await look(it_.bot);
  };

  it('somebody is asked once, in their own hours, and nobody hears the answer', async () => {
    await arrived(mo);
    await later(settlesAfterMs - 1);
    expect(await posts('settled-in')).toEqual([]);
    it_.passes(9 * 3600_000);
    await look(it_.bot, { [mo.id]: 'Europe/London' }); // six in the evening there
    expect(await posts('settled-in')).toEqual([]);
    it_.passes(16 * 3600_000);
    await look(it_.bot, { [mo.id]: 'Europe/London' });
    expect(await posts('settled-in')).toMatchObject([{ to: await idOf(mo) }]);
    await later();
    expect(await posts('settled-in')).toHaveLength(1);

    const before = (await it_.store.db.selectFrom('audit').select('id').execute()).length;
    expect(await it_.presses(mo, 'newcomer found', { cop: it_.cop })).toMatch(/Good to hear.*\[Share it\]$/s);
    expect(await it_.store.db.selectFrom('audit').select('id').execute()).toHaveLength(before);
  });

  it('who left is asked nothing, nor who looks after it by now; who came back, later', async () => {
    const { db } = it_.store;
    await arrived(mo);
    await arrived(amira);
    await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
    await later();
    expect(await posts('settled-in')).toEqual([]);

    await arrived(mo);
    it_.passes(10 * day);
    const since = it_.bot.clock.now();
    await db
      .updateTable('memberships')
      .set({ state: 'member', since })
      .where('person_id', '=', await idOf(mo))
      .execute();
    await later(4 * day);
    expect(await posts('settled-in')).toEqual([]);
    await later(10 * day);
    expect(await posts('settled-in')).toHaveLength(1);
  });

  it('nobody is asked while it rests, nor once it is closed', async () => {
    await arrived(mo);
    await it_.presses(amira, 'cop rest', { cop: it_.cop });
    await later(3 * settlesAfterMs);
    expect(await posts('settled-in')).toEqual([]);
    await it_.presses(amira, 'cop wake', { cop: it_.cop });
    await later(day);
    expect(await posts('settled-in')).toHaveLength(1);
    await arrived(mo);
    await it_.store.db.updateTable('cops').set({ closed_at: 1 }).execute();
    await later();
    expect(await posts('settled-in')).toHaveLength(1);
  });

  it('a not yet leads to who looks out for newcomers, else to who looks after it; their word is for them alone', async () => {
    const notYet = () => it_.presses(mo, 'newcomer not-yet', { cop: it_.cop });
    const leaves = (words: string) => it_.presses(mo, 'newcomer ask', { cop: it_.cop, words });
    expect(await notYet()).toMatch(/Turn to @Amira: they look after Wound Care.*\[Leave a word…\]$/s);
    expect(await leaves(' \u200b ')).toMatch(/Write what you are looking for/);
    expect(await leaves('Somebody *else* who dresses heels')).toMatch(/On its way to @Amira/);
    expect(await posts('newcomer-asks')).toMatchObject([{ to: await idOf(amira) }]);
    expect(JSON.stringify(await posts('newcomer-asks'))).not.toMatch(/heels/);

    await it_.presses(mo, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'open' });
    expect(await notYet()).toMatch(/Turn to @Amira: they look after/); // not to themselves
    await it_.presses(amira, 'role volunteer', { cop: it_.cop, role: 'community-keeper', term: 'open' });
    expect(await notYet()).toMatch(/Turn to @Amira: they look out for newcomers/);
    await it_.store.db
      .updateTable('memberships')
      .set({ state: 'left' })
      .where('person_id', '=', await idOf(amira))
      .execute();
    expect(await notYet()).toMatch(/Nobody else looks after Wound Care just now/);
    expect(await leaves('Anybody there?')).toMatch(/Nobody else looks after Wound Care just now/);
  });
});
