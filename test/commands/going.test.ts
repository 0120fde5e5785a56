/** What becomes of CoPs that were closed, where they aren't kept for good. On both engines. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../src/bot/drawing/render.ts';
import { letClosedGo } from '../../src/bot/files/closed.ts';
import { noWishes, saveWishes, wishing } from '../../src/bot/wishes.ts';
import { rebuild } from '../../src/commands/cop/rebuild.ts';
import { reopen } from '../../src/commands/cop/reopen.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { CopId } from '../../src/domain/ids.ts';
import type { LongKept } from '../../src/domain/settings.ts';
import * as cops from '../../src/store/cops.ts';
import * as documents from '../../src/store/documents.ts';
import * as going from '../../src/store/going.ts';
import { held } from '../../src/store/held.ts';
import { engines } from '../support/engines.ts';
import { amira, choose, mo, nia, sue, supportChannel, type Village, village } from '../support/village.ts';
import { wordsOf } from '../support/words.ts';

const day = 24 * 3600_000;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`a CoP that was closed${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
    });
    afterEach(() => it_.store.close());

    const keeps = (keepsClosed: LongKept) => choose(it_, { supportChannel: supportChannel.id, keepsClosed });
    /** As if all had been performed; `unheard`: what was to be told has reached nobody. */
    const done = async (unheard?: 'unheard') => {
      const { db } = it_.store;
      const open = await db.selectFrom('effects').selectAll().where('settled_at', 'is', null).execute();
      for (const { id, network_id, workspace_id, cop_id, wish } of open)
        if (!unheard && wish.includes('"post"') && wish.includes('"cop-goes"'))
          await db
            .insertInto('posts')
            .values({ effect_id: id, network_id, workspace_id, message: 'cop-goes', about_kind: 'cop', about_id: cop_id, channel_id: id, message_id: id, language: 'en' }) // biome-ignore format: one row
            .execute();
      await db.updateTable('effects').set({ state: 'done', settled_at: 1 }).where('settled_at', 'is', null).execute();
    };
    /** Mo facilitated it before; Amira does to the end. */
    const closes = async () => {
      await it_.store.db
        .updateTable('memberships')
        .set({ once_facilitated: 1 })
        .where('person_id', '=', await idOf(mo.id))
        .execute();
      await it_.happened({
        kind: 'closed',
        id: 'gone',
        how: 'deleted',
        space: { platform: 'discord', workspace: 'here', id: 'space-1' },
      });
      await done();
    };
    const idOf = async (account: string) =>
      (
        await it_.store.db
          .selectFrom('accounts')
          .select('person_id')
          .where('external_id', '=', account)
          .executeTakeFirstOrThrow()
      ).person_id;
    const told = async () =>
      (
        await it_.store.db
          .selectFrom('effects')
          .select('lane')
          .where('wish', 'like', '%"cop-goes"%')
          .where('kind', '=', 'post')
          .orderBy('lane')
          .execute()
      ).map(one => one.lane as string);
    const row = () =>
      it_.store.db
        .selectFrom('cops')
        .selectAll()
        .where('id', '=', it_.cop as never)
        .executeTakeFirst();
    const passes = async (days: number, unheard?: 'unheard') => {
      it_.passes(days * day);
      const gone = await letClosedGo(it_.bot);
      await done(unheard);
      return gone;
    };
    const rows = async (table: string, cop: string) =>
      Number(
        (
          await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where cop_id = ${cop}`.execute(
            it_.store.db,
          )
        ).rows[0]?.n,
      );
    const tables = Object.entries<{ readonly plain?: string }>(held).flatMap(([name, { plain }]) =>
      plain?.split(' ').includes('cop_id') ? [name] : [],
    );

    it('is kept for good, if nothing was chosen, or that was', async () => {
      await closes();
      expect(await passes(9999)).toBe(0);
      await keeps('always');
      expect(await passes(9999)).toBe(0);
      expect(await told()).toEqual([]);
    });

    it('goes whole, a month after its facilitators and the Support Team were told, once; nothing else does', async () => {
      await keeps('year');
      await closes();
      const [before, others] = [await row(), await Promise.all(tables.map(one => rows(one, it_.otherCop)))];
      expect(await passes(334)).toBe(0);
      expect(await told()).toEqual([]);
      await passes(2);
      const [amiraId, moId] = [await idOf(amira.id), await idOf(mo.id)];
      expect(await told()).toEqual([...[amiraId, moId].sort().map(id => `person:${id}`), 'workspace:discord:here']);
      expect(await passes(1)).toBe(0);
      expect(await passes(28)).toBe(0);
      expect(await told()).toHaveLength(3);
      expect(await rows('documents', it_.cop)).toBe(1);
      expect(before?.name).toBe('Wound Care');
      const gone = await passes(2);
      expect(gone).toBeGreaterThan(8);
      expect(await row()).toBeUndefined();
      for (const table of tables) expect([table, await rows(table, it_.cop)]).toEqual([table, 0]);
      expect(await Promise.all(tables.map(one => rows(one, it_.otherCop)))).toEqual(others);
      for (const [table, column] of [
        ['posts', 'about_id'],
        ['reminders', 'request_id'],
        ['unreached', 'request_id'],
      ])
        expect(
          (
            await sql`select 1 from ${sql.table(table as string)} where ${sql.ref(column as string)} in (${sql.join([it_.cop, it_.request, it_.document])})`.execute(
              it_.store.db,
            )
          ).rows,
        ).toEqual([]);
      expect(await it_.presses(amira, 'cop reopen')).toMatch(/no closed CoP for you to open/);
      expect(await it_.presses(amira, 'cop keep', { cop: it_.cop })).toMatch(/isn't open to you/);
    });

    it('stays another year where somebody who could open it keeps it; opened again, all of it stays', async () => {
      await keeps('year');
      await closes();
      await passes(340);
      expect(await it_.presses(nia, 'cop keep', { cop: it_.cop })).toMatch(/isn't open to you|Only the facilitators/);
      const kept = /Wound Care is kept until .* at least/;
      expect(await it_.presses(mo, 'cop keep', { cop: it_.cop })).toMatch(kept);
      expect(await it_.presses(sue, 'cop keep', { cop: it_.cop })).toMatch(kept); // a second press adds nothing
      expect(await passes(60)).toBe(0);
      expect(await passes(300)).toBe(0);
      expect(await told()).toHaveLength(3);
      await passes(10);
      expect(await told()).toHaveLength(6);
      await it_.store.db
        .updateTable('cops')
        .set({ state: 'open', closed_at: null })
        .where('id', '=', it_.cop as never)
        .execute();
      expect(await passes(400)).toBe(0);
      await it_.store.db
        .updateTable('cops')
        .set({ closed_at: it_.bot.clock.now() })
        .where('id', '=', it_.cop as never)
        .execute();
      expect(await passes(100)).toBe(0);
      expect(await row()).toMatchObject({ name: 'Wound Care' });
    });

    describe('of which it was told that it goes', () => {
      const card = async () => {
        const { network_id } = (await row()) ?? {};
        const cop = await cops.byId(it_.store.db, network_id as never, it_.cop as never);
        const where = { bot: it_.bot, reader: it_.store.db, cop: cop as Cop, effect: undefined as never };
        const about = { kind: 'cop', id: it_.cop as CopId } as const;
        return wordsOf(await render('cop-goes', { ...where, language: 'en', now: it_.bot.clock.now(), about }));
      };
      const revised = async () =>
        (await it_.store.db.selectFrom('effects').select(['wish', 'kind']).execute()).filter(
          one => one.kind === 'revise' && one.wish.includes('"cop-goes"'),
        ).length;
      const back = async (again: (working: Parameters<typeof rebuild>[0], cop: Cop) => Promise<unknown>) => {
        const { network_id, id, workspace_id } = (await row()) as NonNullable<Awaited<ReturnType<typeof row>>>;
        await it_.store.db.transaction().execute(async tx => {
          const found = noWishes();
          const now = it_.bot.clock.now();
          const cop = await cops.lock(tx, network_id, id);
          const working = { tx, now, after: wishing(found, now), guides: it_.bot.guides.en };
          if (cop) await again(working, cop);
          await saveWishes(it_.bot.jobs, tx, found, workspace_id);
        });
      };
      const isGone = async () => (await row()) === undefined;
      const soon = async () => {
        await keeps('year');
        await closes();
        await passes(340);
        expect(await card()).toMatch(/It was closed on .* go for good.*\[Keep it another year\]/s);
      };

      it.each([
        ['opened again', () => back(reopen)],
        ['opened anew', async () => back(async (working, cop) => rebuild(working, cop, cop.starterId))],
      ] as const)(
        'and that is %s: it is said that it does not, and told anew once it is closed again',
        async (_, opens) => {
          await soon();
          await opens();
          expect(await revised()).toBe(1);
          expect(await card()).toBe("Wound Care isn't about to go, so there's nothing left for you to do.");
          await done();
          await it_.store.db
            .updateTable('cops')
            .set({ state: 'open', closed_at: it_.bot.clock.now() })
            .where('id', '=', it_.cop as never)
            .execute();
          await passes(340, 'unheard');
          expect(await told()).toHaveLength(6);
          await passes(60, 'unheard');
          expect(await isGone()).toBe(false); // of this closing nobody has heard that it goes
        },
      );

      it('and that an administrator would keep for longer: it is said that it does not, and told anew before it does', async () => {
        await soon();
        const chooses = (closed: string) =>
          it_.presses({ ...amira, admin: true }, 'settings choose', {
            section: 'kept',
            requests: 'year',
            audit: 'always',
            closed,
          });
        await chooses('five-years');
        expect(await revised()).toBe(1);
        expect(await card()).toMatch(/isn't about to go/);
        await done();
        await chooses('always');
        await passes(60);
        expect(await isGone()).toBe(false);
        await chooses('year');
        expect(await card()).toMatch(/isn't about to go/);
        await passes(1);
        expect(await isGone()).toBe(false);
        expect(await told()).toHaveLength(6);
        expect(await card()).toMatch(/go for good/);
        await passes(29);
        expect(await isGone()).toBe(false);
        await passes(2);
        expect(await isGone()).toBe(true);
      });

      it('and that somebody keeps for longer, whatever an administrator chooses then', async () => {
        await soon();
        await it_.presses(mo, 'cop keep', { cop: it_.cop });
        expect(await card()).toMatch(/is kept until .* at least/);
      });
    });

    it('stays where nobody could be told that it goes', async () => {
      await keeps('year');
      await closes();
      await passes(340, 'unheard');
      expect(await told()).toHaveLength(3);
      expect(await passes(60, 'unheard')).toBe(0);
      expect(await row()).toMatchObject({ name: 'Wound Care', gone_at: null });
    });

    it('on slack, waits for nobody to be taken out of its space, which is archived', async () => {
      await keeps('year');
      await closes();
      await passes(340);
      it_.passes(40 * day);
      const { db } = it_.store;
      const some = await db.selectFrom('effects').selectAll().where('cop_id', '=', it_.cop as never).limit(1).executeTakeFirstOrThrow(); // biome-ignore format: one row
      const waits = { id: 'still-to-be-out' as never, kind: 'remove', state: 'waiting', settled_at: null } as const;
      await db.insertInto('effects').values({ ...some, ...waits }).execute(); // biome-ignore format: one row
      const due = (where: string) => going.dueToGo(db, where as never, 365 * day, it_.bot.clock.now());
      expect(await due('discord:here')).toEqual([]); // there somebody can allow it
      const workspace_id = 'slack:T1' as const as never;
      await db.insertInto('workspaces').values({ id: workspace_id, network_id: some.network_id, created_at: 1 }).execute(); // biome-ignore format: one row
      await db.updateTable('cops').set({ workspace_id }).where('id', '=', it_.cop as never).execute(); // biome-ignore format: one row
      expect(await due('slack:T1')).toHaveLength(1);
    });

    it('is found by nobody while it is going, and what a killed process has left of it goes later', async () => {
      await keeps('year');
      await closes();
      await passes(340);
      it_.passes(40 * day);
      const { db } = it_.store;
      const [found] = await going.dueToGo(db, 'discord:here' as never, 365 * day, it_.bot.clock.now());
      if (!found) throw new Error('it is due');
      const begins = () => going.begin(db, found, 365 * day, it_.bot.clock.now());
      const closed = await row();
      await db.updateTable('cops').set({ closed_at: null }).where('id', '=', found.id).execute();
      await begins(); // opened again, after it was found due
      expect(await row()).toMatchObject({ closed_at: null, gone_at: null });
      await db.updateTable('cops').set({ closed_at: closed?.closed_at }).where('id', '=', found.id).execute();
      const [kept] = await db
        .updateTable('cops')
        .set({ kept_until: 1e14 })
        .where('id', '=', found.id)
        .returning('id')
        .execute();
      expect(kept?.id).toBe(found.id); // by a press, after it was found due
      await begins();
      expect((await row())?.gone_at).toBeNull();
      await db.updateTable('cops').set({ kept_until: null }).where('id', '=', found.id).execute();
      await begins();
      expect((await row())?.gone_at).toBe(it_.bot.clock.now());
      expect((await cops.anyIn(db, found.networkId, found.workspace))?.id).toBe(it_.otherCop);
      expect(await cops.bySpace(db, found.workspace, 'space-1')).toBeUndefined();
      expect(await documents.withCop(db, found.networkId, it_.document as never)).toBeUndefined();
      await db
        .deleteFrom('document_tags')
        .where('cop_id', '=', it_.cop as never)
        .execute();
      for (const options of [{}, { cop: it_.cop }] as Record<string, string>[])
        expect(await it_.presses(amira, 'cop reopen', options)).toMatch(
          /no closed CoP for you to open|isn't open to you/,
        );
      await keeps('always'); // what is begun is ended
      await done();
      expect(await passes(1)).toBeGreaterThan(5);
      expect(await row()).toBeUndefined();
    });
  });
});
