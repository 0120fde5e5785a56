import type { Later } from '../../domain/clock.ts';
import { lane } from '../../domain/effect.ts';
import { type Nomination, silenceMs } from '../../domain/nomination.ts';
import * as clocks from '../../store/clocks.ts';
import { consequence } from '../command.ts';
import { aWeekMs, mayBePutBack } from '../difference/may-be-put-back.ts';
import { post } from '../effects.ts';

type Asking = Pick<Nomination, 'id' | 'nominatorId'>;

const clockOf = ({ id, nominatorId }: Asking) =>
  ({
    about: { kind: 'nomination', id },
    step: 'silence',
    does: { command: 'nomination unanswered', options: { nomination: id } },
    minding: nominatorId,
  }) as const;

/** So long after the question has reached them, whoever asked hears of it. */
export const silenceOf = (nomination: Asking): Later => ({ ...clockOf(nomination), after: silenceMs });

/** A week of silence comes back to whoever asked and facilitates it still, with what to do; to who is out and may be put back yet, once they are in again. A late yes still counts. */
export const unansweredNomination = consequence({
  name: 'nomination unanswered',
  summary: 'Somebody who was asked to facilitate has not answered for a week',
  about: 'nomination',

  async run({ tx, subject, now, after }) {
    const { nomination, cop, nominator } = subject;
    if (nomination.state !== 'pending') return;
    if (nominator.role === 'facilitator')
      after(
        lane.person(nominator.id),
        post(cop, 'nomination-unanswered', nominator.id, { kind: 'nomination', id: nomination.id }),
      );
    else if (await mayBePutBack(tx, cop, nominator.id))
      await clocks.set(tx, cop, { ...clockOf(nomination), dueAt: now + aWeekMs });
  },
});
