/** Nothing that people change by hand stands in the docs without a row that is walked, nor is walked without standing there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { cardRows } from './rows/cards.ts';
import { chosen } from './rows/chosen.ts';
import { closed } from './rows/closed.ts';
import { people } from './rows/people.ts';
import { spaces } from './rows/spaces.ts';

/** The bot's own way in: walked by own-way.test.ts and returned.test.ts. */
const ownWay = [
  'the bot is put out of a space',
  'a scope or permission is taken away',
  'its token is renewed, or not taken for a while',
  'the bot is taken out of the server or workspace',
];

/** Discord alone has them: walked by threads.test.ts. */
const threads = ['a thread with documents in it is deleted'];

/** A CoP that nobody looks after: walked by stand-in.test.ts. */
const standIns = [
  'a member offers to look after it',
  'nobody is in a CoP any more, and nobody looks after it',
  'the last facilitator is out, whatever the way',
  'who offered leaves, the CoP is closed, or who facilitated it is back first',
];

it('every row of the table in docs/operating.md is walked, and every row that is walked stands there', () => {
  const docs = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');
  const table = docs.slice(docs.indexOf('| what changed | what the bot does |')).split('\n\n')[0] ?? '';
  const told = table
    .split('\n')
    .slice(2)
    .map(line => line.split(' | ')[0]?.replace(/^\| /, ''));
  expect(told.sort()).toEqual(
    [
      ...[...spaces, ...people, ...closed, ...chosen, ...cardRows].map(row => row.what),
      ...ownWay,
      ...threads,
      ...standIns,
    ].sort(),
  );
});
