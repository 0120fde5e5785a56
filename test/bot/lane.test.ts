import { expect, it } from 'vitest';
import { dependants, nextIn, nextOf } from '../../src/bot/outbox/lane.ts';
import { noWishes, wishing } from '../../src/bot/wishes.ts';
import type { Cop } from '../../src/domain/cop.ts';
import type { EffectState, Lane } from '../../src/domain/effect.ts';
import type { EffectId } from '../../src/domain/ids.ts';
import type { StoredEffect } from '../../src/store/effects.ts';

const effect = (
  id: string,
  more: Partial<Record<'state' | 'dueAt' | 'needs' | 'follows' | 'attempts', unknown>> = {},
) => ({ id, state: 'waiting', dueAt: 0, needs: [], follows: [], attempts: 1, ...more }) as unknown as StoredEffect;
type Order = Parameters<ReturnType<typeof wishing>>[1];
const needed = (states: Record<string, EffectState>) =>
  new Map(Object.entries(states)) as unknown as Map<EffectId, EffectState>;
const next = (open: StoredEffect[], states: Record<string, EffectState> = {}, now = 10) => {
  const found = nextIn(open, needed(states), now);
  return found.do === 'wait' ? ['wait', found.until] : [found.do, found.effect.id];
};

it('takes the first', () => expect(next([effect('a'), effect('b')])).toEqual(['perform', 'a']));
it('waits for an empty lane for ever', () => expect(next([])).toEqual(['wait', undefined]));
it('waits until the first is due: order holds', () =>
  expect(next([effect('a', { dueAt: 20 }), effect('b')])).toEqual(['wait', 20]));
it('passes over what was meant for later from the start, and comes back to it', () => {
  const later = effect('a', { dueAt: 20, attempts: 0 });
  expect(next([later, effect('b')])).toEqual(['perform', 'b']);
  expect(next([later])).toEqual(['wait', 20]);
  expect(next([later], {}, 20)).toEqual(['perform', 'a']);
});
it('takes what is meant for at once in its order, whatever another clock says', () => {
  const wishes = noWishes();
  const cop = { id: 'c', networkId: 'n', workspace: 'slack:T' } as unknown as Cop;
  const wish = (now: number) =>
    wishing(wishes, now)('cop:c' as Lane, { cop, wish: { kind: 'describe-space' } } as unknown as Order);
  wish(300_000); // by a process five minutes ahead
  wish(10);
  const [first] = wishes.effects;
  expect(next([...wishes.effects])).toEqual(['perform', first?.id]);
});
it('takes up again what was begun', () => expect(next([effect('a', { state: 'intended' })])).toEqual(['perform', 'a']));
it('passes over what waits for a human', () =>
  expect(next([effect('a', { state: 'parked', dueAt: 99 }), effect('b')])).toEqual(['perform', 'b']));
it('looks again at what waits for a human', () => {
  expect(next([effect('a', { state: 'parked', dueAt: 99 })])).toEqual(['wait', 99]);
  expect(next([effect('a', { state: 'parked', dueAt: 10 })])).toEqual(['perform', 'a']);
});
it('passes over what needs something parked', () =>
  expect(next([effect('a', { needs: ['x'] }), effect('b')], { x: 'parked' })).toEqual(['perform', 'b']));
it('waits for what it needs elsewhere', () =>
  expect(next([effect('a', { needs: ['x'] }), effect('b')], { x: 'waiting' })).toEqual(['wait', undefined]));
it.each(['needs', 'follows'])('passes over what %s something behind it, put there by a clock that is ahead', how => {
  const open = [effect('a', { [how]: ['b'] }), effect('b')];
  expect(next(open, { b: 'waiting' })).toEqual(['perform', 'b']);
  expect(next(open.slice(0, 1), { b: 'done' })).toEqual(['perform', 'a']);
});
it('goes on when what it needs is done', () =>
  expect(next([effect('a', { needs: ['x'] })], { x: 'done' })).toEqual(['perform', 'a']));
it.each(['failed', 'skipped'] as const)('skips what needed something %s', state => {
  expect(next([effect('a', { needs: ['x'] })], { x: state })).toEqual(['skip', 'a']);
});
it.each(['waiting', 'intended'] as const)('waits for what it follows while that is %s', state => {
  expect(next([effect('a', { follows: ['x'] }), effect('b')], { x: state })).toEqual(['wait', undefined]);
});
it.each(['done', 'failed', 'skipped', 'parked'] as const)('goes on after what it follows, though that is %s', state => {
  expect(next([effect('a', { follows: ['x'] })], { x: state })).toEqual(['perform', 'a']);
});

it('finds all that depends on something, however far', () => {
  const batch = [effect('a'), effect('b', { needs: ['a'] }), effect('c'), effect('d', { needs: ['b'] })];
  expect(dependants(['a' as EffectId], batch).map(one => one.id)).toEqual(['b', 'd']);
});

it('finds what comes behind however many that are passed over', async () => {
  const parked = Array.from({ length: 250 }, (_, n) =>
    effect(String(n).padStart(3, '0'), { state: 'parked', dueAt: 99 + n }),
  );
  const reading = (all: StoredEffect[]) => async (most: number, behind: EffectId | undefined) =>
    all.filter(one => behind === undefined || one.id > behind).slice(0, most);
  const none = async () => needed({});
  expect(await nextOf(reading([...parked, effect('a')]), none, 10)).toMatchObject({
    do: 'perform',
    effect: { id: 'a' },
  });
  expect(await nextOf(reading(parked), none, 10)).toEqual({ do: 'wait', until: 99 });
});
