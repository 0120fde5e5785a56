/** A CoP that isn't open, or that somebody isn't in yet, shown as what it is wherever it is listed; and nothing is offered there that would be refused. */
import { afterEach, expect, it } from 'vitest';
import { grow } from '../support/rights/largest.ts';
import { peopleIn, type Scene, scene, states } from '../support/rights/scene.ts';

let it_: Scene;
afterEach(() => it_.store.close());
const when = async (state: string) => {
  it_ = await scene(states[state] as never);
};
const reads = (person: string, command: string, options: Record<string, string> = {}) =>
  it_.presses(peopleIn[person] as never, command, options);

it('its space is being made: the panel says so, and names no channel', async () => {
  await when('starting');
  for (const person of ['its facilitator', 'a member'])
    expect(await reads(person, 'home show')).toContain('Your CoPs\nWound Care: its space is being made\n');
});

it('more waits than is counted: the panel says at least how much', async () => {
  await when('open');
  await grow(it_);
  expect(await reads('its facilitator', 'home show')).toMatch(
    /^This week\nAt least 5\d things are waiting for you; these came first\n/,
  );
});

it('who is on their way in isn’t told that they are in', async () => {
  await when('open');
  const found = await reads('who is let in just now', 'cop find');
  expect(found).toContain('Facilitated by @Amira\nIt is being opened for you.\n');
  expect(found).not.toMatch(/You are in|#cop-1/);
  expect(await reads('a member', 'cop find')).toContain('\nYou are in: #cop-1\nMeets next: ');
});

it.each(['proposed', 'starting', 'not started', 'closed'])(
  '%s: nobody is asked to write a statement that can’t be saved',
  async state => {
    await when(state);
    const says = await reads('its facilitator', 'cop statement', { cop: it_.cop });
    expect(says).toMatch(/no core statement yet/);
    expect(says).not.toContain('[Write it]');
    await it_.store.close();
    await when('open');
    expect(await reads('its facilitator', 'cop statement', { cop: it_.cop })).toContain('[Write it]');
  },
);

it.each(['proposed', 'starting', 'not started', 'closed'])('%s: nobody is told to ask in', async state => {
  await when(state);
  const says = await reads('a stranger', 'role show', { cop: it_.cop });
  expect(says).toMatch(/^Only the members of Wound Care can do this\.$/);
});

it('that it is to be closed is shown to the Support Team as well', async () => {
  await when('closing');
  expect(await reads('the Support Team', 'network show')).toMatch(
    /Wound Care \(5 people\): young, started .*, to be closed on 2026-03-10\n/,
  );
});
