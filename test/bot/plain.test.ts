/**
 * What people write into any field of any form reads as they wrote it, on both platforms: it rings for nobody and is no markup. Every
 * command that has a form is walked, so a new one is too. That a card's data is escaped, whatever it is, the adapters' own tests show.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draw } from '../../src/adapters/discord/message.ts';
import { toBlocks } from '../../src/adapters/slack/blocks.ts';
import { commands } from '../../src/commands/index.ts';
import type { Card, Field, Form } from '../../src/platform/card.ts';
import { invocation, type Presser } from '../support/desk.ts';
import { peopleIn, type Scene, scene, states } from '../support/rights/scene.ts';
import { mo, shared } from '../support/village.ts';

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
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 6 })
  .map(all => [planted, ...all].join(''));

const optionsIn = ({ store: _, bot: _bot, statements: _s, asker, ...ids }: Scene) =>
  Object.fromEntries(
    Object.entries({ ...ids, person: asker, role: 'community-keeper', term: 'open', people: 'u-rex' }).filter(
      ([, value]) => typeof value === 'string',
    ),
  ) as Record<string, string>;

const filled = (fields: readonly Field[], words: string) =>
  Object.fromEntries(
    fields.flatMap(field => (field.kind === 'words' ? [[field.name, words.slice(0, field.max ?? 200)]] : [])),
  );

/** Each string of the card that our own words stand in: what somebody wrote is never among them. */
function ourWords(card: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(card, (key, value) => {
    if ((key === 'words' || key === 'markdown') && typeof value === 'string') found.push(value);
    if (key === 'pieces' && Array.isArray(value)) found.push(...value);
    return value;
  });
  return found;
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
  const { body } = draw(card, () => undefined);
  expect(body.allowed_mentions?.parse, `${what}, on Discord`).toEqual([]);
  expect(JSON.stringify(body), `${what}, on Discord`).not.toMatch(
    /(?<!\\)<@123456789012345678>|(?<!\\)@everyone|(?<!\\)@here/,
  );
}

/** Not to be opened in this scene, and why. */
const notHere: Readonly<Record<string, string>> = {
  'cop edit': 'comes in sections, each opened by a button of its own',
  'settings choose': 'comes in sections, each opened by a button of its own',
  'role rename': "asks for a role of the network's own",
  'forum ask': 'asks for a forum',
  'forum answer': 'asks for a forum',
  'meeting write':
    'asks for a meeting that has begun: test/journeys/notes.test.ts writes such words there, on both platforms',
  'meeting redraft': 'has the fields of meeting call',
  'meeting offer': 'asks for a meeting that is still drafted, and for nothing but times',
  'first-conversation ask': 'asks for a conversation that somebody has taken',
  'first-conversation not-yet': 'asks for a CoP that waits for its conversation',
};

const withForms = commands.filter(command => command.form);

it('walks every form, and says of none of its fields more than was written', { timeout: 240_000 }, async () => {
  const opened = new Set<string>();
  const samples = fc.sample(hostile, { numRuns: withForms.length, seed: 15 });
  for (const [n, command] of withForms.entries()) {
    const words = samples[n] ?? planted;
    for (const who of Object.values(peopleIn)) {
      const it_ = await scene(states.open as never);
      const form = await formOf(it_, who, command.name);
      if (form) {
        opened.add(command.name);
        const given = { ...form.does.options, ...filled(form.fields, words) };
        const answer = await it_.invoke(
          invocation(who, form.does.command, { ...optionsIn(it_), ...given } as never, {
            from: 'form',
            message: shared(mo.id, 'm2'),
          }),
        );
        if ('say' in answer) isPlain(answer.say, `${command.name}: ${words}`);
        const again = await it_.invoke(invocation(who, 'home show'));
        if ('say' in again) isPlain(again.say, `Home after ${command.name}: ${words}`);
      }
      await it_.store.close();
      if (form) break;
    }
  }
  const missed = withForms.map(one => one.name).filter(name => !opened.has(name));
  expect(missed.toSorted()).toEqual(Object.keys(notHere).toSorted());
});

async function formOf(it_: Scene, who: Presser, command: string): Promise<Form | undefined> {
  const answer = await it_.form(invocation(who, command, optionsIn(it_), { message: shared(mo.id, 'm2') }));
  return 'show' in answer ? answer.show : undefined;
}
