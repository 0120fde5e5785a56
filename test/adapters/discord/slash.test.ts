import { expect, it } from 'vitest';
import { sameCommands } from '../../../src/adapters/discord/registering.ts';
import { toApplicationCommands, toDirectCommands } from '../../../src/adapters/discord/slash.ts';
import { typedIn } from '../../../src/adapters/discord/typed.ts';
import { commands } from '../../../src/commands/index.ts';
import type { CommandSpec } from '../../../src/platform/chat-platform.ts';

const spec = (name: string, more: Partial<CommandSpec>): CommandSpec => ({
  name,
  summary: `To ${name}`,
  options: {},
  answers: 'privately',
  asks: false,
  ...more,
});
const specs = [
  spec('cop start', { slash: 'startcop', asks: true }),
  spec('cop find', { slash: 'cop find', options: { words: { kind: 'words', summary: 'Words' } } }),
  spec('document find', {
    slash: 'cop docs find',
    options: {
      words: { kind: 'words', summary: 'Words' },
      cop: { kind: 'cop', summary: 'Which', required: true, suggests: true },
      who: { kind: 'people', summary: 'Whose' },
      message: { kind: 'message', summary: 'Never typed' },
    },
  }),
  spec('document save', { shortcut: 'Save to the library' }),
  spec('join-request approve', {}),
];

const told = [
  { type: 1, name: 'startcop', description: 'To cop start', options: [] },
  {
    type: 1,
    name: 'cop',
    description: 'find, docs',
    options: [
      {
        type: 1,
        name: 'find',
        description: 'To cop find',
        options: [{ type: 3, name: 'words', description: 'Words', required: false }],
      },
      {
        type: 2,
        name: 'docs',
        description: 'find',
        options: [
          {
            type: 1,
            name: 'find',
            description: 'To document find',
            options: [
              { type: 3, name: 'cop', description: 'Which', required: true, autocomplete: true },
              { type: 3, name: 'words', description: 'Words', required: false },
              { type: 6, name: 'who', description: 'Whose', required: false },
            ],
          },
        ],
      },
    ],
  },
  { type: 3, name: 'Save to the library' },
];

it('one command per first word; the further words are groups and subcommands', () => {
  expect(toApplicationCommands(specs)).toEqual(told);
});

it('keeps room for five more below /cop', () => {
  const all = commands.map(({ name, slash, summary }) => spec(name, { summary, ...(slash && { slash }) }));
  const cop = toApplicationCommands(all).find(one => one.name === 'cop');
  const below = cop && 'options' in cop ? (cop.options ?? []) : [];
  expect(below.length).toBeGreaterThan(10);
  expect(below.length).toBeLessThanOrEqual(25 - 5);
  for (const group of below) if (group.type === 2) expect(group.options?.length).toBeLessThanOrEqual(25);
});

it('knows its commands again as Discord gives them back', () => {
  const [start, cop, save] = structuredClone(told) as [object, object, object];
  const theirs = [
    save,
    { ...cop, id: '1', version: '2', contexts: null, nsfw: false },
    { ...start, options: undefined },
  ];
  expect(sameCommands(toApplicationCommands(specs), theirs as never)).toBe(true);
  expect(sameCommands(toApplicationCommands(specs), theirs.slice(1) as never)).toBe(false);
  expect(
    sameCommands(
      toApplicationCommands([spec('cop start', { slash: 'startcop', summary: 'New' }), ...specs.slice(1)]),
      theirs as never,
    ),
  ).toBe(false);
});

it('tells them anew where other channels can be chosen', () => {
  const share = spec('cop share', { slash: 'cop share', options: { channel: { kind: 'channel', summary: 'Where' } } });
  const ours = toApplicationCommands([share]);
  const as = (channel_types: unknown) => {
    const [cop] = structuredClone(ours) as unknown as [{ options: [{ options: [{ channel_types: unknown }] }] }];
    cop.options[0].options[0].channel_types = channel_types;
    return [cop] as never;
  };
  expect(sameCommands(ours, as([5, 0]))).toBe(true);
  expect(sameCommands(ours, as([0]))).toBe(false);
  expect(sameCommands(ours, as(undefined))).toBe(false);
});

it('reads back what was typed', () => {
  const options = [
    { type: 3, name: 'cop', value: 'wou', focused: true },
    { type: 6, name: 'who', value: '3' },
  ];
  const find = { type: 1, name: 'find', options };
  expect(typedIn({ name: 'cop', options: [{ type: 2, name: 'docs', options: [find] }] } as never)).toEqual({
    slash: 'cop docs find',
    options: { cop: 'wou', who: '3' },
    focused: { option: 'cop', typed: 'wou' },
  });
  expect(typedIn({ name: 'startcop' })).toEqual({ slash: 'startcop', options: {} });
});

it('lets a channel be chosen by name', () => {
  const share = spec('cop share', {
    slash: 'cop share',
    options: { channel: { kind: 'channel', summary: 'Where' } },
  });
  expect(toApplicationCommands([share])).toMatchObject([
    { name: 'cop', options: [{ name: 'share', options: [{ type: 7, name: 'channel', channel_types: [0, 5] }] }] },
  ]);
});

it('tells direct messages what can be done there: nobody and no channel is to be chosen', () => {
  const invite = spec('cop invite', {
    slash: 'cop invite',
    options: { people: { kind: 'people', summary: 'Whom' } },
    asks: true,
    asksUnless: 'people',
  });
  const everywhere = { contexts: [1], integration_types: [0] };
  expect(toDirectCommands([...specs, invite])).toMatchObject([
    { name: 'startcop', ...everywhere },
    {
      name: 'cop',
      ...everywhere,
      options: [{ name: 'find' }, { name: 'docs', options: [{ options: [{ name: 'cop' }, { name: 'words' }] }] }],
    },
  ]);
});

it('tells them anew where Discord has them for more than direct messages', () => {
  const ours = toDirectCommands(specs);
  const theirs = ours.map((one, n) => ({ ...one, id: `${n}`, version: '2' }));
  expect(sameCommands(ours, theirs as never, true)).toBe(true);
  expect(sameCommands(ours, theirs.map(one => ({ ...one, contexts: [0, 1] })) as never, true)).toBe(false);
});
