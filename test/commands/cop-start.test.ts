import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk, invocation } from '../support/desk.ts';
import { amira, at, nia, zed } from '../support/village.ts';
import { answerWords } from '../support/words.ts';

let it_: Desk;
beforeEach(async () => {
  it_ = await desk();
});
afterEach(() => it_.store.close());

const good = { name: 'Wound Care', domain: 'Healing wounds' };
const start = (options: Record<string, string>, who = amira, more = {}) => it_.presses(who, 'cop start', options, more);
const rows = (table: 'effects' | 'nominations') =>
  it_.store.db
    .selectFrom(table as 'effects')
    .selectAll()
    .orderBy('id')
    .execute();
const memberships = () => it_.store.db.selectFrom('memberships').selectAll().execute();
const cops = () => it_.store.db.selectFrom('cops').selectAll().orderBy('id').execute();

describe('starting a CoP', () => {
  it('keeps what was filled in, and makes the starter its facilitator', async () => {
    expect(await start({ ...good, name: '  Wound\u200e   Care ', statement: 'We are nurses' })).toMatch(
      /^Starting Wound Care\nPrivate space: under way/,
    );
    expect(await cops()).toMatchObject([
      {
        name: 'Wound Care',
        domain: 'Healing wounds',
        statement: 'We are nurses',
        slug: 'wound-care',
        state: 'starting',
        space_id: null,
      },
    ]);
    expect(await memberships()).toMatchObject([{ role: 'facilitator', state: 'joining' }]);
  });

  it('wishes for the space, the people, three guides and last the welcome; what needs no order stands in lanes of its own', async () => {
    await start(good);
    const [cop] = await cops();
    const all = await rows('effects');
    const told = (one: (typeof all)[number]): string => {
      const wish = JSON.parse(one.wish);
      return [one.lane.replace(`cop:${cop?.id}`, 'cop'), one.kind, wish.message].filter(Boolean).join(' ');
    };
    expect(all.filter(one => one.lane.startsWith('cop')).map(told)).toEqual([
      'cop open-space',
      'cop admit',
      'cop make-facilitator',
      'cop:name describe-space',
      ...['start-up', 'dialogue-interviews', 'virtuous-circle'].flatMap(name => [
        `cop:${name} post guide-${name}`,
        `cop:${name} pin`,
        `cop:${name}:thread open-thread`,
      ]),
      'cop post cop-welcome',
      'cop pin',
      ...['start-up', 'dialogue-interviews', 'virtuous-circle'].map(name => `cop:${name} post whole-${name}`),
      'cop:told answer cop-progress',
    ]);
    expect(all.filter(one => one.lane.startsWith('person')).map(one => JSON.parse(one.wish).message)).toEqual([
      'first-week',
    ]);
    const byTold = new Map(all.map(one => [one.id as string, told(one)]));
    const follows = (what: string): string[] =>
      JSON.parse(all.find(one => told(one) === what)?.follows ?? '[]').map((id: string) => byTold.get(id));
    const leavesALine = all
      .filter(one => ['admit', 'describe-space', 'open-thread', 'pin'].includes(one.kind))
      .map(told);
    expect(follows('cop post cop-welcome')).toEqual(
      expect.arrayContaining(leavesALine.filter(one => one !== 'cop pin')),
    );
  });

  it.each([
    ['nothing', { name: '', domain: '' }, { name: /name that people/, domain: /few words/ }],
    ['only spaces', { name: ' \u200b\t ', domain: 'x' }, { name: /name that people/ }],
    ['only accents', { name: '\u0301', domain: 'x' }, { name: /name that people/ }],
    ['200 characters', { name: 'x'.repeat(200), domain: 'x' }, { name: /longer than 60/ }],
    [
      'a novel',
      { name: 'x', domain: 'y'.repeat(201), statement: 'z'.repeat(601) },
      { domain: /longer than 200/, statement: /longer than 600/ },
    ],
  ])('asks again for %s, and keeps nothing', async (_what, options, errors) => {
    const answer = JSON.parse(await start(options));
    expect(Object.keys(answer)).toEqual(Object.keys(errors));
    for (const [field, words] of Object.entries(errors)) expect(answer[field]).toMatch(words);
    expect(await cops()).toEqual([]);
    expect(await rows('effects')).toEqual([]);
  });

  it('hears the same press again after it was mended', async () => {
    await start({ name: '', domain: 'x' }, amira, { id: 'one' });
    expect(await start(good, amira, { id: 'one' })).toMatch(/^Starting Wound Care/);
  });

  it('asks again with what was typed, errors at their fields', async () => {
    const answer = await it_.invoke(
      invocation(amira, 'cop start', { name: '', domain: 'Healing', statement: 'We are', facilitator: nia.id }),
    );
    if (!('mend' in answer)) throw new Error(answerWords(answer));
    expect(
      answer.mend.fields.map(field => [
        field.name,
        'value' in field ? field.value : undefined,
        field.error !== undefined,
      ]),
    ).toEqual([
      ['name', '', true],
      ['domain', 'Healing', false],
      ['statement', 'We are', false],
      ['facilitator', [nia.id], false],
    ]);
  });

  it.each(['Wound Care', 'wound care', 'WOUNDCARE', 'Wöund  Cáre'])(
    'tells that the name is taken by one that differs in case, spaces or accents only: %s',
    async name => {
      await start({ ...good, name: 'Wound Care' });
      expect(JSON.parse(await start({ ...good, name }, nia)).name).toMatch(
        /taken by Wound Care \(0 people\).*ask to join/,
      );
      expect(await cops()).toHaveLength(1);
    },
  );

  it('lets another network have the same name', async () => {
    await start(good);
    expect(await start(good, zed)).toMatch(/^Starting Wound Care/);
  });

  it('takes the same submission, delivered again with another id, as the same', async () => {
    await start(good);
    for (const _again of [2, 3]) {
      const words = await start(good);
      expect(words).toMatch(/I've got that already: Wound Care is being started/);
      expect(words).not.toMatch(/under way/); // nobody would ever say how that ended
    }
    expect(await cops()).toHaveLength(1);
    expect((await rows('effects')).filter(effect => effect.kind === 'open-space')).toHaveLength(1);
  });

  it('does the very same press once', async () => {
    await start(good, amira, { id: 'one' });
    expect(await start({ ...good, name: 'Other' }, amira, { id: 'one' })).toMatch(/I've got that already/);
    expect(await cops()).toHaveLength(1);
  });

  it('gives names that look alike in an address different ones', async () => {
    for (const name of ['Rust at work', 'Rust at work!', 'Rust, at work']) await start({ ...good, name });
    expect((await cops()).map(cop => cop.slug)).toEqual(['rust-at-work', 'rust-at-work-2', 'rust-at-work-3']);
  });

  it.each(['🎉', 'مجتمع الجروح', '@everyone', '<!channel>', '*_~`', 'https://example.org/x'])(
    'takes %s as a name, to the letter',
    async name => {
      await start({ ...good, name });
      expect(await cops()).toMatchObject([{ name }]);
    },
  );

  it('lets nobody start without end: it says how many and when, and keeps what was typed', async () => {
    for (let n = 1; n <= 60; n++) await start({ ...good, name: `Circle ${n}` });
    expect(JSON.parse(await start({ ...good, name: 'Another' })).name).toMatch(
      /60 CoPs within an hour.*From 2026-03-03 on you can start another/,
    );
    expect(await it_.form(invocation(amira, 'cop start'))).toMatchObject({ say: {} });
    expect(await start({ ...good, name: 'Another' }, nia)).toMatch(/^Starting Another/);
    expect(await it_.form(invocation(nia, 'cop start'))).toMatchObject({ show: {} });

    await it_.store.db.updateTable('cops').set({ state: 'not-started' }).where('name', '=', 'Circle 60').execute();
    expect(await start({ ...good, name: 'Another' })).toMatch(/taken by Another/);
    expect(await start({ ...good, name: 'The last' })).toMatch(/^Starting The last/); // what never came to be counts for nothing
    expect(JSON.parse(await start({ ...good, name: 'Next' })).name).toMatch(/60 CoPs within an hour/);
    it_.passes(3600_000);
    expect(await start({ ...good, name: 'Next' })).toMatch(/^Starting Next/);
  });

  it('asks somebody else who is named as facilitator; until they say yes the starter has the rights', async () => {
    await start({ ...good, facilitator: nia.id }, amira, { people: { [nia.id]: { name: 'Nia', bot: false } } });
    expect((await memberships()).map(one => one.role).sort()).toEqual(['facilitator', 'member']);
    expect(await rows('nominations')).toMatchObject([{ state: 'pending' }]);
    const effects = await rows('effects');
    expect(effects.filter(effect => effect.kind === 'make-facilitator')).toHaveLength(1);
    expect(effects.map(effect => JSON.parse(effect.wish).message)).toContain('nomination');
  });

  it('will not have a bot as facilitator', async () => {
    const answer = await start({ ...good, facilitator: 'u-bot' }, amira, {
      people: { 'u-bot': { name: 'Helper', bot: true } },
    });
    expect(JSON.parse(answer).facilitator).toMatch(/That is a bot/);
    expect(await cops()).toEqual([]);
  });

  it('keeps the reply sealed, so that nobody reads it off the row', async () => {
    await start(good, amira, { reply: { platform: 'discord', token: 'very-secret', expiresAt: 9e15 } });
    expect(JSON.stringify(await rows('effects'))).not.toContain('very-secret');
    expect((await rows('effects')).find(effect => effect.kind === 'answer')?.wish ?? '').toContain('"reply":"');
  });

  it('opens the form for somebody in a workspace never seen before, and writes nothing', async () => {
    const opened = await it_.form(invocation(at('new', 'u-new', 'New'), 'cop start'));
    expect(opened).toMatchObject({ show: { title: 'Start a CoP' } });
    expect(await it_.store.db.selectFrom('networks').selectAll().execute()).toEqual([]);
  });

  it('says in a direct message that it wants a server', async () => {
    expect(await start(good, { id: 'u', name: 'U' })).toMatch(/see which server of yours/);
  });
});
