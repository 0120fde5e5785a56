import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';

/** The Support Team's cards say how a CoP stands, what it is called and what it is about: whatever of that changes, they say it. */
export function retellSupport({ after }: Pick<Scope<unknown>, 'after'>, cop: Cop): void {
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'cop-started', { kind: 'cop', id: cop.id }));
}
