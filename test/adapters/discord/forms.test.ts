import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ofItsOwn, readCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { filledIn, toModal } from '../../../src/adapters/discord/forms.ts';
import { type Field, type Form, text } from '../../../src/platform/card.ts';
import { encodeInvoke } from '../../../src/platform/invoke.ts';

const name: Field = {
  kind: 'words',
  name: 'name',
  label: 'Name',
  hint: 'Short',
  required: true,
  max: 60,
  value: 'Wound Care',
};
const statement: Field = {
  kind: 'words',
  name: 'statement',
  label: 'Statement',
  long: true,
  max: 9000,
  error: 'Too long',
};
const facilitator: Field = {
  kind: 'people',
  name: 'facilitator',
  label: 'Facilitator',
  most: 1,
  value: ['300000000000000001'],
};
const how: Field = {
  kind: 'choice',
  name: 'how',
  label: 'How',
  choices: [
    { value: 'phone', label: 'By phone' },
    { value: 'not-now', label: 'Not now' },
  ],
  value: 'not-now',
};
const form: Form = {
  title: 'Start a CoP',
  intro: text`About **${'a_b'}**.`,
  fields: [name, statement, facilitator, how],
  submit: 'Start it',
  does: { command: 'cop start', options: {} },
};

it('is a modal of labels', () => {
  expect(toModal(form, 'cop start')).toEqual({
    custom_id: 'cop start',
    title: 'Start a CoP',
    components: [
      { type: 10, content: 'About **a\\_b**.' },
      {
        type: 18,
        label: 'Name',
        description: 'Short',
        component: { type: 4, custom_id: 'name', style: 1, required: true, max_length: 60, value: 'Wound Care' },
      },
      {
        type: 18,
        label: 'Statement',
        description: 'Too long',
        component: { type: 4, custom_id: 'statement', style: 2, required: false, max_length: 4000 },
      },
      {
        type: 18,
        label: 'Facilitator',
        component: {
          type: 5,
          custom_id: 'facilitator',
          required: false,
          min_values: 0,
          max_values: 1,
          default_values: [{ id: '300000000000000001', type: 'user' }],
        },
      },
      {
        type: 18,
        label: 'How',
        component: {
          type: 3,
          custom_id: 'how',
          required: false,
          min_values: 0,
          max_values: 1,
          options: [
            { value: 'phone', label: 'By phone' },
            { value: 'not-now', label: 'Not now', default: true },
          ],
        },
      },
    ],
  });
});

it('drops the words at its top where five fields need the room', () => {
  const five = toModal({ ...form, fields: [name, statement, facilitator, how, { ...name, name: 'other' }] }, 'x');
  expect(five.components.map(one => one.type)).toEqual([18, 18, 18, 18, 18]);
});

it('is read back by the names of its fields', () => {
  const label = (component: object) => ({ type: ComponentType.Label, id: 1, component });
  expect(
    filledIn({
      custom_id: 'cop start',
      components: [
        { type: ComponentType.TextDisplay, id: 2 },
        label({ type: 4, id: 3, custom_id: 'name', value: 'Wound Care' }),
        label({ type: 5, id: 4, custom_id: 'facilitator', values: ['1', '2'] }),
        label({ type: 3, id: 5, custom_id: 'how', values: [] }),
      ] as never,
    }),
  ).toEqual({ name: 'Wound Care', facilitator: '1,2', how: '' });
});

it('asks for a channel of the server, prefilled', () => {
  const where: Field = { kind: 'channel', name: 'where', label: 'Where', value: '400000000000000001' };
  const [label] = toModal({ ...form, intro: [], fields: [where] }, 'x').components;
  expect(label).toEqual({
    type: 18,
    label: 'Where',
    component: {
      type: 8,
      custom_id: 'where',
      required: false,
      channel_types: [0, 5],
      min_values: 0,
      max_values: 1,
      default_values: [{ id: '400000000000000001', type: 'channel' }],
    },
  });
});

it('has a box for what is ticked, and reads it back', () => {
  const tick: Field = { kind: 'tick', name: 'hello', label: 'When', words: 'Members may', value: 'yes' };
  const [label] = toModal({ ...form, intro: [], fields: [tick] }, 'x').components;
  const box = { custom_id: 'hello', required: false, min_values: 0, max_values: 1 };
  expect(label).toEqual({
    type: 18,
    label: 'When',
    component: { type: 22, ...box, options: [{ value: 'yes', label: 'Members may', default: true }] },
  });
  const given = {
    type: ComponentType.Label,
    id: 1,
    component: { type: 22, id: 2, custom_id: 'hello', values: ['yes'] },
  };
  expect(filledIn({ custom_id: 'x', components: [given] as never })).toEqual({ hello: 'yes' });
});

it('reads a field that comes back in a row, as before there were labels', () => {
  const row = {
    type: ComponentType.ActionRow,
    id: 1,
    components: [{ type: 4, id: 2, custom_id: 'name', value: 'Wounds' }],
  };
  expect(filledIn({ custom_id: 'x', components: [row] as never })).toEqual({ name: 'Wounds' });
});

describe('an intro', () => {
  const fields = (n: number) =>
    Array.from(
      { length: n },
      (_, i) => ({ kind: 'words', name: `f${i}`, label: `F${i}`, max: 9, hint: 'Short' }) as const,
    );
  const modal = (n: number, intro: string) =>
    toModal({ ...form, intro: text`${intro}`, fields: fields(n) as never }, 'x').components as never as {
      content?: string;
      description?: string;
    }[];

  it('stands above the fields, or, where five leave no room, at the first of them', () => {
    expect(modal(4, 'Why this is asked.')[0]).toMatchObject({ content: 'Why this is asked.' });
    expect(modal(5, 'Why this is asked.')).toHaveLength(5);
    expect(modal(5, 'Why this is asked.')[0]).toMatchObject({ description: 'Why this is asked. Short' });
    expect(modal(5, 'Why this is asked.')[1]).toMatchObject({ description: 'Short' });
    expect(modal(5, `Why this is asked. W${'w'.repeat(90)}.`)[0]).toMatchObject({
      description: 'Why this is asked. Short',
    }); // whole sentences
    expect(modal(5, 'w'.repeat(98))[0]?.description).toBe('w'.repeat(98));
    expect(modal(5, 'w'.repeat(300))[0]?.description).toHaveLength(100);
  });

  it('gives way to what is wrong with the first', () => {
    const [first, ...others] = fields(5);
    const wrong = [{ ...first, error: 'Give it a name' }, ...others] as never;
    expect(toModal({ ...form, intro: text`Why`, fields: wrong }, 'x').components[0]).toMatchObject({
      description: 'Give it a name',
    });
  });
});

it.each([0, 1, 2, 12])('has an id of its own by what stands in it, with room for %i characters', room => {
  const command = 'thing do';
  const does = { command, options: { of: 'x'.repeat(100 - `${command}?of=`.length - room) } };
  const id = (value: string) =>
    ofItsOwn(toModal({ ...form, fields: [{ ...name, value }] }, encodeInvoke(does))).custom_id;
  expect([readCustomId(id('One')), readCustomId(id('Two'))]).toEqual([does, does]);
  expect(id('One').length).toBeLessThanOrEqual(100);
  expect(id('One')).toBe(id('One'));
  expect(id('One') === id('Two')).toBe(room < 2);
});
