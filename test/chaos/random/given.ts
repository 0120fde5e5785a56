/** What somebody fills in who doesn't mind: what fits, what doesn't quite, and nothing. */
import type { FormValue, SeenField } from '../../../playground/driver.ts';
import type { Chance } from '../seeded.ts';

export const names = ['Amira Haddad', 'Ben Okafor', 'Carla Moreno', 'Dev Patel', 'Joan Mills', 'Kofi Mensah'] as const;
export const lines = [
  'A good read https://example.org/a',
  'See https://example.org/b and https://example.org/c',
  'hello all',
  'Our protocol',
  'what about dressings?',
];
const words = [
  ...lines,
  ...['wound', 'Wound Care', 'Physics', 'Night Shifts', 'Ben', 'learning', 'protocol', 'Support', 'Start-up guide'],
  ...['general', '3 weeks', 'tomorrow 14:00', 'next friday', '*bold* <@U1> @everyone', 'ü 🎉', 'x'.repeat(300), ''],
];

/** Nothing, where there is none. */
export const oneOf = <T>(chance: Chance, all: readonly T[]): T => all[chance.below(all.length)] as T;
export const wordsOf = (chance: Chance): string => oneOf(chance, words);
export const fileOf = (chance: Chance) => ({
  name: oneOf(chance, ['a.pdf', 'b.png', 'c.txt']),
  type: oneOf(chance, ['application/pdf', 'image/png', 'text/plain']),
  body: new Uint8Array(10 + chance.below(100)),
});

const hourMs = 3600_000;
/** Within some weeks, mostly to come. */
const timeOf = (chance: Chance, now: number): string =>
  new Date(now + (chance.next() < 0.9 ? 1 : -1) * chance.below(40 * 24) * hourMs).toISOString().slice(0, 16);

const places = ['general', 'announcements', 'support'];
const isOfTime = /^(When|Wann|Until|Bis|Date|Datum)/;

type Given = (field: SeenField, chance: Chance, now: number) => FormValue | undefined;
const written: Given = ({ label, required, maxLength = 3000 }, chance, now) => {
  const said = isOfTime.test(label) ? timeOf(chance, now).replace('T', ' ') : wordsOf(chance);
  return (said || (required ? 'something' : '')).slice(0, maxLength);
};
const given: Readonly<Record<SeenField['kind'], Given>> = {
  words: written,
  'long-words': written,
  choice: ({ options = [] }, chance) => (options.length > 0 ? oneOf(chance, options) : undefined),
  choices: ({ options = [] }, chance) => options.filter(() => chance.next() < 0.5),
  people: ({ several }, chance) => (several ? names.filter(() => chance.next() < 0.4) : oneOf(chance, names)),
  channel: (_, chance) => oneOf(chance, places),
  date: (_, chance, now) => timeOf(chance, now).slice(0, 10),
  moment: (_, chance, now) => `${timeOf(chance, now)}Z`,
  file: (_, chance) => fileOf(chance),
};

export function filledIn(fields: readonly SeenField[], chance: Chance, now: number): Record<string, FormValue> {
  const left = fields.filter(one => (one.required && !one.value) || chance.next() < 0.7);
  return Object.fromEntries(
    left.flatMap(field => {
      const value = given[field.kind](field, chance, now);
      return value === undefined ? [] : [[field.label, value]];
    }),
  );
}
