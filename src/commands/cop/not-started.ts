import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as cops from '../../store/cops.ts';
import * as nominations from '../../store/nominations.ts';
import * as onTheWayIn from '../../store/on-the-way-in.ts';
import { consequence, type Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { retellSupport } from '../first-conversation/retell.ts';

/** What was to be in a space that nobody has made: nobody is asked to facilitate it, nor on the way in, and the Support Team reads so. */
export async function neverCameToBe(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
): Promise<void> {
  for (const { id, nomineeId, nominatorId } of await nominations.withdrawAll(tx, cop.networkId, cop.id, now)) {
    const about = { kind: 'nomination', id } as const;
    after(lane.person(nomineeId), reviseCopies(cop, 'nomination', about));
    after(lane.person(nominatorId), reviseCopies(cop, 'nomination-unanswered', about));
  }
  await onTheWayIn.turnBack(tx, cop.networkId, cop.id);
  retellSupport({ after }, cop);
}

/** It isn't to be, and its name is free for another try. */
export async function notStarted(working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>, cop: Cop): Promise<Cop> {
  const left: Cop = { ...cop, state: 'not-started' };
  await cops.save(working.tx, left);
  await neverCameToBe(working, left);
  return left;
}

/** Its space can't be made, by trying again or otherwise. The answer to the starter says so. */
export const copNotStarted = consequence({
  name: 'cop not-started',
  summary: 'A CoP whose space could not be made',
  about: 'cop',

  async run({ tx, subject: { cop }, now, after }) {
    await notStarted({ tx, now, after }, cop);
  },
});
