/** After a meeting: it is written up, revised, read and found, and what was promised stands on a list. It is Tuesday 3 March 2026, 9:00 in London; on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wish } from '../../src/domain/effect.ts';
import type { CopId, DocumentId, MeetingId, PersonId, PromiseId } from '../../src/domain/ids.ts';
import * as documents from '../../src/store/documents.ts';
import { erase } from '../../src/store/erasing.ts';
import { idsFrom } from '../../src/store/ids.ts';
import * as posts from '../../src/store/posts.ts';
import { pruning } from '../../src/store/prune.ts';
import { recordsOf } from '../../src/store/records-of.ts';
import { look } from '../support/clockwork.ts';
import { invocation } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, mo, nia, type Village, village, yan } from '../support/village.ts';

const hour = 3600_000;
const day = 24 * hour;
/** The village's meeting is on Tuesday the 10th, at two, for an hour. */
const untilBegun = 7 * day + 5.5 * hour;
const learned = 'Offload *early*.\n<!channel> Look at the socks.';

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`notes${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
      await it_.store.db.deleteFrom('clocks').execute();
    });
    afterEach(() => it_.store.close());

    const writes = (who: typeof mo, given: Record<string, string>) =>
      it_.presses(who, 'meeting write', { meeting: it_.meeting, ...given });
    const opens = (who: typeof mo) => it_.form(invocation(who, 'meeting write', { meeting: it_.meeting }));
    const meeting = () =>
      it_.store.db
        .selectFrom('meetings')
        .selectAll()
        .where('id', '=', it_.meeting as MeetingId)
        .executeTakeFirstOrThrow();
    const promises = () => it_.store.db.selectFrom('promises').selectAll().orderBy('id').execute();
    const notes = () => it_.store.db.selectFrom('documents').selectAll().where('kind', '=', 'notes').execute();
    const next = (who: typeof mo, options = {}) => it_.presses(who, 'promise list', { cop: it_.cop, ...options });
    const personOf = async ({ id }: typeof mo) =>
      (
        await it_.store.db
          .selectFrom('accounts')
          .select('person_id')
          .where('external_id', '=', id)
          .executeTakeFirstOrThrow()
      ).person_id;
    const wishes = async () =>
      (await it_.store.db.selectFrom('effects').select('wish').orderBy('id').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .flatMap(wish => ('message' in wish && /^meeting/.test(wish.message) ? [`${wish.kind} ${wish.message}`] : []));
    const ends = async () => {
      const { network_id, cop_id, starts_at, id } = await meeting();
      const does = JSON.stringify({ command: 'meeting over', options: { meeting: id } });
      const about = { about_kind: 'meeting', about_id: id, step: 'over', minding: null } as const;
      await it_.store.db
        .insertInto('clocks')
        .values({ network_id, cop_id, ...about, due_at: Number(starts_at) + hour, consequence: does })
        .execute();
      it_.passes(untilBegun + hour);
      await look(it_.bot);
    };

    it('are written by a member once it has begun, read by everybody in it, and found by their words', async () => {
      expect(await writes(mo, { learned })).toMatch(/still to come/);
      it_.passes(untilBegun);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/Write it up/);
      expect(await writes(al, { learned })).toMatch(/isn't here any more/);
      expect(await writes(yan, { learned })).toMatch(/isn't here any more/);
      expect(await writes(mo, { learned: ' \n ' })).toMatch(/what you learned/);
      expect(
        await writes(mo, { learned, promised: Array.from({ length: 9 }, (_, n) => `thing ${n}`).join('\n') }),
      ).toMatch(/More than 8 are hard/);
      expect(await writes(mo, { learned, promised: 'x'.repeat(151) })).toMatch(/more than 150 characters/);
      expect(await writes(mo, { learned, when: 'whenever' })).toMatch(/can't tell when/);
      expect(await notes()).toEqual([]);

      const said = await writes(mo, {
        learned,
        promised:
          '- @Amira asks the ward\n<@u-nia>: a cushion\n<@u-mo> reads on\nsomebody calls Al (@Al)\nwe all sleep',
      });
      expect(said).toMatch(
        /Written up: the notes of What do we do about heels\?.*\[Read the notes\].*\[What is next\]/s,
      );
      const [written, ...others] = await notes();
      expect(others).toEqual([]);
      expect(written).toMatchObject({ title: 'What do we do about heels?', words: learned, state: 'kept' });
      expect(await meeting()).toMatchObject({ notes_id: written?.id, notes_by: await personOf(mo) });
      expect(await wishes()).toEqual(['post meeting-notes', 'revise meeting']);
      const who = async (one: typeof mo) => personOf(one);
      expect((await promises()).map(({ person_id, words }) => [person_id, words])).toEqual([
        [await who(amira), 'asks the ward'],
        [await who(nia), 'a cushion'],
        [await who(mo), 'reads on'],
        [null, 'somebody calls Al (@Al)'],
        [null, 'we all sleep'],
      ]);

      const id = written?.id ?? '';
      expect(await it_.presses(nia, 'document notes', { document: id })).toMatch(
        /Notes: What do we do about heels\?\nWe met on 2026-03-10\.\n.*<!channel> Look.*What we promised\n• @Amira: asks the ward.*Written by @Mo/s,
      );
      expect(await it_.presses(al, 'document notes', { document: id })).toMatch(/isn't here any more/);
      expect(await it_.presses(nia, 'document find', { cop: it_.cop, words: 'socks' })).toMatch(
        /What do we do about heels\?\nNotes, shared by @Mo/,
      );
      expect(await it_.presses(nia, 'document show', { document: id })).toMatch(/\[Read the notes\]/);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/\[Read the notes\]/);
    });

    it('are revised by who wrote them and who facilitates, with what was written before them; two at once lose nothing', async () => {
      it_.passes(untilBegun);
      await writes(mo, { learned, promised: '@Amira asks the ward\nwe all sleep' });
      const before = await promises();
      expect(await writes(nia, { learned: 'Mine' })).toMatch(
        /Mo has written it up meanwhile\. What you typed is still/,
      );
      expect(JSON.stringify(await opens(nia))).toMatch(/can revise it.*has written it up/s);
      const form = JSON.stringify(await opens(amira));
      expect(form).toContain(JSON.stringify(learned).slice(1, -1));
      expect(form).toContain('@Amira asks the ward\\nwe all sleep');
      expect(form).not.toMatch(/meet next/);
      const seen = async () => String((await meeting()).notes_at);
      expect(await writes(amira, { learned: 'Hers' })).toMatch(/Send it again to put yours in its place/);
      it_.passes(hour);
      await it_.store.db.deleteFrom('effects').execute();
      await it_.store.db.updateTable('documents').set({ place: 'space-1' }).where('kind', '=', 'notes').execute();
      expect(
        await writes(amira, { learned: 'Offload early.', promised: 'we all sleep\n@Mo reads on', seen: await seen() }),
      ).toMatch(/Saved\. The notes of/);
      expect(await wishes()).toEqual(['revise meeting-notes', 'revise meeting']);
      const [one, ...others] = await notes();
      expect(others).toEqual([]);
      expect(one).toMatchObject({ words: 'Offload early.', shared_by: await personOf(mo) });
      const after = await promises();
      expect(after.map(({ words }) => words)).toEqual(['we all sleep', 'reads on']);
      expect(after[0]).toEqual(before[1]);
      expect(await meeting()).toMatchObject({ notes_by: await personOf(mo) });

      const revised = async () => {
        await it_.store.db.deleteFrom('effects').execute();
        await writes(mo, { learned: 'Offload early.', seen: await seen() });
        return wishes();
      };
      expect(await revised()).toEqual(['revise meeting-notes', 'revise meeting']);
      await it_.store.db
        .updateTable('cops')
        .set({ space_id: 'space-9' })
        .where('id', '=', it_.cop as CopId)
        .execute();
      expect(await revised()).toEqual(['post meeting-notes', 'revise meeting']);
    });

    it('taken out of the library are nobody’s any more, and it can be written up anew; put back, they are there again', async () => {
      it_.passes(untilBegun);
      await writes(mo, { learned });
      const id = (await notes())[0]?.id as string;
      await it_.store.db.deleteFrom('effects').execute();
      await it_.presses(mo, 'document remove', { document: id, sure: 'yes' });
      expect(await wishes()).toEqual(['revise meeting-notes', 'revise meeting']);
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/Write it up/);
      expect(await it_.presses(mo, 'document notes', { document: id })).toMatch(/taken out of the library/);
      await it_.presses(mo, 'document restore', { document: id });
      expect(await it_.presses(mo, 'meeting list', { cop: it_.cop })).toMatch(/Read the notes/);
      await it_.presses(mo, 'document remove', { document: id, sure: 'yes' });
      expect(await writes(nia, { learned: 'Anew' })).toMatch(/Written up/);
      expect(await meeting()).toMatchObject({ notes_by: await personOf(nia) });
    });

    it('are still read when somebody deletes their message, which the library says', async () => {
      it_.passes(untilBegun);
      await writes(mo, { learned });
      const { network_id, notes_id } = await meeting();
      const permalink = 'https://discord.com/channels/here/space-1/m9';
      const read = () => it_.presses(nia, 'document notes', { document: notes_id as string });
      await it_.store.db.transaction().execute(tx =>
        documents.stands(tx, network_id, notes_id as DocumentId, {
          messageKey: 'space-1/m9',
          place: 'space-1',
          permalink,
        }),
      );
      expect(await read()).toMatch(/socks.*\[Open\]/s);
      const space = { platform: 'discord', workspace: 'here', id: 'space-1' } as const;
      await it_.happened({ kind: 'message-deleted', id: 'e9', space, messages: ['m9'] });
      expect(await read()).toMatch(/socks/);
      expect(await read()).not.toMatch(/\[Open\]/);
      expect(await it_.presses(nia, 'document find', { cop: it_.cop, words: 'socks' })).toMatch(
        /Gone from the channel on/,
      );

      const revised = async () => {
        await it_.store.db.deleteFrom('effects').execute();
        await writes(mo, { learned: 'Offload early.', seen: String((await meeting()).notes_at) });
        return wishes();
      };
      expect(await revised()).toEqual(['post meeting-notes', 'revise meeting']);
      const stands = { messageKey: 'space-1/m10', place: 'space-1', permalink };
      await it_.store.db.transaction().execute(tx => documents.stands(tx, network_id, notes_id as DocumentId, stands));
      expect(await read()).toMatch(/Offload early.*\[Open\]/s);
      expect(await revised()).toEqual(['revise meeting-notes', 'revise meeting']);
    });

    it('bring the next meeting along as a draft, for those who call meetings', async () => {
      it_.passes(untilBegun);
      expect(await writes(mo, { learned, when: 'Thursday 14:00' })).toMatch(
        /Written up.*this is the next one.*heels.*2026-03-12.*\[Yes, call it\]/s,
      );
      const all = await it_.store.db.selectFrom('meetings').select(['state', 'after_id', 'notes_id']).execute();
      expect(all.filter(one => one.state === 'drafted')).toEqual([
        { state: 'drafted', after_id: it_.meeting, notes_id: null },
      ]);
      await it_.presses(amira, 'meeting reserve', { cop: it_.cop, by: 'facilitators' });
      await it_.store.db.updateTable('meetings').set({ notes_id: null }).execute();
      expect(JSON.stringify(await opens(nia))).not.toMatch(/When next/);
    });

    it('are asked of who had said so, and of one who facilitates a day or two later, once; and of nobody once they are there', async () => {
      const { network_id, cop_id } = await meeting();
      const took = { network_id, cop_id, meeting_id: it_.meeting as MeetingId, at: 1, offered_at: null };
      await it_.store.db
        .insertInto('meeting_parts')
        .values({ ...took, person_id: await personOf(mo), part: 'write' })
        .execute();
      await ends();
      expect(await wishes()).toEqual(['revise meeting', 'post meeting-write-up']);
      const clock = () => it_.store.db.selectFrom('clocks').selectAll().where('step', '=', 'unwritten').execute();
      expect(await clock()).toMatchObject([{ minding: await personOf(amira) }]);
      it_.passes(3 * day);
      await look(it_.bot);
      await look(it_.bot);
      expect((await wishes()).filter(one => one === 'post meeting-unwritten')).toEqual(['post meeting-unwritten']);
      expect(await clock()).toEqual([]);
    });

    it.each([{}, { [mo.id]: 'Pacific/Auckland' }, { [mo.id]: 'America/Los_Angeles' }])(
      'after a rest, too, are asked of one who facilitates no sooner than a day after who had said so, wherever that is: %o',
      async zones => {
        const { network_id, cop_id } = await meeting();
        const took = { network_id, cop_id, meeting_id: it_.meeting as MeetingId, at: 1, offered_at: null };
        const writes = { ...took, person_id: await personOf(mo), part: 'write' } as const;
        await it_.store.db.insertInto('meeting_parts').values(writes).execute();
        await it_.presses(amira, 'cop rest', { cop: it_.cop, until: 'six weeks' });
        await ends();
        for (let n = 0; n < 4; n++) {
          it_.passes(day);
          await look(it_.bot, zones);
        }
        await it_.presses(amira, 'cop wake', { cop: it_.cop });
        const asked: Record<string, number> = {};
        for (let n = 0; n < 4 * 24; n++) {
          it_.passes(hour);
          await look(it_.bot, zones);
          for (const one of await wishes()) asked[one] ??= n;
        }
        const [first, then] = [asked['post meeting-write-up'] ?? Number.NaN, asked['post meeting-unwritten'] ?? 0];
        expect(then - first).toBeGreaterThanOrEqual(20);
      },
    );

    it('that are there are asked of nobody', async () => {
      await ends();
      await writes(mo, { learned });
      it_.passes(3 * day);
      await look(it_.bot);
      expect(await wishes()).toEqual(['revise meeting', 'post meeting-notes']);
    });

    it('leave what is next: done by who promised it, undone for a day, and gone after two months', async () => {
      expect(await next(mo)).toMatch(/Nothing is open\. What you promise each other at a meeting/);
      it_.passes(untilBegun);
      await writes(mo, { learned, promised: '@Amira asks the ward\nwe all sleep\n@Mo reads on' });
      const [asks, sleep, reads] = (await promises()).map(one => one.id as string) as [string, string, string];
      const says = (who: typeof mo, what: string, promise: string) =>
        it_.presses(who, `promise ${what}`, { cop: it_.cop, promise });
      expect(await next(mo)).toMatch(
        /What is next in Wound Care\n@Amira: asks the ward\nSince 2026-03-10\nwe all sleep\nSince 2026-03-10\n@Mo: reads on\nSince 2026-03-10 \[Done\]\nNothing here has a deadline/,
      );
      expect(await next(amira)).toMatch(
        /asks the ward\nSince 2026-03-10 \[Done\]\nwe all sleep\nSince 2026-03-10 \[Done\]\n@Mo: reads on\nSince 2026-03-10\n/,
      );
      expect(await says(mo, 'done', asks)).toMatch(/Only whoever promised it can say/);
      expect(await says(mo, 'done', sleep)).toMatch(/Only whoever promised it can say/);
      expect(await says(mo, 'done', reads)).toMatch(
        /Done: “reads on”\. Thank you\..*reads on\nDone .*\[Not yet after all\]/s,
      );
      expect(await says(mo, 'undone', reads)).toMatch(/It's open again: “reads on”/);
      await says(mo, 'done', reads);
      expect(await says(amira, 'done', sleep)).toMatch(/Done: “we all sleep”/);
      expect(await says(al, 'done', sleep)).toMatch(/^Only the members of/);
      expect(await says(mo, 'done', '01ARZ3NDEKTSV4RRFFQ69G5FAV')).toMatch(/isn't on the list any more/);
      expect(await it_.presses(yan, 'promise list', { cop: it_.cop })).toMatch(/^Only the members of/);
      it_.passes(2 * day);
      expect(await next(mo)).not.toMatch(/reads on|we all sleep/);
      expect(await says(mo, 'undone', reads)).toMatch(/isn't on the list any more/);
      const pruned = async () => {
        await pruning()(it_.store.db, it_.bot.clock.now());
        return (await promises()).length;
      };
      for (const { id, created_at } of await promises()) // ids go with the clock; in this process another test's was ahead
        await it_.store.db
          .updateTable('promises')
          .set({ id: `${idsFrom(Number(created_at))}${id.slice(10)}` as PromiseId })
          .where('id', '=', id)
          .execute();
      expect(await pruned()).toBe(3);
      it_.passes(60 * day);
      expect(await next(mo)).toMatch(/Nothing is open/);
      expect(await pruned()).toBe(0);
    });

    it('are forgotten with who wrote them, and of others what was theirs: the title, and what they promised', async () => {
      it_.passes(untilBegun);
      await writes(amira, { learned, promised: '@Mo reads on\n@Amira asks the ward' });
      const { network_id, cop_id, notes_id } = await meeting();
      const { db } = it_.store;
      const effect = await db
        .selectFrom('effects')
        .select('id')
        .where('wish', 'like', '%"meeting-notes"%')
        .executeTakeFirstOrThrow();
      const at = { effectId: effect.id, workspace: 'discord:here' as never, channelId: 'space-1', messageId: 'm9' };
      const about = { kind: 'document', id: notes_id as DocumentId } as const;
      await db
        .transaction()
        .execute(tx => posts.add(tx, network_id, { ...at, language: 'en' }, 'meeting-notes', about));
      const told = { cop: cop_id, message: 'meeting-notes', about };
      const forgets = async (one: typeof mo) => {
        const id = await personOf(one);
        return db.transaction().execute(tx => erase(tx, network_id, id, it_.bot.clock.now()));
      };
      const held = async () => recordsOf(db, network_id, cop_id, await personOf(amira));
      expect((await held()).promises).toMatchObject([
        { about: 'What do we do about heels?', by: 'Mo', words: 'reads on', done_at: null },
        { by: 'Amira', words: 'asks the ward' },
      ]);
      expect((await held()).library).toContainEqual(expect.objectContaining({ kind: 'notes', words: learned }));

      expect(await forgets(mo)).toContainEqual(told);
      expect(await notes()).toMatchObject([{ title: 'Wound Care, 2026-03-10', words: learned, state: 'kept' }]);
      expect(await next(amira)).toMatch(/@Amira: asks the ward/);
      expect(JSON.stringify([await promises(), await notes()])).not.toMatch(/reads on|heels/);
      expect((await held()).promises).toHaveLength(1);
      expect(await forgets(amira)).toContainEqual(told);
      expect(await notes()).toMatchObject([{ title: '', words: null, state: 'removed' }]);
      expect(JSON.stringify(await promises())).not.toMatch(/asks the ward/);
    });

    it.each([
      ['has left', () => it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' })],
      ['was taken out', async () => it_.presses(amira, 'membership remove', { cop: it_.cop, person: mo.id })],
      ['is forgotten', () => it_.presses(mo, 'person forget', { sure: 'yes' })],
    ] as const)('name somebody no more who %s, where they were posted too', async (_how, goes) => {
      it_.passes(untilBegun);
      await writes(amira, { learned, promised: '@Mo reads on\n@Mo asks the ward\nwe all sleep' });
      const { notes_id } = await meeting();
      const read = () => it_.presses(nia, 'document notes', { document: notes_id as string });
      expect(await read()).toMatch(/@Mo: reads on/);
      await it_.store.db.deleteFrom('effects').execute();
      await goes();
      expect(await wishes()).toEqual(['revise meeting-notes']);
      const [wish] = (await it_.store.db.selectFrom('effects').select('wish').execute())
        .map(one => JSON.parse(one.wish) as Wish)
        .filter(one => one.kind === 'revise' && one.message === 'meeting-notes');
      expect(wish).toMatchObject({ about: { kind: 'document', id: notes_id } });
      expect(await read()).toMatch(/What we promised\n• we all sleep\n/);
      expect(await read()).not.toMatch(/Mo\b|reads on|asks the ward/);
    });

    it('take what somebody promised along when they leave, and a page is no longer than it can be', async () => {
      it_.passes(untilBegun);
      const many = Array.from({ length: 7 }, (_, n) => `thing ${n}`).join('\n');
      await writes(mo, { learned, promised: `${many}\n@Mo reads on` });
      const { network_id, cop_id } = await meeting();
      await it_.store.db
        .insertInto('promises')
        .values({
          ...{ id: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ' as never, network_id, cop_id, meeting_id: it_.meeting as MeetingId },
          ...{ person_id: null, written_by: (await personOf(mo)) as PersonId, words: 'The last', done_at: null },
          created_at: it_.bot.clock.now() + 1,
        })
        .execute();
      expect(await next(amira)).toMatch(/thing 0.*reads on.*\[Later ones\]/s);
      expect(await next(amira)).not.toMatch(/The last/);
      expect(await next(amira, { from: '8' })).toMatch(/The last.*\[From the first\]/s);
      const last = { promise: '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', from: '8' };
      for (const command of ['promise done', 'promise undone'] as const)
        expect(await it_.presses(amira, command, { cop: it_.cop, ...last })).toMatch(/The last.*\[From the first\]/s);
      await it_.presses(mo, 'membership go', { cop: it_.cop, sure: 'yes' });
      expect(await next(amira)).not.toMatch(/reads on/);
      expect(await next(amira)).toMatch(/thing 0.*\[Done\].*The last.*\[Meetings\]/s);
      await it_.store.db
        .updateTable('cops')
        .set({ closed_at: 1 })
        .where('id', '=', it_.cop as CopId)
        .execute();
      expect(await next(amira)).toMatch(/thing 0.*The last/s);
      expect(await next(amira)).not.toMatch(/Done|Meetings/);
    });
  });
});
