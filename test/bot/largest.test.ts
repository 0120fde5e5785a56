/**
 * With as much of everything as there can be, in words as long as they may be: whatever a command answers or opens, and whatever message
 * is posted, both platforms take it, in each language, no button of it is lost, and nothing that
 * people wrote is taken for words of ours.
 */
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { checkMessage } from '../../playground/discord/check-message.ts';
import { modalErrors } from '../../playground/discord/check-modal.ts';
import { loadSchemas, schemaErrors } from '../../playground/discord/schemas.ts';
import { blockTroubles } from '../../playground/slack/blocks.ts';
import { viewTroubles } from '../../playground/slack/views.ts';
import { toModal } from '../../src/adapters/discord/forms.ts';
import { draw as drawOnDiscord } from '../../src/adapters/discord/message.ts';
import { toBlocks } from '../../src/adapters/slack/blocks.ts';
import { toCardView, toView } from '../../src/adapters/slack/forms.ts';
import { draw } from '../../src/bot/drawing/draw.ts';
import { commands } from '../../src/commands/index.ts';
import { languages } from '../../src/domain/language.ts';
import { cardIn, formIn } from '../../src/messages/language.ts';
import type { Button, Card, Form } from '../../src/platform/card.ts';
import { encodeInvoke } from '../../src/platform/invoke.ts';
import * as cops from '../../src/store/cops.ts';
import type { Db } from '../../src/store/engine.ts';
import { invocation } from '../support/desk.ts';
import { ourWords } from '../support/plain.ts';
import { grow, long } from '../support/rights/largest.ts';
import { peopleIn, type Scene, scene, states } from '../support/rights/scene.ts';
import { amira, mo, shared } from '../support/village.ts';

beforeAll(loadSchemas);

const pictures = { hasPicture: () => true };
const ids = () => '1234567890123456789';

const buttonsOf = ({ body, buttons = [] }: Card): readonly Button[] => [
  ...buttons,
  ...body.flatMap(block => (block.kind === 'text' ? [...(block.buttons ?? []), ...(block.menu?.buttons ?? [])] : [])),
];

function cardFits(told: Card, what: string): void {
  expect(
    ourWords(told).filter(words => /~`|<@|@&|&>|\[x\]|\(y\)/.test(words)),
    `${what}: markup of people's among our own words`,
  ).toEqual([]);
  for (const language of languages) {
    const card = cardIn(told, language);
    const { blocks } = toBlocks(card, 'T1');
    expect(blockTroubles(blocks, { surface: 'message', ...pictures }), what).toEqual([]);
    expect(viewTroubles(toCardView(card, 'T1'), 'modal', pictures), what).toEqual([]);
    const drawn = drawOnDiscord(card, ids, 'key');
    const { body, files } = drawn;
    const onDiscord = JSON.stringify(body.components);
    expect(
      () =>
        checkMessage(
          'MessageCreateRequest',
          body,
          files.map(file => file.name),
        ),
      what,
    ).not.toThrow();
    for (const one of [JSON.stringify(blocks), onDiscord])
      for (const button of buttonsOf(card))
        if ('does' in button) expect(one, what).toContain(JSON.stringify(encodeInvoke(button.does)).slice(1, -1));
    if (drawn.v2) expect(textsIn(onDiscord), what).toBeGreaterThanOrEqual(rowsIn(card));
  }
}

/** Each row of buttons in a card has words of its own. */
const rowsIn = ({ body }: Card): number =>
  body.filter(block => block.kind === 'text' && block.text.length > 0 && block.buttons?.length).length;
const textsIn = (drawn: string): number => drawn.split('"type":10').length - 1;

function formFits(told: Form, what: string): void {
  for (const language of languages) {
    const form = formIn(told, language);
    expect(viewTroubles(toView(form, 'T1'), 'modal', pictures), what).toEqual([]);
    const modal = toModal(form, encodeInvoke(form.does));
    expect(shortenedIn(form, modal), `${what}, ${language}`).toEqual([]);
    const errors = [...modalErrors(modal, () => true), ...schemaErrors('ModalInteractionCallbackRequestData', modal)];
    expect(
      errors.filter(({ path }) => !path.includes('default_values')),
      what,
    ).toEqual([]); // people here have no ids of Discord's
  }
}

/** What a form says of our own, of which Discord would leave something out. */
const shortenedIn = (form: Form, { components }: ReturnType<typeof toModal>): readonly string[] =>
  [form.title, ...components.flatMap(one => ('label' in one ? [one.label, one.description ?? ''] : []))].filter(
    words => words.endsWith('…') && !words.includes('*_~`') && !JSON.stringify(form).includes(words),
  );

const who = [
  'its facilitator',
  'a member',
  'who is asked to facilitate',
  'the Support Team',
  'an administrator',
  'who asks in',
];
const optionsIn = ({ store: _, bot: _bot, statements: _s, asker, ...all }: Scene) =>
  Object.fromEntries(
    Object.entries({
      ...all,
      part: 'write',
      role: 'community-keeper',
      term: 'open',
      person: asker,
      people: 'u-rex',
    }).filter(([, value]) => typeof value === 'string'),
  ) as Record<string, string>;

const pages: readonly Record<string, string>[] = [{}, { from: '40' }, { from: '9999' }];

async function grown(): Promise<Scene> {
  const it_ = await scene(states.open as never);
  await grow(it_);
  return it_;
}

it('whatever is answered, and whatever form is opened', { timeout: 240_000 }, async () => {
  const it_ = await grown();
  let cards = 0;
  for (const command of commands)
    for (const one of who)
      for (const page of pages) {
        const presser = peopleIn[one] as (typeof peopleIn)[string];
        const given = invocation(
          presser,
          command.name,
          { ...optionsIn(it_), ...page },
          { message: shared(mo.id, 'm2') },
        );
        const what = `${command.name}, ${one}, ${JSON.stringify(page)}`;
        if (command.form) {
          const opened = await it_.form(given);
          if ('show' in opened) formFits(opened.show, what);
          else cardFits(opened.say, what);
        }
        const answer = await it_.invoke(given);
        if ('mend' in answer) formFits(answer.mend, what);
        else cardFits(answer.say, what);
        cards++;
        if (!/list|find|look|show/.test(command.name)) break;
      }
  expect(cards).toBeGreaterThan(commands.length * who.length - 1);
  await it_.store.close();
});

/** Which there are, and of what record each tells: types alone say so. */
const messages = (): readonly (readonly [message: string, kinds: readonly string[]])[] => {
  const [, listed = ''] =
    /export interface Messages \{(.*?)\n\}/s.exec(readFileSync('src/domain/message.ts', 'utf8')) ?? [];
  return [...listed.matchAll(/^ {2}'?([\w-]+)'?: (.+);$/gm)].map(([, message = '', kinds = '']) => [
    message,
    kinds.replaceAll("'", '').split(' | '),
  ]);
};

it('whichever CoP is meant, where none is named and there are more than a hundred, each can be chosen', async () => {
  const it_ = await grown();
  const meant = { command: 'document list', options: {} };
  const answer = await it_.invoke(invocation(peopleIn['its facilitator'] as never, meant.command, meant.options));
  if (!('say' in answer)) throw new Error('which one was not asked');
  cardFits(answer.say, 'which one');
  const { rows } = await sql<{ id: string }>`select id from cops where closed_at is null and exists
    (select 1 from memberships m where m.cop_id = cops.id and m.role = 'facilitator' and m.person_id = ${await me(it_)})`.execute(
    it_.store.db,
  );
  expect(rows.length).toBeGreaterThan(90);
  const offered = buttonsOf(answer.say).map(
    button => 'does' in button && (button.does.options as { cop?: string }).cop,
  );
  expect(offered.toSorted()).toEqual(rows.map(row => row.id).toSorted());
  await it_.store.close();
});

const me = async ({ store }: Scene) =>
  (
    await store.db
      .selectFrom('accounts')
      .select('person_id')
      .where('external_id', '=', amira.id)
      .executeTakeFirstOrThrow()
  ).person_id;

it('whatever message is posted, to one person, in the space, or for the Support Team', {
  timeout: 240_000,
}, async () => {
  const it_ = await grown();
  const { bot, cop: id, store } = it_;
  const { db } = store;
  await it_.presses(peopleIn['its facilitator'] as never, 'cop share', { cop: id, channel: 'c' });
  const { cop_id, network_id, ...effect } = await db
    .selectFrom('effects')
    .selectAll()
    .where('cop_id', '=', id as never)
    .executeTakeFirstOrThrow();
  const cop = await db.transaction().execute(tx => cops.lock(tx, network_id, cop_id));
  const whom = await db
    .selectFrom('memberships')
    .select('person_id')
    .where('cop_id', '=', cop_id)
    .where('state', '=', 'member')
    .orderBy('role')
    .execute();
  const [facilitator, member] = [whom.at(0)?.person_id, whom.at(-1)?.person_id];
  const records = {
    ...{ cop: id, difference: it_.difference, 'stand-in': it_.standIn, 'first-conversation': it_.conversation },
    ...{ 'join-request': it_.request, nomination: it_.nomination, invitation: it_.invitation, meeting: it_.meeting },
    ...{ 'carried-role': it_.carried, 'role-suggestion': it_.suggestion, effect: effect.id },
    document: await notes(db),
  } as Readonly<Record<string, string>>;
  for (const [message, kinds] of messages())
    for (const kind of kinds)
      for (const to of [facilitator, member, 'space', 'support']) {
        const about = { kind, id: records[kind] };
        const wish = {
          kind: 'post',
          cop: id,
          message,
          to,
          about,
          whom: member,
          shared: { by: member, words: long(500) },
        };
        const drawing = { bot, cop, effect: { ...effect, wish }, now: bot.clock.now() };
        if (message === 'settled-in' && to !== member) continue; // to a member alone
        cardFits(await draw(drawing as never, db, wish as never, 'en'), `${message} about ${kind}, to ${to}`);
      }
  await store.close();
});

/** Of the meeting. */
async function notes(db: Db): Promise<string> {
  const { id } = await db.selectFrom('documents').select('id').where('kind', '=', 'notes').executeTakeFirstOrThrow();
  const meeting = await db.selectFrom('meetings').select('id').executeTakeFirstOrThrow();
  await db.updateTable('meetings').set({ notes_id: id, notes_at: 1 }).where('id', '=', meeting.id).execute();
  return id;
}
