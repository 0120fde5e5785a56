/** Known limits are kept, whoever asks when; and where somebody was told to wait, nobody asks. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attempting } from '../../src/platform/attempt.ts';
import { monotonic, pacing } from '../../src/platform/pace.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import { retryAfterMs } from '../../src/platform/retry-after.ts';

const limit = { most: 5, within: 60_000 };
const asking = [{ name: 'pins.add', limit }];

function paced() {
  let now = 0;
  const pace = pacing({
    now: () => now,
    sleep: async ms => {
      now += ms;
    },
  });
  /** When it was its turn, in milliseconds; what it is told where it isn't. */
  const turn = (key: string, what = asking): Promise<{ at: number } | { wait: number }> =>
    attempting(key, () => pace.turn(what)).then(
      () => ({ at: now }),
      (error: PlatformError) => ({ wait: error.retryAfterMs ?? 0 }),
    );
  return { pace, turn, passes: (ms: number) => (now += ms), now: () => now };
}

it('never lets more through than the limit, and everybody in the end, in the order in which they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 40 }), async gaps => {
      const { turn, now, passes } = paced();
      const due = new Map<number, number>();
      let [begun, asked] = [0, 0];
      for (const [n, gap] of gaps.entries()) {
        begun += gap;
        due.set(n, begun);
      }
      const passed: number[] = [];
      const at = new Map<number, number>();
      while (due.size > 0) {
        const [n, when] = [...due].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0] as [number, number];
        passes(Math.max(0, when - now()));
        const told = await turn(`${n}`);
        asked += 1;
        if ('wait' in told) due.set(n, now() + told.wait);
        else {
          due.delete(n);
          passed.push(told.at);
          at.set(n, told.at);
        }
      }
      for (const [n, one] of passed.entries())
        if (n >= limit.most) expect(one - (passed[n - limit.most] as number)).toBeGreaterThan(limit.within);
      for (let n = 1; n < gaps.length; n++) expect(at.get(n)).toBeGreaterThan((at.get(n - 1) as number) - 1000);
      expect(asked).toBeLessThanOrEqual(2 * gaps.length);
      expect(now()).toBeLessThanOrEqual(begun + Math.ceil(gaps.length / limit.most) * limit.within * 1.05);
    }),
    { numRuns: 200 },
  );
});

it('waits a moment in place, and longer nowhere', async () => {
  const { turn, passes } = paced();
  for (let n = 0; n < 5; n++) expect(await turn(`${n}`)).toEqual({ at: 0 });
  passes(60_500);
  expect(await turn('soon')).toEqual({ at: 61_200 });
});

it('asks nothing that the platform said to wait with; then one after the other, the newest last', async () => {
  const { pace, turn, passes } = paced();
  pace.hold({ name: 'pins.add', limit }, 30_000);
  expect(await turn('a')).toEqual({ wait: 30_000 });
  expect(await turn('b')).toEqual({ wait: 31_200 });
  expect(await turn('other', [{ name: 'chat.update', limit }])).toEqual({ at: 0 });
  passes(30_000);
  expect(await turn('c')).toEqual({ wait: 2400 });
  expect(await turn('a')).toEqual({ at: 30_000 });
});

it('never lets somebody who waits at this moment stand in line, and has kept a part for them', async () => {
  const { pace, turn } = paced();
  const shared = [{ name: 'views.update', limit: { ...limit, reserve: 2 } }];
  for (let n = 0; n < 3; n++) expect(await turn(`${n}`, shared)).toEqual({ at: 0 });
  expect(await turn('more', shared)).toMatchObject({ wait: expect.any(Number) });
  for (let n = 0; n < 4; n++) await pace.turn(shared);
  pace.hold({ name: 'views.update' }, 5000);
  await expect(pace.turn(shared)).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 5000 });
});

it('asks no more than is promised for what can be done without, even while somebody waits', async () => {
  const { pace, passes } = paced();
  const asked = [{ name: 'users.info', limit: { ...limit, reserve: 2, dispensable: true as const } }];
  for (let n = 0; n < limit.most; n++) await pace.turn(asked);
  await expect(pace.turn(asked)).rejects.toMatchObject({ kind: 'rate-limited', code: 'paced' });
  passes(limit.within * 1.03);
  await pace.turn(asked);
});

it('knows of an attempt whether an earlier call took effect', async () => {
  const { tookEffect } = await import('../../src/platform/attempt.ts');
  const refused = async () => {
    throw new PlatformError('rate-limited', '429', { retryAfterMs: 7 });
  };
  await expect(attempting('a', refused)).rejects.toMatchObject({ begun: false });
  await expect(
    attempting('a', async () => {
      await attempting('a', async () => tookEffect());
      return refused();
    }),
  ).rejects.toMatchObject({ kind: 'rate-limited', begun: true, retryAfterMs: 7 });
});

it.each([
  ['30', 30_000],
  [0.3, 300],
  ['0', 250],
  ['-5', 250],
  ['86400', 3_600_000],
  ['Tue, 03 Mar 2026 09:00:20 GMT', 20_000],
  ['Tue, 03 Mar 2026 08:00:00 GMT', 250],
  ['soon', 2000],
  ['', 2000],
  [null, 2000],
])('takes a Retry-After of %s for %d ms', (told, ms) => {
  expect(retryAfterMs(told, Date.UTC(2026, 2, 3, 9))).toBe(ms);
});

it('is never early, by as little as a timer may be', async () => {
  const slept = Array.from({ length: 200 }, async (_, n) => {
    const begun = monotonic.now();
    await monotonic.sleep(2 + n / 20);
    return monotonic.now() - begun - (2 + n / 20);
  });
  expect(Math.min(...(await Promise.all(slept)))).toBeGreaterThanOrEqual(0);
});
