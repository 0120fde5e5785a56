import type { Later } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, PersonId } from '../../domain/ids.ts';
import { settlesAfterMs } from '../../domain/newcomer.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import { consequence } from '../command.ts';
import { aWeekMs, mayBePutBack } from '../difference/may-be-put-back.ts';
import { post } from '../effects.ts';

const clockOf = (cop: CopId, person: PersonId) =>
  ({
    about: { kind: 'cop', id: cop },
    step: `settles-in ${person}`,
    does: { command: 'newcomer settles-in', options: { cop, person } },
    minding: person,
  }) as const;

/** From when they have read that they are in. */
export const settlesIn = ({ id }: Cop, person: PersonId): Later => ({ ...clockOf(id, person), after: settlesAfterMs });

/** The same, of who came in at that time and may have read so. */
export const settlesFrom = (tx: Tx, cop: Cop, person: PersonId, since: number): Promise<void> =>
  clocks.set(tx, cop, { ...clockOf(cop.id, person), dueAt: since + settlesAfterMs });

/** Who has left, or looks after it by now, is asked nothing; who left and came back, two weeks after that. */
export const newcomerSettlesIn = consequence({
  name: 'newcomer settles-in',
  summary: 'Somebody has been in a CoP for two weeks',
  about: 'cop',

  async run({ tx, subject: { cop }, options, now, after }) {
    const person = options.person;
    const they = await memberships.of(tx, cop.networkId, cop.id, person);
    if (cop.state === 'open' && they?.state === 'left' && (await mayBePutBack(tx, cop, person)))
      return clocks.set(tx, cop, { ...clockOf(cop.id, person), dueAt: now + aWeekMs });
    if (cop.state !== 'open' || they?.state !== 'member' || they.role === 'facilitator') return;
    const dueAt = they.since + settlesAfterMs;
    if (dueAt > now) return clocks.set(tx, cop, { ...clockOf(cop.id, person), dueAt });
    after(lane.person(person), post(cop, 'settled-in', person, { kind: 'cop', id: cop.id }));
  },
});
