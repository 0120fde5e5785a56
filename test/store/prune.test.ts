/** What grows is pruned; what is alive, the records and the audit stay. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { rowsIn, yearOfUse } from '../../bench/year-of-use.ts';
import type { About } from '../../src/domain/effect.ts';
import type { CopId, EffectId, TalkId } from '../../src/domain/ids.ts';
import type { NotedName } from '../../src/domain/noted.ts';
import { unchosen } from '../../src/domain/settings.ts';
import * as audit from '../../src/store/audit.ts';
import * as effects from '../../src/store/effects.ts';
import type { Tx } from '../../src/store/engine.ts';
import { idsFrom, newId, timeOf } from '../../src/store/ids.ts';
import * as joinRequests from '../../src/store/join-requests.ts';
import * as posts from '../../src/store/posts.ts';
import { pruning } from '../../src/store/prune.ts';
import * as settings from '../../src/store/settings.ts';
import { waitingIn } from '../../src/store/support-cards.ts';
import { desk } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { onSqlite } from '../support/plans/plans.ts';
import { supportChannel, village } from '../support/village.ts';
import { added, amira, effect, here, inAStore, now, ours, request, store, theirs, there, tx } from './rows.ts';

const day = 24 * 3600_000;

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`pruning${skip ? ` (skipped: ${skip})` : ''}`, () => {
    inAStore(migrated);
    const prune = (at: number) => pruning()(store.db, at);
    const ids = async () => (await store.db.selectFrom('effects').select('id').execute()).map(row => row.id).sort();

    it('takes effects that were settled 90 days ago, but none of a press of which something is still to come', async () => {
      const cop = await added();
      const [over, begun, planned] = [
        effect(cop.id, { batch: 'over' }),
        effect(cop.id, { batch: 'going' }),
        effect(cop.id, { batch: 'going', dueAt: now + 400 * day }),
      ];
      await tx(t => effects.add(t, [over, begun, planned]));
      await tx(t => effects.settle(t, [over, begun], 'done', now));
      expect(await prune(now + 90 * day)).toBe(0);
      expect(await prune(now + 90 * day + 1)).toBe(1);
      expect(await ids()).toEqual([begun.id, planned.id].sort());
      await tx(t => effects.settle(t, [planned], 'done', now + 400 * day));
      await prune(now + 500 * day);
      expect(await ids()).toEqual([]);
    });

    it('takes posts of what is decided, and none of what waits or of a CoP', async () => {
      const cop = await added();
      const [decided, waits] = [request(cop.id, { state: 'declined' }), request(cop.id)];
      await tx(async t => {
        for (const one of [decided, waits]) await joinRequests.add(t, one);
        for (const about of [
          { kind: 'join-request', id: decided.id },
          { kind: 'join-request', id: waits.id },
          { kind: 'cop', id: cop.id },
        ] as const) {
          const id = `${idsFrom(now)}${about.id.slice(-16)}` as EffectId;
          await posts.add(
            t,
            ours,
            { effectId: id, workspace: here, channelId: 'C', messageId: id, language: 'en' },
            'cop-welcome',
            about,
          );
        }
      });
      const about = async () =>
        (await store.db.selectFrom('posts').select('about_id').execute()).map(row => row.about_id);
      await prune(now + 89 * day);
      expect(await about()).toHaveLength(3);
      await prune(now + 91 * day);
      expect((await about()).sort()).toEqual([waits.id, cop.id].sort());
    });

    it.each([
      ['a year, if nothing was chosen', undefined, 365],
      ['three months', 'three-months', 90],
      ['three years', 'three-years', 1095],
      ['for good', 'always', undefined],
    ] as const)('keeps answered requests %s, and with them the talk about them', async (_, keepsRequests, days) => {
      const cop = await added();
      const [decided, waits] = [request(cop.id, { state: 'declined', decidedAt: now }), request(cop.id)];
      await tx(async t => {
        for (const one of [decided, waits]) await joinRequests.add(t, one);
        if (keepsRequests) await settings.save(t, { ...unchosen(ours, here), keepsRequests });
      });
      await store.db
        .insertInto('talks')
        .values({
          ...{ id: newId<TalkId>(now), network_id: ours, cop_id: cop.id, request_id: decided.id },
          ...{ facilitator_id: decided.personId, turns: 1, applicant_turns: 0, created_at: now },
        })
        .execute();
      const left = async () =>
        (await store.db.selectFrom('join_requests').select('id').execute()).map(row => row.id).sort();
      await prune(now + (days ?? 9999) * day);
      expect(await left()).toEqual([decided.id, waits.id].sort());
      if (days === undefined) return;
      expect(await prune(now + days * day + 1)).toBe(1);
      expect(await left()).toEqual([waits.id]); // what nobody answered waits for ever
      expect(await store.db.selectFrom('talks').select('id').execute()).toEqual([]);
    });

    it('keeps an answered request for as long as it is open what becomes of the answer', async () => {
      const cop = await added();
      const approved = request(cop.id, { state: 'approved', decidedAt: now });
      const onFailure = { command: 'join-request not-admitted', options: { request: approved.id } } as const;
      const admits = effect(cop.id, { onFailure });
      await tx(async t => {
        await joinRequests.add(t, approved);
        await effects.add(t, [admits]);
      });
      expect(await prune(now + 400 * day)).toBe(0);
      await tx(t => effects.settle(t, [admits], 'done', now + 400 * day));
      expect(await prune(now + 400 * day)).toBe(1);
    });

    it('leaves posts of what was decided lately, however long ago they were posted: they may still have to be revised', async () => {
      const cop = await added();
      const decided = request(cop.id, { state: 'declined', decidedAt: now + 100 * day });
      await tx(async t => {
        await joinRequests.add(t, decided);
        await posts.add(
          t,
          ours,
          { effectId: idsFrom(now) as EffectId, workspace: here, channelId: 'C', messageId: 'M', language: 'en' },
          'join-request',
          { kind: 'join-request', id: decided.id },
        );
      });
      expect(await prune(now + 101 * day)).toBe(0);
      expect(await prune(now + 191 * day)).toBe(1);
    });

    const stands = (t: Tx, of: EffectId, about: About) =>
      posts.add(
        t,
        ours,
        { effectId: of, workspace: here, channelId: 'C', messageId: of, language: 'en' },
        'cop-welcome',
        about,
      );

    it('keeps an effect for as long as what it posted stands', async () => {
      const cop = await added();
      const waits = request(cop.id);
      const ofThen = (n: number) => `${idsFrom(now)}${String(n).padStart(16, '0')}` as EffectId; // whatever other tests took for now
      const [ofCop, ofRequest, other] = [1, 2, 3].map(n => effect(cop.id, { id: ofThen(n), batch: `b${n}` })) as [
        effects.StoredEffect,
        effects.StoredEffect,
        effects.StoredEffect,
      ];
      await tx(async t => {
        await joinRequests.add(t, waits);
        await effects.add(t, [ofCop, ofRequest, other]);
        await effects.settle(t, [ofCop, ofRequest, other], 'done', now);
        await stands(t, ofCop.id, { kind: 'cop', id: cop.id });
        await stands(t, ofRequest.id, { kind: 'join-request', id: waits.id });
      });
      await prune(now + 200 * day);
      expect(await ids()).toEqual([ofCop.id, ofRequest.id].sort());
      await store.db
        .updateTable('join_requests')
        .set({ state: 'declined', decided_at: now + 200 * day })
        .execute();
      await prune(now + 291 * day);
      expect(await ids()).toEqual([ofCop.id]);
    });

    it('looks at all that was settled in turn, a part of it an hour, and again from the beginning', async () => {
      const cop = await added();
      const about = { kind: 'cop', id: cop.id } as const;
      const kept = Array.from({ length: 20_001 }, (_, n) => effect(cop.id, { batch: `b${n}` }));
      const last = effect(cop.id, { batch: 'last' });
      for (let from = 0; from < kept.length; from += 500)
        await tx(async t => {
          const some = kept.slice(from, from + 500);
          await effects.add(t, some);
          await effects.settle(t, some, 'done', now + from);
          const where = { network_id: ours, workspace_id: here, channel_id: 'C', language: 'en' } as const;
          const what = { message: 'cop-welcome', about_kind: about.kind, about_id: about.id } as const;
          await t
            .insertInto('posts')
            .values(some.map(one => ({ effect_id: one.id, message_id: one.id, ...where, ...what })))
            .execute();
        });
      await tx(t => effects.add(t, [last]));
      await tx(t => effects.settle(t, [last], 'done', now + day));
      const hourly = pruning();
      const later = now + 100 * day;
      const gone = [];
      for (let hour = 0; hour < 4; hour++) gone.push(await hourly(store.db, later));
      expect(gone.reduce((all, one) => all + one, 0)).toBe(1);
      expect(gone[0]).toBe(0);
      await store.db
        .deleteFrom('posts')
        .where('effect_id', '=', kept[0]?.id as EffectId)
        .execute();
      await hourly(store.db, later);
      await hourly(store.db, later);
      await hourly(store.db, later);
      expect(await ids()).toHaveLength(20_000);
    });

    it('looks at all posts in turn, a part of them an hour', async () => {
      const cop = await added();
      const over = request(cop.id, { state: 'declined' });
      const copies = async (many: number, about: { kind: 'cop' | 'join-request'; id: string }, at: number) => {
        const rows = Array.from({ length: many }, (_, n) => ({
          effect_id: `${idsFrom(at)}${String(n).padStart(16, '0')}` as EffectId,
          network_id: ours,
          workspace_id: here,
          channel_id: 'C',
          message_id: `${at}-${n}`,
          language: 'en' as const,
          message: 'x',
          about_kind: about.kind,
          about_id: about.id,
        }));
        for (let from = 0; from < many; from += 500)
          await store.db
            .insertInto('posts')
            .values(rows.slice(from, from + 500) as never)
            .execute();
      };
      await tx(t => joinRequests.add(t, over));
      await copies(20_001, { kind: 'cop', id: cop.id }, now);
      await copies(1, { kind: 'join-request', id: over.id }, now + day);
      const hourly = pruning();
      expect(await hourly(store.db, now + 100 * day)).toBe(0);
      expect(await hourly(store.db, now + 100 * day)).toBe(1);
      expect(await hourly(store.db, now + 100 * day)).toBe(0);
    });

    it('looks for answered requests in all CoPs in turn, in a part of them an hour', async () => {
      const first = await added();
      const { members: _, ...row } = await store.db.selectFrom('cops').selectAll().executeTakeFirstOrThrow();
      const others = Array.from({ length: 2000 }, (_, n) => {
        const id = `${idsFrom(timeOf(first.id) + day)}${String(n).padStart(16, '0')}` as CopId;
        return { ...row, id, name: `C${n}`, name_key: `c${n}`, slug: `c${n}`, space_id: `S${n}`, space_name: `c${n}` };
      });
      for (let from = 0; from < others.length; from += 200)
        await store.db
          .insertInto('cops')
          .values(others.slice(from, from + 200))
          .execute();
      const ofLast = { ...request(first.id, { state: 'declined', decidedAt: now }), copId: others.at(-1)?.id as CopId };
      await tx(t => joinRequests.add(t, ofLast));
      const hourly = pruning();
      const later = now + 400 * day;
      expect([await hourly(store.db, later), await hourly(store.db, later), await hourly(store.db, later)]).toEqual([
        0, 1, 0,
      ]);
    });

    it('goes in bites, and on until all of it is gone', async () => {
      const cop = await added();
      const many = Array.from({ length: 1203 }, (_, n) => effect(cop.id, { batch: `b${n}` }));
      for (let from = 0; from < many.length; from += 200)
        await tx(async t => {
          await effects.add(t, many.slice(from, from + 200));
          await effects.settle(t, many.slice(from, from + 200), 'done', now);
        });
      expect(await prune(now + 91 * day)).toBe(1203);
      expect(await ids()).toEqual([]);
    });

    it.each([
      ['for good, if nothing was chosen', undefined, undefined],
      ['a year', 'year', 365],
      ['five years', 'five-years', 1826],
      ['for good', 'always', undefined],
    ] as const)('keeps what was done %s; who chose the settings last, always', async (_, keepsAudit, days) => {
      const today = Date.now();
      const notes = async (press: string, command: NotedName, at: number, workspace = here) => {
        const about = { kind: 'cop', id: undefined } as const;
        await tx(t =>
          audit.note(t, workspace === here ? ours : theirs, { actor: undefined, command, about, workspace, press }, at),
        );
      };
      const old = today - ((days ?? 9999) + 1) * day;
      await tx(async t => {
        if (keepsAudit) await settings.save(t, { ...unchosen(ours, here), keepsAudit });
        for (const [n, press] of ['chosen before', 'chosen last'].entries())
          await audit.note(
            t,
            ours,
            {
              actor: amira,
              command: 'settings choose',
              about: { kind: 'network', id: undefined },
              workspace: here,
              press,
            },
            old + n,
          );
      });
      await notes('old', 'cop edit', old);
      await notes('theirs', 'cop edit', old, there);
      if (days) await notes('young', 'cop edit', today - (days - 1) * day);
      for (let n = 0; n < 600; n++) await notes(`old ${n}`, 'cop edit', old);
      const left = async () =>
        (await store.db.selectFrom('audit').select('press').where('press', 'not like', 'old _%').execute())
          .map(row => row.press)
          .sort();
      const all = await left();
      const gone = await prune(today);
      expect(gone).toBe(days ? 602 : 0);
      expect(await left()).toEqual(days ? ['chosen last', 'theirs', 'young'] : all);
      expect(await audit.lastActor(store.db, ours, here, 'settings choose')).toBe(amira);
    });

    it('leaves the audit, of which nothing younger than a year goes, and nothing can be changed but that somebody becomes nameless', async () => {
      await sql`insert into audit (id, network_id, at, command, about_kind, workspace_id, press, actor_id)
        select 'a', id, ${Date.now() - 364 * day}, 'cop start', 'cop', ${here}, 'p', (select id from persons where network_id = ${ours}) from networks where id = ${ours}`.execute(
        store.db,
      );
      for (const refused of [
        sql`delete from audit`,
        sql`update audit set command = 'x', actor_id = null`,
        sql`update audit set at = 2`,
        sql`update audit set press = 'q'`,
      ])
        await expect(refused.execute(store.db)).rejects.toThrow(/only added to/);
      await store.db.updateTable('audit').set({ actor_id: null }).execute();
      expect(await store.db.selectFrom('audit').select(['actor_id', 'command']).execute()).toEqual([
        { actor_id: null, command: 'cop start' },
      ]);
    });
  });
});

it('finds requests that are kept no longer by how old they are in each CoP: those that stay are not looked at', async () => {
  const { store: watched, statements } = await village();
  await pruning()(watched.db, now);
  const [statement = ''] = statements.filter(one => /cross join join_requests/.test(one));
  const looks = await onSqlite(watched.db as never, statement, Array(statement.split('?').length - 1).fill(now));
  expect(looks.filter(one => one.table === 'join_requests')).toEqual([
    { table: 'join_requests', index: 'join_requests_of_cop', by: ['cop_id', 'decided_at'] },
  ]);
  await watched.close();
});

it('leaves of a year of 50 CoPs as many rows as are alive: no more than of a quarter', async () => {
  const year = await desk();
  await yearOfUse(year, { cops: 50, times: 12, pruned: true, begun: Date.UTC(2026, 2, 3, 9) });
  const after = await rowsIn(year.store);
  const quarter = (50 * 12) / 4;
  const perRequest = 12; // effects that one request and its answer leave behind
  const alive = await year.store.db
    .selectFrom('effects')
    .select(sql<number>`count(*)`.as('n'))
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow();
  expect(after.effects).toBeLessThan((quarter + 50) * perRequest + Number(alive.n));
  expect(after.posts).toBeLessThan((quarter + 50) * perRequest);
  expect(after.join_requests).toBe(600);
  expect(after.audit).toBeGreaterThan(1200);
  await year.store.close();
}, 180_000);

it('what waits in the channel of a Support Team goes on in another, however long it stood', async () => {
  const it_ = await village();
  const { db } = it_.store;
  const at = it_.bot.clock.now();
  const about = { kind: 'first-conversation', id: it_.conversation as never } as const;
  const { network_id, workspace_id, id } = await db
    .selectFrom('cops')
    .selectAll()
    .where('id', '=', it_.cop as CopId)
    .executeTakeFirstOrThrow();
  const card = { ...effect(id), networkId: network_id, workspace: workspace_id };
  const place = { effectId: card.id, workspace: workspace_id, channelId: supportChannel.id, messageId: 'm1' };
  await db.transaction().execute(async t => {
    await effects.add(t, [card]);
    await effects.settle(t, [card], 'done', at);
    await posts.add(t, network_id, { ...place, language: 'en' }, 'first-conversation', about);
  });
  await pruning()(db, at + 91 * day);
  const waiting = await waitingIn(db, network_id, workspace_id, supportChannel.id);
  expect(waiting).toMatchObject([{ message: 'first-conversation', about, cop: id }]);
  await it_.store.close();
});
