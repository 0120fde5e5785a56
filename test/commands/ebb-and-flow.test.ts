/** Who has looked after a CoP when, as its members are shown it. */
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { deciding } from '../../src/domain/deciding.ts';
import type { Block } from '../../src/platform/card.ts';
import type { Answer } from '../../src/platform/chat-platform.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { engines } from '../support/engines.ts';
import { al, amira, mo, type Village, village, yan } from '../support/village.ts';
import { plain } from '../support/words.ts';

let it_: Village;
afterEach(() => it_?.store.close());

const bodyOf = (answer: Answer): readonly Block[] => ('say' in answer ? answer.say.body : []);
const pictures = (body: readonly Block[]) => body.filter(block => block.kind === 'picture');

it('counts what those decide who facilitate, and nothing that is only read or taken along', () => {
  const onlyTheirs = commands.filter(one => one.about === 'cop' && `${one.may}` === 'facilitator' && !one.reads);
  const decidesNothing = ['cop export', 'forum come-back'];
  const decide = onlyTheirs.map(one => one.name).filter(name => !decidesNothing.includes(name));
  expect([...deciding].sort()).toEqual(decide.sort());
});

describe.each(engines)('on $engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`who looked after it${skip ? ` (skipped: ${skip})` : ''}`, () => {
    const personOf = async ({ id }: Presser) =>
      (
        await it_.store.db
          .selectFrom('accounts')
          .select('person_id')
          .where('external_id', '=', id)
          .executeTakeFirstOrThrow()
      ).person_id;
    let noted = 0;
    /** In the middle of a month (1: January 2026; 0: December before). */
    const decides = async (who: Presser | undefined, month: number, { command = 'cop edit', cop = it_.cop } = {}) => {
      const actor = who ? await personOf(who) : null;
      await sql`insert into audit (id, network_id, at, command, about_kind, about_id, workspace_id, press, actor_id)
        select ${`a${++noted}`}, network_id, ${Date.UTC(2026, month - 1, 15) + noted}, ${command}, 'cop', id, workspace_id, ${`p${noted}`}, ${actor}
        from cops where id = ${cop}`.execute(it_.store.db);
    };
    const shown = async (locale = 'en-GB') =>
      bodyOf(await it_.invoke(invocation(mo, 'facilitator show', { cop: it_.cop }, { locale })));
    const altOf = async (locale?: string) => pictures(await shown(locale)).map(one => one.alt);

    it('is a picture, once it is about more than one month: in words, who in which', async () => {
      it_ = await village(await migrated());
      await decides(amira, 3);
      expect(await altOf()).toEqual([]);
      for (const month of [-8, -7, -6, -3]) await decides(amira, month);
      await decides(amira, -9); // thirteen months ago
      await decides(amira, 2, { cop: it_.otherCop });
      await decides(amira, 2, { command: 'document list' });
      await decides(al, -1); // who isn't in it any more
      await decides(undefined, 0); // who was forgotten
      for (let n = 0; n < 3; n++) await decides(mo, 2);
      expect(await altOf()).toEqual([
        'Amira: April to June, September, since March; Mo: February; somebody who has gone: December; somebody who has gone: November',
      ]);
      expect(await altOf('de')).toEqual([
        'Amira: April bis Juni, September, seit März; Mo: Februar; jemand, der nicht mehr da ist: Dezember; jemand, der nicht mehr da ist: November',
      ]);
      const [picture] = pictures(await shown());
      expect(
        Buffer.from(picture?.png ?? [])
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
      const below = (await shown()).flatMap(block => (block.kind === 'text' ? plain(block.text) : []));
      expect(below).toContain('Larger circles: more was decided. Quiet months are part of it.');
      expect(
        bodyOf(await it_.invoke(invocation(yan, 'facilitator show', { cop: it_.cop }))).map(one => one.kind),
      ).toEqual(['text']);
    });

    it('counts whose answer a request to join had', async () => {
      it_ = await village(await migrated());
      await decides(mo, 1);
      await it_.presses(amira, 'join-request approve', { request: it_.request });
      expect(await altOf()).toEqual(['Amira: since March; Mo: January']);
    });

    it('is of six at most, in one more statement however much there is, and draws whatever they are called', async () => {
      it_ = await village(await migrated());
      const counted = async () => {
        it_.statements.length = 0;
        await shown();
        return it_.statements.filter(one => !/^(begin|commit)/.test(one)).length;
      };
      const before = await counted();
      const names = ['', '<b>&"\u0001 Ünal 🌱', 'عميرة', '🌱', 'Ж'.repeat(300), 'Too early'];
      for (const [n, name] of names.entries()) {
        const who = { id: `u-${n}`, name, workspace: 'here' };
        await it_.happened({
          kind: 'joined',
          id: `e-${n}`,
          space: { platform: 'discord', workspace: 'here', id: 'space-1' },
          who: { platform: 'discord', id: who.id, name, workspace: 'here' },
        });
        await decides(who, 2 - n);
      }
      expect(await counted()).toBe(before);
      const body = await shown();
      const [alt = ''] = pictures(body).map(one => one.alt);
      expect(alt.split('; ').map(one => one.split(': ')[1])).toEqual([
        'since March',
        'February',
        'January',
        'December',
        'November',
        'October',
      ]);
      expect(alt).toMatch(/^Amira: since March; Somebody: February; /);
      const below = body.flatMap(block => (block.kind === 'text' && block.tone === 'quiet' ? plain(block.text) : []));
      expect(below[0]).toMatch(/part of it\.\n\(4\) عميرة\n\(5\) 🌱$/);
    });
  });
});
