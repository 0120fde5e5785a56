/** How a CoP stands, as whoever takes its records along reads it, and whoever runs the bot. */
import { afterEach, expect, it } from 'vitest';
import type { CopId } from '../../src/domain/ids.ts';
import { everyCop } from '../../src/store/cops-told.ts';
import { recordsOf } from '../../src/store/records-of.ts';
import { type Scene, scene, states } from '../support/rights/scene.ts';

let it_: Scene;
afterEach(() => it_.store.close());

it.each([
  ['open', 'open'],
  ['proposed', 'proposed'],
  ['starting', 'starting'],
  ['not started', 'not-started'],
  ['resting', 'resting'],
  ['closing', 'closing'],
  ['closed', 'closed'],
  ['without facilitator', 'open'],
] as const)('one that is %s', async (state, told) => {
  it_ = await scene(states[state] as NonNullable<(typeof states)[string]>);
  const all = await everyCop(it_.store.db);
  const one = all.find(({ id }) => id === it_.cop);
  expect(one).toMatchObject({ name: 'Wound Care', state: told, closed: state === 'closed' });
  const { cop } = await recordsOf(it_.store.db, one?.networkId as never, it_.cop as CopId, undefined);
  expect(cop).toMatchObject([{ name: 'Wound Care', state: told }]);
});
