/** Into the channel of the Support Team goes what is declared so, wrong on purpose: `npm run check` fails if the compiler lets one of them through. Nothing here is run. */
import { post, postToSupport } from '../../src/commands/effects.ts';
import type { Cop } from '../../src/domain/cop.ts';

declare const cop: Cop;
const about = { kind: 'cop', id: cop.id } as const;

export const toTheTeam = [
  postToSupport(cop, 'cop-goes', about),
  // @ts-expect-error: nobody says whether it asks them for anything
  postToSupport(cop, 'cop-reopened', about),
  // @ts-expect-error: past that
  post(cop, 'cop-reopened', 'support', about),
];
