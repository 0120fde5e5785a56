import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Desk, desk, invocation } from '../support/desk.ts';
import { amira, village } from '../support/village.ts';

let it_: Desk;
beforeEach(async () => {
  it_ = await desk();
});
afterEach(() => it_.store.close());

const asks = (name?: string) => it_.presses(amira, 'guide show', name === undefined ? {} : { name });

describe('a guide', () => {
  it.each([
    ['start-up', /^Start-up guide\n/],
    ['Startup', /^Start-up guide\n/],
    ['the start-up guide', /^Start-up guide\n/],
    ['Dialogue Interviews guide', /^Dialogue Interviews guide\n/],
    ['interview', /^Dialogue Interviews guide\n/],
    ['CIRCLE', /The Virtuous Circle of a CoP\n/],
    ['step by step', /^The Facilitator's step-by-step guide\n/],
    ['facilitator', /^The Facilitator's step-by-step guide\n/],
  ])('comes back when somebody types %s', async (typed, words) => {
    expect(await asks(typed)).toMatch(words);
  });

  it('of the Virtuous Circle comes with its picture', async () => {
    const answer = await it_.invoke(invocation(amira, 'guide show', { name: 'circle' }));
    expect('say' in answer && answer.say.body.map(block => block.kind)).toEqual(['picture', 'guide']);
  });

  it.each([undefined, '', '  '])('is chosen from a list where none is named (%j)', async typed => {
    const words = await asks(typed);
    expect(words).toMatch(/^The guides\nWhich one would you like\?/);
    expect(words.match(/\[Read it\]/g)).toHaveLength(4);
  });

  it.each(['knitting', 'guide', 's', '@everyone', '💡'])(
    'that is not there (%s) is answered with those that are',
    async typed => {
      const words = await asks(typed);
      expect(words).toContain(`There's no guide called “${typed}”`);
      expect(words.match(/\[Read it\]/g)).toHaveLength(4);
    },
  );

  it('is offered while it is typed', async () => {
    const offered = async (typed: string) =>
      (await it_.suggest(invocation(amira, 'guide show'), 'name', typed)).map(({ value }) => value);
    expect(await offered('')).toEqual(['start-up', 'dialogue-interviews', 'virtuous-circle', 'step-by-step']);
    expect(await offered('virt')).toEqual(['virtuous-circle']);
  });

  it('leaves no trace', async () => {
    await asks('circle');
    expect(await it_.store.db.selectFrom('audit').selectAll().execute()).toEqual([]);
  });
});

it('comes back by a button in a direct message, which tells of no server, for those who are known there', async () => {
  const { presses, cop, store } = await village();
  const options = { name: 'interviews', cop };
  expect(await presses({ id: amira.id, name: 'Amira' }, 'guide show', options)).toMatch(/^Dialogue Interviews/);
  expect(await presses({ id: 'u-nobody', name: 'Nobody' }, 'guide show', options)).toMatch(/isn't open to you/);
  expect(await presses({ id: amira.id, name: 'Amira' }, 'guide show', { name: 'interviews' })).toMatch(
    /see which server of yours/,
  );
  await store.close();
});
