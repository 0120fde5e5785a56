/** What somebody changed by hand, and what is said to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { admit } from '../../src/bot/outbox/effects/admit.ts';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import { post } from '../../src/commands/effects.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type { Difference, WasIn } from '../../src/domain/difference.ts';
import { lane } from '../../src/domain/effect.ts';
import type { CopId, DifferenceId, PersonId, WorkspaceKey } from '../../src/domain/ids.ts';
import { differenceCard } from '../../src/messages/difference.ts';
import * as cops from '../../src/store/cops.ts';
import * as differences from '../../src/store/differences.ts';
import { effectFrom } from '../../src/store/effects.ts';
import * as facilitating from '../../src/store/facilitating.ts';
import * as posts from '../../src/store/posts.ts';
import { draw } from '../support/consequences.ts';
import { amira, choose, mo, nia, sam, supportChannel, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

let it_: Village;
beforeEach(async () => {
  it_ = await village();
});
afterEach(() => it_.store.close());

const day = 24 * 3600_000;
const networkOf = async () =>
  (
    await it_.store.db
      .selectFrom('cops')
      .select('network_id')
      .where('id', '=', it_.cop as CopId)
      .executeTakeFirstOrThrow()
  ).network_id;
const personOf = async (who: { id: string }): Promise<PersonId> =>
  (
    await it_.store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', who.id)
      .executeTakeFirstOrThrow()
  ).person_id;
const found = async (kind: Difference['kind'], people: readonly WasIn[]): Promise<string> => {
  const difference: Difference = {
    id: '01ARZ3NDEKTSV4RRFFQ69RGHTS' as DifferenceId,
    networkId: await networkOf(),
    copId: it_.cop as CopId,
    ...{ kind, people },
    seenBy: [],
    foundAt: it_.bot.clock.now(),
    settledAt: undefined,
    settledAs: undefined,
  };
  await it_.store.db.transaction().execute(tx => differences.add(tx, difference));
  return difference.id;
};
const facilitates = async (who: { id: string }) => {
  const [network, person] = [await networkOf(), await personOf(who)];
  await it_.store.db
    .transaction()
    .execute(tx => facilitating.setRole(tx, network, it_.cop as CopId, person, 'facilitator'));
};
const wished = async (kind: string) =>
  (
    await it_.store.db
      .selectFrom('effects')
      .select('wish')
      .where('kind', '=', kind as never)
      .execute()
  ).map(effect => JSON.parse(effect.wish));
const leaves = (who: { id: string; name: string }) =>
  it_.happened({
    kind: 'left',
    id: `left ${who.id}`,
    space: { platform: 'discord', workspace: 'here', id: 'space-1' },
    who: { platform: 'discord', workspace: 'here', id: who.id, name: who.name },
  });

it('several are out for good: what all of their roles ended by is drawn anew once', async () => {
  await it_.presses(nia, 'role volunteer', { cop: it_.cop, role: 'agenda-activist', term: 'open' });
  await facilitates(mo);
  const people = [mo, nia].map(async who => ({ id: await personOf(who), role: 'facilitator' as const }));
  const there = await Promise.all(people);
  const difference = await found('people', there);
  const ids = there.map(one => one.id as never);
  await it_.store.db.updateTable('memberships').set({ state: 'left' }).where('person_id', 'in', ids).execute();
  await it_.store.db.deleteFrom('effects').execute();
  await it_.presses(amira, 'difference right', { difference });
  const carried = await it_.store.db.selectFrom('core_roles').select('ended_at').execute();
  expect(carried.filter(one => one.ended_at !== null)).toHaveLength(2);
  const revised = (await wished('revise')).map(one => one.message);
  expect(revised.filter(one => one === 'cop-welcome')).toHaveLength(1);
  expect(revised.filter(one => one === 'role-term')).toHaveLength(2);
  expect(await wished('server-roles')).toHaveLength(1);
});

describe('what facilitators may do was changed by hand', () => {
  it('one of them puts it back, however long ago it was', async () => {
    const difference = await found('rights', [{ id: await personOf(amira), role: 'facilitator' }]);
    it_.passes(30 * day);
    expect(await it_.presses(amira, 'difference put-back', { difference })).toMatch(/it was put back on/);
    expect(await wished('make-facilitator')).toEqual([expect.objectContaining({ person: await personOf(amira) })]);
  });

  it('who has left meanwhile gets no rights, is not brought in again, and has no say in it', async () => {
    await facilitates(mo);
    const people = [amira, mo].map(async who => ({ id: await personOf(who), role: 'facilitator' as const }));
    const difference = await found('rights', await Promise.all(people));
    await leaves(mo);
    await it_.store.db.deleteFrom('effects').execute();
    expect(await it_.presses(mo, 'difference put-back', { difference })).toMatch(/isn't open to you/);
    await it_.presses(amira, 'difference put-back', { difference });
    expect(await wished('make-facilitator')).toEqual([expect.objectContaining({ person: await personOf(amira) })]);
    expect(await wished('admit')).toEqual([]);
    const { state } = await it_.store.db
      .selectFrom('memberships')
      .select('state')
      .where('cop_id', '=', it_.cop as CopId)
      .where('person_id', '=', await personOf(mo))
      .executeTakeFirstOrThrow();
    expect(state).toBe('left');
  });
});

describe('several are out, and it was asked about', () => {
  const here = (who: { id: string; name: string }) => ({ platform: 'discord' as const, workspace: 'here', ...who });
  const areOut = async () => {
    const { id, name } = mo;
    await it_.happened({
      kind: 'left',
      id: 'left together',
      space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      who: here({ id, name }),
      others: [here({ id: nia.id, name: nia.name })],
    });
    await it_.store.db.deleteFrom('effects').execute();
  };
  const out = async () => {
    const all = it_.store.db.selectFrom('differences').select(['people', 'settled_at']).where('kind', '=', 'people');
    const { people, settled_at } = await all.executeTakeFirstOrThrow();
    return { people: (JSON.parse(people) as WasIn[]).map(one => one.id), isSettled: settled_at !== null };
  };
  const comesBack = ({ id, name }: typeof mo) =>
    it_.happened({
      kind: 'joined',
      id: `back ${id}`,
      space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      who: here({ id, name }),
    });
  const asked = () =>
    it_.store.db.selectFrom('differences').selectAll().where('kind', '=', 'people').executeTakeFirstOrThrow();
  const asksInAndIsApproved = async (who: typeof mo) => {
    await it_.presses(who, 'join-request make', { cop: it_.cop });
    const request = it_.store.db
      .selectFrom('join_requests')
      .select('id')
      .where('person_id', '=', await personOf(who));
    await it_.presses(amira, 'join-request approve', { request: (await request.executeTakeFirstOrThrow()).id });
  };
  const lettingIn = async (meanwhile = async () => {}) => {
    const rows = await it_.store.db.selectFrom('effects').selectAll().where('kind', '=', 'admit').execute();
    for (const row of rows) {
      const effect = effectFrom(row);
      const cop = await cops.byId(it_.store.db, effect.networkId, effect.copId);
      const platform = { perform: { admit: meanwhile } };
      const now = it_.bot.clock.now();
      const receipt = await admit.perform({ bot: it_.bot, platform, cop, effect, now } as never, effect.wish as never);
      await it_.store.db.transaction().execute(async tx => {
        const found = noWishes();
        await receipt(tx, found);
        await saveWishes(it_.bot.jobs, tx, found, effect.workspace);
      });
    }
  };
  const revised = async () => (await wished('revise')).map(one => one.message);

  it('who asks in and is let in is out no longer, and the card says so', async () => {
    await areOut();
    await asksInAndIsApproved(mo);
    await lettingIn();
    expect(await out()).toEqual({ people: [await personOf(nia)], isSettled: false });
    expect(await revised()).toContain('is-it-right');
  });

  it('and facilitates it again, if they did', async () => {
    await facilitates(mo);
    await areOut();
    await asksInAndIsApproved(mo);
    await lettingIn();
    expect(await wished('make-facilitator')).toEqual([expect.objectContaining({ person: await personOf(mo) })]);
    expect(await it_.presses(mo, 'facilitator show', { cop: it_.cop })).toMatch(/Mo.*since/s);
  });

  it('who came back leaves a facilitator out alone: whoever says that it is right is not told that they look after it no longer', async () => {
    await facilitates(nia);
    await areOut();
    await comesBack(mo);
    const { id } = await asked();
    const said = await it_.presses(amira, 'difference right', { difference: id });
    expect(said).toMatch(/That is settled: it was meant so/);
    expect(said).not.toMatch(/You don't look after/);
  });

  it('once one of two has come back, the card says who is out still, and not that they went all at once', async () => {
    await areOut();
    await comesBack(mo);
    const { id } = await asked();
    const view = await differences.withCop(it_.store.db, await networkOf(), id);
    const card = differenceCard({ ...view, people: [{ name: 'Nia', accountId: undefined }] } as never);
    expect(wordsOf(card)).toMatch(/could no longer get into the space of Wound Care, one isn't back: @?Nia\./);
    expect(wordsOf(card)).not.toMatch(/all at once|more than one/);
  });

  it('once everybody has come back, the card says so, and not that nobody is out all at once', async () => {
    await areOut();
    for (const one of [mo, nia]) await comesBack(one);
    const { id } = await asked();
    const view = await differences.withCop(it_.store.db, await networkOf(), id);
    const card = differenceCard({ ...view, people: [] } as never);
    expect(wordsOf(card)).toMatch(/Everybody who could no longer get into the space of Wound Care is in it again/);
    expect(wordsOf(card)).not.toMatch(/all at once/);
  });

  it('who has left for good while they were being let in is nothing there again', async () => {
    await facilitates(mo);
    await areOut();
    await asksInAndIsApproved(mo);
    const person = await personOf(mo);
    await lettingIn(async () => {
      await it_.store.db.updateTable('memberships').set({ state: 'left' }).where('person_id', '=', person).execute();
    });
    expect(await wished('make-facilitator')).toEqual([]);
    expect((await out()).people).toContain(person);
  });

  it('whoever comes back carries what they did, and the welcome says so', async () => {
    await areOut();
    await comesBack(mo);
    expect(await revised()).toContain('cop-welcome');
    expect(await wished('server-roles')).toHaveLength(1);
  });

  it('so it is where somebody puts them back', async () => {
    await areOut();
    const people = it_.store.db.selectFrom('differences').select('id').where('kind', '=', 'people');
    await it_.presses(amira, 'difference put-back', { difference: (await people.executeTakeFirstOrThrow()).id });
    expect(await revised()).toContain('cop-welcome');
    expect(await wished('server-roles')).toHaveLength(1);
  });

  it('who takes the CoP over is asked about it', async () => {
    await areOut();
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: sam.id, way: 'instead' });
    await it_.store.db.updateTable('memberships').set({ state: 'member' }).where('state', '=', 'joining').execute();
    const asked = it_.store.db.selectFrom('nominations').select('id').where('state', '=', 'pending');
    const { id } = await asked.where('nominee_id', '=', await personOf(sam)).executeTakeFirstOrThrow();
    await it_.store.db.deleteFrom('effects').execute();
    await it_.presses(sam, 'nomination accept', { nomination: id });
    const told = (await wished('post')).filter(one => one.message === 'is-it-right');
    const open = await it_.store.db.selectFrom('differences').select('id').orderBy('found_at').execute();
    expect(open).toHaveLength(2); // and that the space is out of reach
    expect(told.map(one => [one.to, one.about.id])).toEqual(
      await Promise.all(open.map(async one => [await personOf(sam), one.id])),
    );
  });

  it('who takes the CoP over is asked about a facilitator who is left out alone, and was not asked herself', async () => {
    await facilitates(nia);
    await areOut();
    await comesBack(mo);
    await it_.presses(amira, 'nomination ask', { cop: it_.cop, person: mo.id, way: 'instead' });
    const asked = it_.store.db.selectFrom('nominations').select('id').where('state', '=', 'pending');
    const { id } = await asked.where('nominee_id', '=', await personOf(mo)).executeTakeFirstOrThrow();
    await it_.store.db.deleteFrom('effects').execute();
    await it_.presses(mo, 'nomination accept', { nomination: id });
    const people = it_.store.db.selectFrom('differences').select('id').where('kind', '=', 'people');
    const difference = (await people.executeTakeFirstOrThrow()).id;
    const told = (await wished('post')).filter(one => one.message === 'is-it-right' && one.about.id === difference);
    expect(told.map(one => one.to)).toEqual([await personOf(mo)]);
    expect(await it_.presses(mo, 'difference right', { difference })).toMatch(/it was meant so/);
  });
});

describe('whoever facilitates it now can not be asked', () => {
  const notTold = async (difference: string) => {
    const does = { command: 'difference not-told', options: { difference } } as Consequence;
    await draw(it_, { networkId: await networkOf(), workspace: 'discord:here' as WorkspaceKey }, does);
    return (await wished('post')).filter(one => one.message === 'is-it-right' && one.to === 'support').length;
  };
  /** As if it stood with them. */
  const hasTheCard = async (who: { id: string }, id: string) => {
    const [network, person] = [await networkOf(), await personOf(who)];
    const about = { kind: 'difference', id: id as DifferenceId } as const;
    await it_.store.db.transaction().execute(async tx => {
      const cop = await cops.byId(tx, network, it_.cop as CopId);
      if (!cop) throw new Error('no CoP');
      const wishes = noWishes();
      const effectId = wishing(wishes, it_.bot.clock.now())(
        lane.person(person),
        post(cop, 'is-it-right', person, about),
      );
      await saveWishes(it_.bot.jobs, tx, wishes, cop.workspace);
      const at = { workspace: cop.workspace, channelId: 'direct', messageId: '1', language: 'en', effectId } as const;
      await posts.add(tx, network, at, 'is-it-right', about);
    });
  };

  beforeEach(() => choose(it_, { supportChannel: supportChannel.id }));

  it('the Support Team is, though the card stands with who facilitates it no longer', async () => {
    const difference = await found('opened', []);
    await hasTheCard(amira, difference);
    expect(await notTold(difference)).toBe(0);
    const [network, from, to] = [await networkOf(), await personOf(amira), await personOf(nia)];
    await it_.store.db
      .transaction()
      .execute(tx => facilitating.handRoleOver(tx, network, it_.cop as CopId, from, to, it_.bot.clock.now()));
    expect(await notTold(difference)).toBe(1);
    expect(await notTold(difference)).toBe(1); // once
  });
});
