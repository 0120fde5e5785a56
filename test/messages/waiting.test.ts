/** What the Support Team can do for whoever waits is what there is to do. */
import { expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import type { JoinRequest } from '../../src/domain/join-request.ts';
import { type JoinRequestView, waitingCard } from '../../src/messages/join-request.ts';
import { wordsOf } from '../support/words.ts';

const cop = { name: 'Wound Care', workspace: 'slack:T1', unattendedSince: 1 } as unknown as Cop;
const view = {
  cop,
  request: { state: 'pending', createdAt: 1 } as JoinRequest,
  applicant: { name: 'Carla' },
  decider: undefined,
} as unknown as JoinRequestView;
const nobody = { facilitators: [], reminded: [], unreached: true };

it.each([
  ['members are in it, they may find somebody', false, /Could you find somebody with its members\?/, /Look after/],
  [
    'nobody is in it, one of them may look after it',
    true,
    /nobody is in it.*Look after it for now/,
    /with its members/,
  ],
] as const)('where %s', (_what, isEmpty, says, never) => {
  const words = wordsOf(waitingCard(view, { ...nobody, isEmpty }));
  expect(words).toMatch(says);
  expect(words).not.toMatch(never);
});
