import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { goesOn, isKeptLonger, keptLonger } from '../../domain/going.ts';
import { longKept } from '../../domain/settings.ts';
import { goesCard, notGoingCard } from '../../messages/reopening.ts';
import * as closedCops from '../../store/closed-cops.ts';
import * as cops from '../../store/cops.ts';
import * as posts from '../../store/posts.ts';
import { command, consequence, type Scope } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';

const day = 24 * 3600_000;

/** It was closed so long ago that it isn't kept for much longer: those who may open it again hear so, once. Who heard it of an earlier time hasn't heard of this one. */
export const goesSoon = consequence({
  name: 'cop goes-soon',
  summary: 'What is kept of a closed CoP goes in a month',
  about: 'cop',

  async run({ tx, network, settings, subject: { cop }, now, after }) {
    const days = longKept[settings.keepsClosed];
    const goesAt = goesOn(cop, days && days * day, now);
    if (goesAt === undefined) return;
    const going = { ...cop, goesAt };
    await cops.save(tx, going);
    const about = { kind: 'cop', id: cop.id } as const;
    await posts.forget(tx, network, 'cop-goes', about);
    for (const person of await closedCops.facilitatedBefore(tx, network, cop.id))
      after(lane.person(person), post(going, 'cop-goes', person, about));
    after(lane.workspace(cop.workspace), postToSupport(going, 'cop-goes', about));
  },
});

export const keepLonger = command({
  name: 'cop keep',
  summary: 'Keep a closed CoP another year',
  typedAs: 'cop reopen',
  about: 'cop',
  may: ['facilitator', 'former-facilitator', 'support'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { cop } = scope.subject;
    if (cop.state !== 'closed' || cop.goesAt === undefined) return { say: notGoingCard(cop) };
    return { say: goesCard(isKeptLonger(cop) ? cop : await kept(scope, cop), false) };
  },
});

async function kept({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<Cop> {
  const longer = keptLonger(cop);
  await cops.save(tx, longer);
  after(lane.workspace(cop.workspace), reviseCopies(longer, 'cop-goes', { kind: 'cop', id: cop.id }));
  return longer;
}
