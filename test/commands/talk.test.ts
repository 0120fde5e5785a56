import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draw } from '../../src/bot/drawing/draw.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { invocation } from '../support/desk.ts';
import { al, amira, mo, type Village, village } from '../support/village.ts';
import { answerWords, wordsOf } from '../support/words.ts';

const day = 24 * 3600_000;
let it_: Village;
beforeEach(async () => {
  it_ = await village(); // Amira has begun: "Do you have Thursdays?"
});
afterEach(() => it_.store.close());

const begin = (words: string, who = amira) => it_.presses(who, 'talk begin', { request: it_.request, words });
const reply = (words: string, who = al) => it_.presses(who, 'talk reply', { talk: it_.talk, words });
const stored = async () =>
  (await it_.store.db.selectFrom('effects').selectAll().where('kind', '=', 'post').orderBy('id').execute()).map(
    row => row.wish,
  );
const clock = () =>
  it_.store.db.selectFrom('join_requests').select(['held_ms', 'held_until']).executeTakeFirstOrThrow();
/** As whoever it goes to reads it. */
async function read(kept: string): Promise<string> {
  const { db } = it_.store;
  const { network_id, id } = await db
    .selectFrom('effects')
    .select(['network_id', 'id'])
    .where('wish', '=', kept)
    .executeTakeFirstOrThrow();
  const effect = await effects.byId(db, network_id, id);
  const cop = effect && (await cops.byId(db, effect.networkId, effect.copId));
  if (!cop || effect.wish.kind !== 'post') throw new Error('nothing is posted');
  return wordsOf(await draw({ bot: it_.bot, cop, effect, now: 0 }, db, effect.wish, 'en'));
}

describe('a talk first', () => {
  it('is carried to the applicant, and back to the facilitator who began it', async () => {
    expect(await reply('Thursdays are fine.\n\nWhere do you meet?')).toMatch(/^On its way to @Amira/);
    const [wish = ''] = await stored();
    expect(await read(wish)).toBe(
      "@Al, who asks to join Wound Care, writes to you:\nThursdays are fine.\n\nWhere do you meet?\nOnly you two read this. It isn't kept: once the request is answered, it is gone from here too.\n[Approve]\n[Reply]\n[Decline…]",
    );
    await begin('In the reading room');
    const [, back = ''] = await stored();
    expect(await read(back)).toMatch(/^@Amira, who facilitates Wound Care, would like a word before they answer/);
    expect(await it_.store.db.selectFrom('talks').select('turns').execute()).toEqual([{ turns: 3 }]);
  });

  it('is kept nowhere: sealed on its way, and forgotten once it has arrived or can not', async () => {
    await reply('My secret words');
    const [effect] = await it_.store.db.selectFrom('effects').selectAll().execute();
    const everything = async () =>
      JSON.stringify(
        await Promise.all(
          (['effects', 'talks', 'join_requests', 'audit', 'posts'] as const).map(table =>
            it_.store.db.selectFrom(table).selectAll().execute(),
          ),
        ),
      );
    expect(await everything()).not.toMatch(/secret/);
    const open = await effects.openIn(it_.store.db, effect?.lane ?? 'cop:', 1);
    await it_.store.db.transaction().execute(tx => effects.settle(tx, open, 'failed', it_.bot.clock.now()));
    expect(JSON.parse((await stored())[0] ?? '').said).toEqual({ by: expect.any(String), talk: it_.talk });
    expect(await read((await stored())[0] ?? '')).toBe(
      "This was about joining Wound Care. What was said here isn't kept.",
    );
  });

  it('opens for its reader alone', async () => {
    await reply('Only for you');
    const { said } = JSON.parse((await stored())[0] ?? '');
    expect(it_.bot.seal.open(said.words, 'somebody else')).toBeUndefined();
  });

  it('stops the clock for three days from its last word', async () => {
    await it_.store.db.updateTable('join_requests').set({ held_ms: 0, held_until: null }).execute();
    await begin('A first word');
    expect((await clock()).held_ms).toBe(3 * day);
    it_.passes(day);
    await reply('A second');
    expect((await clock()).held_ms).toBe(4 * day);
    it_.passes(5 * day);
    await begin('A third');
    expect((await clock()).held_ms).toBe(7 * day);
  });

  it('ends after three messages from each side', async () => {
    for (const words of ['2', '4', '6']) {
      expect(await reply(words)).toMatch(words === '6' ? /completes this short exchange/ : /comes to you/);
      if (words !== '6') await begin(words);
    }
    expect(await read((await stored()).at(-1) ?? '')).not.toMatch(/\[Reply\]/);
    expect(await begin('7')).toMatch(/short exchange is complete/);
    expect(await reply('7')).toMatch(/short exchange is complete/);
    const opened = await it_.form(invocation(al, 'talk reply', { talk: it_.talk }));
    expect('say' in opened && answerWords({ say: opened.say, shows: 'person' })).toMatch(/complete/);
  });

  it('holds three messages of each side, however they take turns', async () => {
    await begin('2');
    expect(await begin('3')).toMatch(/the last of your three messages; their answer comes to you/);
    expect(await read((await stored()).at(-1) ?? '')).toMatch(/\[Reply\]/); // Al hasn't said a word yet
    expect(await begin('4')).toMatch(/You have written three messages.*The other can still answer you/);
    const opened = await it_.form(invocation(amira, 'talk begin', { request: it_.request }));
    expect('say' in opened && answerWords({ say: opened.say, shows: 'person' })).toMatch(/The other can still answer/);
    expect(await reply('1')).toMatch(/They have written three messages, so no answer follows here/);
    expect(await read((await stored()).at(-1) ?? '')).not.toMatch(/\[Reply\]/);
    await reply('2');
    expect(await reply('3')).toMatch(/completes this short exchange/);
    expect(await reply('4')).toMatch(/short exchange is complete/);
    expect(await begin('4')).toMatch(/short exchange is complete/);
  });

  it('ends kindly with the answer: what was said is gone, and says how it was decided', async () => {
    await reply('Thursdays are fine');
    const [wish = ''] = await stored();
    await it_.presses(amira, 'join-request approve', { request: it_.request });
    expect(await read(wish)).toBe(
      "This was about joining Wound Care, and it is settled. You approved this (2026-03-03).\nWhat was said here isn't kept.",
    );
    expect(await reply('Too late')).toMatch(/answered with a yes/);
  });

  it('belongs to each facilitator alone', async () => {
    await it_.store.db.updateTable('memberships').set({ role: 'facilitator' }).execute();
    await begin('I am Mo', mo);
    expect(await it_.store.db.selectFrom('talks').select('turns').orderBy('id').execute()).toEqual([
      { turns: 1 },
      { turns: 1 },
    ]);
    expect(await reply('May I?', mo)).toMatch(/isn't open to you/);
  });

  it('is closed to a facilitator who is none any more', async () => {
    await it_.store.db.updateTable('memberships').set({ role: 'member' }).execute();
    expect(await reply('Still here', amira)).toMatch(/isn't open to you|Only the facilitators/);
  });

  it('asks for words where there are none', async () => {
    expect(await reply(' \n ')).toBe('{"words":"Write a line first."}');
    expect(await it_.store.db.selectFrom('talks').select('turns').execute()).toEqual([{ turns: 1 }]);
  });

  it.each([
    ['talk begin', amira, () => ({ request: it_.request, words: 'x' })],
    ['talk reply', al, () => ({ talk: it_.talk, words: 'x' })],
  ] as const)('%s takes at most 8 statements', async (command, who, options) => {
    it_.statements.length = 0;
    await it_.presses(who, command, options());
    expect(it_.statements.filter(sql => !/^(begin|commit)/.test(sql)).length).toBeLessThanOrEqual(8);
  });
});
