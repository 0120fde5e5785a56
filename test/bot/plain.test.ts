/**
 * What people write into any field of any form reads as they wrote it, on both platforms: it rings for nobody and is no markup, neither
 * in what they are answered nor in what others get of it. Every form of every command is walked, so a new one is too, and must be taken,
 * not come back; and where there is room for paragraphs, they stay paragraphs. That a card's data is escaped, whatever it is, the adapters' own tests show.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { draw as drawOnDiscord } from '../../src/adapters/discord/message.ts';
import { toBlocks } from '../../src/adapters/slack/blocks.ts';
import { draw } from '../../src/bot/drawing/draw.ts';
import { commands } from '../../src/commands/index.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { Wish } from '../../src/domain/effect.ts';
import { editSections } from '../../src/messages/edit.ts';
import { settingSections } from '../../src/messages/settings-form.ts';
import type { Card, Field, Form } from '../../src/platform/card.ts';
import * as cops from '../../src/store/cops.ts';
import { effectFrom, type StoredEffect } from '../../src/store/effects.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { ourWords } from '../support/plain.ts';
import { peopleIn, type Scene, scene, states } from '../support/rights/scene.ts';
import { amira, mo, shared, sue } from '../support/village.ts';

const planted = 'Xq7';
const pieces = [
  '**',
  '_',
  '`',
  '~',
  '@everyone',
  '@here',
  '<!channel>',
  '<@U0AMIRA>',
  '<@123456789012345678>',
  '<#C1>',
  '&lt;',
  ' ',
  planted,
];
const hostile = fc.shuffledSubarray(pieces, { minLength: pieces.length }).map(all => [planted, ...all].join(''));

const optionsIn = ({ store: _, bot: _bot, statements: _s, asker, ...ids }: Scene) =>
  Object.fromEntries(
    Object.entries({ ...ids, person: asker, role: 'community-keeper', term: 'open', people: 'u-rex' }).filter(
      ([, value]) => typeof value === 'string',
    ),
  ) as Record<string, string>;

/** What a field takes that isn't words of any kind. */
const fits: Readonly<Record<string, string>> = {
  link: 'https://example.org/paper',
  when: '2026-06-05 10:00',
  timeZone: 'Europe/Vienna',
  people: 'u-sam',
};
const fitting = (field: Field): string | undefined => {
  if (fits[field.name]) return fits[field.name];
  switch (field.kind) {
    case 'people':
      return 'u-pia';
    case 'channel':
      return 'c-1';
    case 'date':
      return '2026-06-05';
    case 'choice':
      return field.value ?? field.choices[0]?.value;
    default:
      return undefined;
  }
};

const secondOf = (field: Field): string => `Second of ${field.name}`;

/** One a line: each becomes something of its own. */
const oneALine = ['promised'];
const hasParagraphs = (field: Field): boolean =>
  field.kind === 'words' && field.long === true && !oneALine.includes(field.name);

const filled = (fields: readonly Field[], words: string) =>
  Object.fromEntries(
    fields.flatMap(field => {
      const written = hasParagraphs(field) ? `${words}\n\n${secondOf(field)}` : words;
      const value = fitting(field) ?? (field.kind === 'words' ? written.slice(0, field.max) : undefined);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

/** In what is kept, or else in what is told. */
async function paragraphsStay({ store: { db } }: Scene, fields: readonly Field[], told: readonly Card[], what: string) {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db);
  const kept = await Promise.all(rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db)));
  const all = JSON.stringify([kept.map(one => one.rows), told]).replaceAll('\\\\', '\\');
  const folded = fields.filter(field => hasParagraphs(field) && !all.includes(`\\n\\n${secondOf(field)}`));
  expect(
    folded.map(field => `${what}: ${field.name}`),
    'is one lump',
  ).toEqual([]);
}

/** What Slack reads markup in; in all else a letter is a letter. */
function marked(drawn: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(drawn, (_, value) => {
    if (value?.type === 'mrkdwn' || value?.type === 'markdown') found.push(value.text);
    return value;
  });
  return found;
}

function isPlain(card: Card, what: string): void {
  expect(
    ourWords(card).filter(words => words.includes(planted)),
    what,
  ).toEqual([]);
  const { text, blocks } = toBlocks(card, 'T1');
  const slack = [text, ...marked(blocks)].join('\n');
  expect(slack, `${what}, on Slack`).not.toMatch(/<!channel>|<@U0AMIRA>|<#C1>/);
  const { body } = drawOnDiscord(card, () => undefined);
  expect(body.allowed_mentions?.parse, `${what}, on Discord`).toEqual([]);
  expect(JSON.stringify(body), `${what}, on Discord`).not.toMatch(
    /(?<!\\)<@123456789012345678>|(?<!\\)@everyone|(?<!\\)@here/,
  );
}

/** What has to be so before it can be opened; and which record it is about then. */
const before: Readonly<Record<string, (it: Scene) => Promise<unknown>>> = {
  'meeting write': async it => it.passes(8 * 86_400_000),
  'meeting offer': drafted,
  'meeting redraft': drafted,
  'cop change-rest': it => it.presses(amira, 'cop rest', { cop: it.cop }),
  'closing change': it => it.presses(amira, 'cop close', { cop: it.cop }),
  'forum ask': hasForum,
  'forum answer': async it => {
    await hasForum(it);
    const yan = await it.store.db
      .selectFrom('cops')
      .select('starter_id')
      .where('id', '=', it.otherCop as never)
      .executeTakeFirstOrThrow();
    return { cop: it.otherCop, person: yan.starter_id };
  },
  'role rename': async it => {
    await it.presses(peopleIn['an administrator'] as Presser, 'role add', {
      name: 'Value Detective',
      line: 'Finds it',
    });
    const { id } = await it.store.db.selectFrom('network_roles').select('id').executeTakeFirstOrThrow();
    return { role: id };
  },
  'first-conversation ask': it => it.store.db.deleteFrom('first_conversations').execute(),
  'first-conversation not-yet': async it => {
    await it.presses(sue, 'first-conversation take', { conversation: it.conversation });
    const proposed = { state: 'proposed', space_id: null } as const;
    await it.store.db
      .updateTable('cops')
      .set(proposed)
      .where('id', '=', it.cop as never)
      .execute();
  },
};

async function drafted(it: Scene) {
  await it.presses(mo, 'meeting call', { cop: it.cop, about: 'Dressings', when: '2026-06-05 10:00', format: 'talk' });
  const { id } = await it.store.db
    .selectFrom('meetings')
    .select('id')
    .where('state', '=', 'drafted')
    .executeTakeFirstOrThrow();
  return { meeting: id };
}

function hasForum({ store }: Scene) {
  return store.db.updateTable('settings').set({ forum: 'there', forum_channel: 'forum-1' }).execute();
}

/** A card that offers the forms of its sections, which are walked one by one. */
const inSections = ['cop edit', 'settings choose'];

/** Its words stand nowhere yet: in what the CoP leaves behind, in the form of who asks in, in a look-up; or it takes none. */
const shownLater = [
  'cop close',
  'closing change',
  'cop edit newcomers',
  'person forget-somebody',
  'settings choose way-in',
];

/** Each form that a command opens: of one that comes in sections, each of these. */
const forms = [
  ...commands.filter(command => command.form).map(({ name }) => ({ name, options: {} })),
  ...editSections.map(section => ({ name: 'cop edit', options: { section } })),
  ...settingSections.map(section => ({ name: 'settings choose', options: { section } })),
  { name: 'settings choose', options: { section: 'way-in', how: 'person' } },
];

it('walks every form, and says of none of its fields more than was written', { timeout: 240_000 }, async () => {
  const missed = new Set<string>();
  const samples = fc.sample(hostile, { numRuns: forms.length, seed: 15 });
  for (const [n, { name, options }] of forms.entries()) {
    const what = [name, ...Object.values(options)].join(' ');
    if (!(await fillsIn(name, options, what, samples[n] ?? planted))) missed.add(what);
  }
  expect([...missed].toSorted()).toEqual(inSections);
});

/** By the first who may. */
async function fillsIn(name: string, options: object, what: string, words: string): Promise<boolean> {
  for (const who of Object.values(peopleIn)) {
    const it_ = await scene(states.open as never);
    const more = await before[name]?.(it_);
    const form = await formOf(it_, who, name, { ...options, ...(more as object) });
    if (form) {
      const given = { ...optionsIn(it_), ...form.does.options, ...filled(form.fields, words) };
      const answer = await it_.invoke(
        invocation(who, form.does.command, given as never, { from: 'form', message: shared(mo.id, 'm2') }),
      );
      if ('mend' in answer)
        throw new Error(`${what} came back: ${JSON.stringify(answer.mend.fields.map(one => one.error))}`);
      isPlain(answer.say, `${what}: ${words}`);
      const again = await it_.invoke(invocation(who, 'home show'));
      if ('say' in again) isPlain(again.say, `Home after ${what}: ${words}`);
      const told = await toldOf(it_);
      for (const [message, card] of told) isPlain(card, `${message} after ${what}: ${words}`);
      await paragraphsStay(it_, form.fields, [...told.map(([, card]) => card), answer.say], what);
      const takesWords = form.fields.some(field => field.kind === 'words' && !fitting(field));
      const isShown = [...told.map(([, card]) => card), answer.say].some(card =>
        JSON.stringify(card).includes(planted),
      );
      expect(isShown, `${what} shows what was written`).toBe(takesWords && !shownLater.includes(what));
    }
    await it_.store.close();
    if (form) return true;
  }
  return false;
}

/** Whatever the bot is to say to anybody by now. */
async function toldOf({ store: { db }, bot }: Scene): Promise<[string, Card][]> {
  const rows = await db.selectFrom('effects').selectAll().execute();
  return Promise.all(
    rows.map(effectFrom).flatMap(effect => {
      const { wish } = effect;
      return 'message' in wish ? [drawnOf(effect)] : [];
    }),
  );
  async function drawnOf(effect: StoredEffect): Promise<[string, Card]> {
    const cop = (await cops.byId(db, effect.networkId, effect.copId)) as Cop;
    const wish = effect.wish as Extract<Wish, { message: string }>;
    return [wish.message, await draw({ bot, cop, effect, now: bot.clock.now() }, db, wish, 'en')];
  }
}

async function formOf(it_: Scene, who: Presser, command: string, options: object): Promise<Form | undefined> {
  const given = { ...optionsIn(it_), ...options };
  const answer = await it_.form(invocation(who, command, given, { message: shared(mo.id, 'm2') }));
  return 'show' in answer ? answer.show : undefined;
}
