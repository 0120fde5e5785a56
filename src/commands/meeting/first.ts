import type { Later } from '../../domain/clock.ts';
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as clocks from '../../store/clocks.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as meetings from '../../store/meetings.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

const hourMs = 3600_000;
const weekMs = 7 * 24 * hourMs;

const clockOf = ({ id }: Cop) =>
  ({
    about: { kind: 'cop', id },
    step: 'first-meeting',
    does: { command: 'meeting first', options: { cop: id } },
    minding: 'workspace',
  }) as const;

/** From when somebody who came in was welcomed: they may be the third. */
export const offersFirstMeeting = (cop: Cop): Later => ({ ...clockOf(cop), after: hourMs });

/** Once in a CoP's life, to each who facilitates it, as soon as somebody does; not where they have met already, or are about to. */
export const firstMeeting = consequence({
  name: 'meeting first',
  summary: 'Offer those who facilitate a CoP to call its first meeting',
  about: 'cop',

  async run({ tx, subject: { cop }, now, after }) {
    if (cop.state !== 'open') return;
    const facilitators = await facilitating.ofCop(tx, cop.networkId, cop.id, cop.workspace);
    if (facilitators.length === 0) return clocks.set(tx, cop, { ...clockOf(cop), dueAt: now + weekMs });
    if (!(await meetings.offerFirst(tx, cop, now))) return;
    for (const { id } of facilitators)
      after(lane.person(id), post(cop, 'first-meeting', id, { kind: 'cop', id: cop.id }));
  },
});
