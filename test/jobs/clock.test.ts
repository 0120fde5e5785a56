import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/jobs/clock.ts';

const day = 86_400_000;
const called = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  called.mockReset();
});
afterEach(() => vi.useRealTimers());

it('calls once, and not before it is time, however far off that is', () => {
  systemClock.at(Date.now() + 90 * day, called);
  vi.advanceTimersByTime(90 * day - 1);
  expect(called).not.toHaveBeenCalled();
  vi.advanceTimersByTime(90 * day);
  expect(called).toHaveBeenCalledTimes(1);
});

it('can be called off at any time', () => {
  const callOff = systemClock.at(Date.now() + 90 * day, called);
  vi.advanceTimersByTime(60 * day);
  callOff();
  vi.advanceTimersByTime(90 * day);
  expect(called).not.toHaveBeenCalled();
});

it('measures what it waits: a clock that is set back holds nothing up', () => {
  systemClock.at(Date.now() + 30_000, called);
  vi.setSystemTime(Date.now() - day);
  vi.advanceTimersByTime(30_000);
  expect(called).toHaveBeenCalledTimes(1);
});
