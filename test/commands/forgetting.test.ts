/** Somebody is forgotten: afterwards no table holds their ids, their name or their words, on either engine. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetAgain } from '../../src/bot/forgetting/again.ts';
import { forget } from '../../src/bot/outbox/effects/forget.ts';
import { sealWith } from '../../src/bot/seal.ts';
import { noWishes, saveWishes } from '../../src/bot/wishes.ts';
import type { Wish } from '../../src/domain/effect.ts';
import type { EffectId, PersonId } from '../../src/domain/ids.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { held } from '../../src/store/held.ts';
import { newId } from '../../src/store/ids.ts';
import { park } from '../../src/store/parked.ts';
import * as posts from '../../src/store/posts.ts';
import { pruning } from '../../src/store/prune.ts';
import type { Presser } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import {
  al,
  amira,
  at,
  ivy,
  mo,
  nia,
  sam,
  shared,
  sue,
  supportChannel,
  type Village,
  village,
} from '../support/village.ts';

const joan: Presser = { ...at('here', 'u-joan', 'Joan'), admin: true };

const legible = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('latin1') : value]),
  );

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`being forgotten${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    let folder: string;
    let file: string;
    beforeEach(async () => {
      it_ = await village(await migrated());
      folder = mkdtempSync(path.join(tmpdir(), 'cop-forgotten-'));
      file = path.join(folder, 'cop.sqlite.forgotten');
    });
    afterEach(async () => {
      await it_.store.close();
      rmSync(folder, { recursive: true });
    });

    const bot = () => ({ ...it_.bot, forgottenFile: file });
    const idOf = async ({ id }: Presser) =>
      (await it_.store.db.selectFrom('accounts').select('person_id').where('external_id', '=', id).executeTakeFirst())
        ?.person_id;

    /** Every row of every table that holds one of these; those that an index of words consists of, too. */
    async function found(...words: readonly string[]): Promise<readonly string[]> {
      const all: string[] = [];
      const tables = (await it_.store.db.introspection.getTables()).map(one => one.name);
      for (const table of new Set([...Object.keys(held), ...tables])) {
        const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(it_.store.db);
        for (const row of rows.map(one => JSON.stringify(legible(one))))
          all.push(...words.filter(one => row.includes(one)).map(one => `${one} in ${table}: ${row}`));
      }
      return all;
    }

    /** As the outbox does it, once they are out of their spaces. */
    async function performed(): Promise<void> {
      const { db } = it_.store;
      await db
        .updateTable('effects')
        .set({ state: 'done', settled_at: it_.bot.clock.now() })
        .where('kind', 'in', ['remove', 'forum', 'server-roles'])
        .where('settled_at', 'is', null)
        .execute();
      const rows = await db
        .selectFrom('effects')
        .select(['id', 'network_id'])
        .where('kind', '=', 'forget')
        .where('settled_at', 'is', null)
        .execute();
      for (const row of rows) {
        const effect = await effects.byId(db, row.network_id, row.id);
        const cop = effect && (await cops.byId(db, row.network_id, effect.copId));
        if (!effect || !cop) throw new Error('it is gone');
        const now = it_.bot.clock.now();
        const receipt = await forget.perform(
          { bot: bot(), platform: undefined as never, cop, effect, now },
          effect.wish as never,
        );
        await db.transaction().execute(async tx => {
          await effects.settle(tx, [effect], 'done', now);
          const wishes = noWishes();
          await receipt(tx, wishes);
          await saveWishes(it_.bot.jobs, tx, wishes, effect.workspace);
        });
      }
    }

    it('leaves nothing of them in any table, whoever they were to the CoP', async () => {
      const { cop, conversation } = it_;
      await it_.presses(mo, 'cop share', { cop, channel: 'general', words: 'Mo says come along' });
      await it_.presses(mo, 'newcomer hello', { cop, who: 'Mo of ward seven' });
      await it_.presses(mo, 'newcomer post-hello', { cop, written: String(it_.bot.clock.now()) });
      await it_.presses(amira, 'newcomer hello', { cop, who: 'Amira of the clinic' });
      await it_.presses(
        mo,
        'document save',
        { cop, title: 'Of Amira', why: 'Mo likes it' },
        { message: { ...shared(amira.id, 'm7'), links: [], words: 'Amira wrote this: quixotic' } },
      );
      await it_.presses(
        sue,
        'first-conversation take',
        { conversation, planned: 'Sue on Monday' },
        { at: supportChannel },
      );
      await it_.presses(joan, 'settings choose', { section: 'way-in', how: 'person', person: 'Ask Joan' });
      const whom: readonly (readonly [Presser, readonly string[]])[] = [
        [al, ['I run a clinic']],
        [mo, ['Mo says come along', 'Mo likes it', 'Mo of ward seven']],
        [nia, []],
        [ivy, []],
        [sue, ['Sue on Monday']],
        [amira, ['Amira wrote this', 'Amira of the clinic', 'uixotic']], // in the index its first letters may be left out
      ];
      expect(await found('uixotic')).not.toEqual([]);
      expect(await found('Mo of ward seven', 'Amira of the clinic')).toHaveLength(3); // Mo's is on its way, and kept until it stands
      for (const [person, words] of whom) {
        const id = (await idOf(person)) ?? '';
        expect(await found(id, person.id)).not.toEqual([]);
        const sure = person === amira ? 'as-the-last' : 'yes';
        if (person === amira)
          expect(await it_.presses(person, 'person forget', { sure: 'yes' })).toMatch(
            /Nobody else facilitates Wound Care/,
          );
        expect(await it_.presses(person, 'person forget', { sure })).toMatch(/nothing is held about you any more/);
        await performed();
        expect(await found(id, person.id, `"${person.name}"`, ...words)).toEqual([]);
        if (person === mo) expect(await found('Of Amira')).toHaveLength(1); // what he saved of others stays
      }
      expect(await found('Of Amira', 'Amira wrote this')).toEqual([]); // it was hers
      expect(
        await it_.store.db
          .selectFrom('cops')
          .select('name')
          .where('id', '=', cop as never)
          .execute(),
      ).toEqual([{ name: 'Wound Care' }]);
      const open = await it_.store.db.selectFrom('effects').select('wish').where('settled_at', 'is', null).execute();
      const wishes = open.map(row => JSON.parse(row.wish) as Wish);
      expect(wishes).toContainEqual(expect.objectContaining({ kind: 'post', message: 'needs-facilitator' }));
    });

    it('leaves nothing of what was taken out of a library either, and puts back nothing that it was their own', async () => {
      const { cop, document } = it_;
      const of = async (title: string) =>
        (await it_.store.db.selectFrom('documents').select('id').where('title', '=', title).executeTakeFirst())?.id ??
        '';
      await it_.presses(
        mo,
        'document save',
        { cop, title: 'Of Amira', why: 'Mo likes it' },
        { message: { ...shared(amira.id, 'm7'), links: [], words: 'Amira wrote this' } },
      );
      await it_.presses(
        amira,
        'document save',
        { cop, title: 'Of Mo' },
        { message: { ...shared(mo.id, 'm8'), links: [], words: 'Mo wrote this' } },
      );
      it_.passes(Date.UTC(2026, 2, 11) - it_.bot.clock.now());
      await it_.presses(amira, 'meeting write', { meeting: it_.meeting, learned: 'Pads help' });
      const notes = await of('What do we do about heels?'); // asked by Mo
      const [amiras, mos] = [await of('Of Amira'), await of('Of Mo')];
      for (const one of [amiras, mos, document, notes])
        await it_.presses(amira, 'document remove', { document: one, sure: 'yes' });
      await it_.presses(mo, 'person forget', { sure: 'yes' });
      await performed();
      expect(await found('Mo likes it', 'Mo wrote this', 'about heels')).toEqual([]);
      expect(await it_.presses(amira, 'document restore', { document: amiras })).toMatch(/back in the library/);
      expect(await it_.presses(amira, 'document restore', { document: mos })).toMatch(/nothing of it is kept/);
      expect(await it_.presses(amira, 'document list')).toMatch(/Of Amira\nMessage, [^\n]*\nThe guides/);
    });

    it('and who was asked to mend what the bot could not tell them reads that this is over', async () => {
      const { db } = it_.store;
      const trouble = { whose: 'bot', kind: 'forbidden', code: 'missing_scope' } as const;
      await it_.presses(amira, 'cop invite', { cop: it_.cop, people: sam.id });
      const toSam = await db
        .selectFrom('effects')
        .selectAll()
        .where('lane', 'like', `person:${await idOf(sam)}%`)
        .executeTakeFirstOrThrow();
      await db.transaction().execute(tx => park(tx, toSam.id, 'waiting', it_.bot.clock.now(), trouble));
      const about = { kind: 'effect', id: toSam.id } as const;
      await db.transaction().execute(async tx => {
        const where = {
          workspace: toSam.workspace_id,
          channelId: 'dm-amira',
          messageId: 'm9',
          language: 'en',
        } as const;
        const effectId = newId(it_.bot.clock.now()) as EffectId;
        await posts.add(tx, toSam.network_id, { effectId, ...where }, 'needs-a-hand', about);
      });
      await it_.presses(sam, 'person forget', { sure: 'yes' });
      await performed();
      const revised = await db.selectFrom('effects').select('wish').where('kind', '=', 'revise').execute();
      expect(revised.map(one => JSON.parse(one.wish))).toContainEqual(
        expect.objectContaining({ message: 'needs-a-hand', about }),
      );
    });

    it('nor what stands in the channel that is theirs alone, though it was said long ago', async () => {
      const { db } = it_.store;
      await db.deleteFrom('effects').execute();
      await it_.presses(amira, 'cop invite', { cop: it_.cop, people: sam.id });
      const then = it_.bot.clock.now();
      const toSam = await db
        .selectFrom('effects')
        .selectAll()
        .where('lane', 'like', `person:${await idOf(sam)}%`)
        .executeTakeFirstOrThrow();
      const post = { workspace: toSam.workspace_id, channelId: 'dm-sam', messageId: 'm1', language: 'en' } as const;
      await db.updateTable('effects').set({ state: 'done', settled_at: then }).execute();
      await db.transaction().execute(async tx => {
        const about = { kind: 'cop', id: toSam.cop_id } as const;
        await posts.add(tx, toSam.network_id, { effectId: toSam.id, ...post }, 'settled-in', about);
      });
      it_.passes(91 * 24 * 3600_000);
      await pruning()(db, it_.bot.clock.now());
      await it_.presses(sam, 'person forget', { sure: 'yes' });
      await performed();
      expect(await db.selectFrom('posts').select('channel_id').where('channel_id', '=', 'dm-sam').execute()).toEqual(
        [],
      );
    });

    it('asks once, and changes nothing where they would rather stay', async () => {
      const before = await found('u-al');
      expect(await it_.presses(al, 'person forget')).toMatch(
        /Forget you\?.*taken back.*are changed, except where .* more than 90 days ago.*\[Forget me\]\n\[Stay\]/s,
      );
      expect(await it_.presses(al, 'person forget', { sure: 'no' })).toMatch(/Nothing has changed/);
      expect(await found('u-al')).toEqual(before);
      expect(await it_.presses(amira, 'person forget')).toMatch(
        /Nobody else facilitates Wound Care.*hand over first.*Support Team.*\[Hand over…\]\n\[Forget me all the same\]/s,
      );
    });

    it('stays so when the database comes back from a backup, but not for who came back later', async () => {
      const { db } = it_.store;
      const backup = async (id: PersonId) => ({
        person: await db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
        account: await db.selectFrom('accounts').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow(),
      });
      const id = (await idOf(al)) as PersonId;
      const rows = await backup(id);
      it_.passes(1000);
      await it_.presses(al, 'person forget', { sure: 'yes' });
      await performed();
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).not.toMatch(/u-al/);

      await db.deleteFrom('forgotten').execute();
      await db.insertInto('persons').values(rows.person).execute();
      await db.insertInto('accounts').values(rows.account).execute();
      await forgetAgain(bot());
      await performed();
      expect(await found(id, al.id)).toEqual([]);

      it_.passes(1000);
      await it_.presses(al, 'home show');
      await db.deleteFrom('forgotten').execute();
      await forgetAgain(bot());
      await performed();
      expect(await idOf(al)).toBeDefined();
      expect(await idOf(al)).not.toBe(id);
      rmSync(file);
      await forgetAgain(bot());
      expect(readFileSync(file, 'utf8')).toMatch(/^\n[\w-]{43} \d+\n$/); // written anew from the table
    });

    it('stays so though the key has become another since, and the one before is gone', async () => {
      const { db } = it_.store;
      const id = (await idOf(al)) as PersonId;
      const person = await db.selectFrom('persons').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const account = await db.selectFrom('accounts').selectAll().where('person_id', '=', id).executeTakeFirstOrThrow();
      await forgetAgain(bot()); // as at each start
      it_.passes(1000);
      await it_.presses(al, 'person forget', { sure: 'yes' });
      await performed();
      expect(statSync(`${file}.key`).mode & 0o777).toBe(0o600);

      await forgetAgain({ ...bot(), seal: sealWith('another secret') });
      await db.deleteFrom('forgotten').execute();
      await db.insertInto('persons').values(person).execute();
      await db.insertInto('accounts').values(account).execute();
      await forgetAgain({ ...bot(), seal: sealWith('a third one') });
      await performed();
      expect(await found(id, al.id)).toEqual([]);
    });

    it('an administrator can have it done for who has left, and nobody else', async () => {
      expect(await it_.presses(sam, 'person forget-somebody', { who: 'Mo' })).toMatch(/administrator/);
      expect(await it_.presses(joan, 'person forget-somebody', { who: 'Nobody Known' })).toMatch(/Nobody of that name/);
      expect(await it_.presses(joan, 'person forget-somebody', { who: 'Mo' })).toMatch(
        /Forget Mo\?.*They leave Wound Care.*\[Forget them\]/s,
      );
      const id = (await idOf(mo)) ?? '';
      expect(await it_.presses(joan, 'person forget-somebody', { person: id, sure: 'yes' })).toMatch(
        /Mo is out of all CoPs/,
      );
      await performed();
      expect(await found(id, mo.id, '"Mo"')).toEqual([]);
    });

    it('what they had asked in for is taken back, and not as if its CoP had been closed', async () => {
      const id = (await idOf(al)) ?? '';
      await it_.presses(joan, 'person forget-somebody', { person: id, sure: 'yes' });
      await performed();
      expect(await it_.presses(amira, 'join-request look-back', { cop: it_.cop })).toMatch(/: taken back, /);
    });
  });
});
