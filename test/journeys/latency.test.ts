/** How deep the calls depend on each other that people wait for: each answer is held until nothing goes on without it. */
import { afterEach, expect, it } from 'vitest';
import { latencyOf } from '../../bench/latency-of.ts';
import { lastRound, roundOf } from '../../bench/round-trips.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it.each([
  [
    'slack',
    { form: /^views.open/, admits: /^conversations.invite/, ready: 4, again: 4, settled: 5, reads: /^never/, pin: 1 },
  ],
  [
    'discord',
    {
      form: /^POST .interactions/,
      admits: /^PUT .*permissions/,
      ready: 7,
      again: 6,
      settled: 8,
      reads: /^GET/,
      pin: 2,
    },
  ],
] as const)('on %s, nobody waits for more than has to be in order', { timeout: 60_000 }, async (platform, most) => {
  it_ = await stage(platform);
  const { form, start, again, approve, ask, pin, find } = await latencyOf(it_.playground, it_.store);
  expect(roundOf(form, most.form)).toBe(1);
  const welcomed = (calls: typeof start) => roundOf(calls, /chat.postMessage|messages$/, /Welcome to/);
  expect(welcomed(start)).toBeLessThanOrEqual(most.ready);
  expect(welcomed(again)).toBeLessThanOrEqual(most.again);
  expect(lastRound(start)).toBeLessThanOrEqual(most.settled);
  expect(roundOf(start, /views.update|PATCH .webhooks/, /Your space is ready/)).toBeLessThanOrEqual(most.settled);
  const linked = roundOf(start, /views.update|PATCH .webhooks/, /Open the space/);
  expect(linked).toBeLessThanOrEqual(3);
  const lines = /^(pins.add|PUT .*pins|POST .*threads|conversations.set|conversations.invite)/;
  const before = start.filter(call => lines.test(call.name) && call.round <= (welcomed(start) ?? 0));
  expect(before.every(call => call.round < (welcomed(start) ?? 0))).toBe(true);
  expect(roundOf(approve, most.admits)).toBeLessThanOrEqual(2);
  expect(lastRound(ask)).toBeLessThanOrEqual(1);
  expect(lastRound(pin.filter(call => most.reads.test(call.name)))).toBeLessThanOrEqual(1); // then it is in the library
  expect(lastRound(pin)).toBeLessThanOrEqual(most.pin); // and on Discord whoever pinned it is told, directly
  expect(lastRound(find)).toBeLessThanOrEqual(1);
});
