import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { awake, isResting } from '../../domain/rest.ts';
import { awakeAlready, wokenCard } from '../../messages/rest.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import * as coreRoles from '../../store/core-roles.ts';
import { command, consequence, type Scope, type Subjects } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { ownCops } from './own.ts';

/** What waited meanwhile rings within a day. */
async function wake({ tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>, cop: Cop): Promise<void> {
  const up = awake(cop);
  const about = { kind: 'cop', id: cop.id } as const;
  await cops.save(tx, up);
  await clocks.stop(tx, cop.networkId, about, 'rest');
  await coreRoles.endNow(tx, cop.networkId, cop.id, cop.restingSince ?? now, now);
  after(lane.cop(cop.id), reviseCopies(up, 'cop-rests', about));
  after(lane.cop(cop.id), post(up, 'cop-awake', 'space', about));
  after(lane.workspace(cop.workspace), reviseCopies(up, 'cop-invitation', about));
}

export const wakeCop = command({
  name: 'cop wake',
  summary: 'Wake your CoP up before its time of rest is over',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true } },
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  run: woken,
});

/** Pressed on the card that says to them alone until when it rests. */
export const endRest = command({
  name: 'cop end-rest',
  summary: 'Wake your CoP up on the card that says until when it rests',
  typedAs: 'cop wake',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  run: woken,
});

async function woken(scope: Scope<Subjects['cop']>) {
  const { cop } = scope.subject;
  if (!isResting(cop)) return { say: awakeAlready(cop) };
  await wake(scope, cop);
  return { say: wokenCard(cop) };
}

/** By itself, on the day that was said. */
export const restOver = consequence({
  name: 'cop rest-over',
  summary: 'A CoP has rested as long as was said',
  about: 'cop',
  evenAtRest: true,

  async run(scope) {
    const { cop } = scope.subject;
    const isOver = cop.restingUntil !== undefined && cop.restingUntil <= scope.now;
    if (cop.state === 'open' && isOver) await wake(scope, cop);
  },
});
