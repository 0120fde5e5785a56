/** What two do at the same moment, on both engines: nobody's choice is undone, nothing is begun twice. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as settings from '../../src/store/settings.ts';
import { atOnce } from '../support/at-once.ts';
import { engines } from '../support/engines.ts';
import { amira, at, mo, supportChannel, type Village, village, yan } from '../support/village.ts';

const ada = { ...at('here', 'u-ada', 'Ada'), admin: true };
const joan = { ...at('here', 'u-joan', 'Joan'), admin: true };
const space = { platform: 'discord', workspace: 'here', id: 'space-2' } as const;
const key = 'discord:here' as WorkspaceKey;

describe.each(engines)('$engine', ({ skip, migrated }) => {
  describe.skipIf(skip)(`at once${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let it_: Village;
    beforeEach(async () => {
      it_ = await village(await migrated());
    });
    afterEach(() => it_.store.close());

    const theRow = () => sql`select 1 from cops where id = ${it_.otherCop}`;
    const open = async () =>
      (
        await it_.store.db
          .selectFrom('first_conversations')
          .select('id')
          .where('cop_id', '=', it_.otherCop as never)
          .where('state', 'in', ['asked', 'taken'])
          .execute()
      ).length;

    describe.each([
      ['in its space', {}, { at: space }],
      ['of the only one that is mine', {}, {}],
      ['by its name', { cop: 'Another' }, {}],
    ])('two who ask for a first conversation %s', (_how, options, more) => {
      it('have one', async () => {
        await it_.happened({
          kind: 'joined',
          id: 'e9',
          space,
          who: { platform: 'discord', workspace: 'here', id: 'u-bo', name: 'Bo' },
        });
        const bo = at('here', 'u-bo', 'Bo');
        const answers = await atOnce(
          it_.store,
          theRow(),
          [yan, bo].map(who => () => it_.presses(who, 'first-conversation ask', { ...options, way: 'phone' }, more)),
        );
        expect(answers[0]).toMatch(/The Support Team has it/);
        expect(answers[1]).toMatch(/was asked .* already/);
        expect(await open()).toBe(1);
      });
    });

    it('who says that they come to a meeting that is cancelled just now reads so', async () => {
      const { cop, meeting } = it_;
      const row = sql`select 1 from cops where id = ${cop}`;
      const answers = await atOnce(it_.store, row, [
        () => it_.presses(amira, 'meeting cancel', { meeting, sure: 'yes' }),
        () => it_.presses(mo, 'meeting come', { meeting }),
      ]);
      expect(answers[1]).toMatch(/cancelled/);
      expect(await it_.store.db.selectFrom('meeting_answers').selectAll().execute()).toEqual([]);
    });

    describe('settings', () => {
      let network: NetworkId;
      beforeEach(async () => {
        const { db } = it_.store;
        for (const who of [ada, joan]) await it_.presses(who, 'cop find'); // both are known
        ({ network_id: network } = await db
          .selectFrom('workspaces')
          .select('network_id')
          .where('id', '=', key)
          .executeTakeFirstOrThrow());
        await db.updateTable('settings').set({ chosen_at: null, support_channel: null }).execute(); // a row to meet at
      });
      const theRow = () => sql`select 1 from settings where workspace_id = ${key}`;
      const now = () => settings.of(it_.store.db, network, key);
      const chooses = () => it_.presses(ada, 'settings choose', { support: supportChannel.id, start: 'anyone open' });
      const comesBy = () => it_.presses(joan, 'cop find', { words: 'wound' });

      it('that are chosen are not undone by an offer to another administrator', async () => {
        await atOnce(it_.store, theRow(), [chooses, comesBy]);
        expect(await now()).toMatchObject({ supportChannel: supportChannel.id, offeredAt: undefined });
      });

      it('are chosen though they are being offered to another administrator', async () => {
        const [found, chosen] = await atOnce(it_.store, theRow(), [comesBy, chooses]);
        expect([found, chosen]).toEqual([expect.stringMatching(/Wound Care/), expect.stringMatching(/Saved/)]);
        expect(await now()).toMatchObject({ supportChannel: supportChannel.id });
      });

      it('that several administrators choose are all kept', async () => {
        const speaks = () => it_.presses(joan, 'settings choose', { section: 'language', language: 'de' });
        const answers = await atOnce(it_.store, theRow(), [chooses, speaks, chooses, speaks]);
        expect(answers).toHaveLength(4);
        expect(await now()).toMatchObject({ supportChannel: supportChannel.id, language: 'de' });
      });
    });
  });
});
