import type { Cop } from '../../domain/cop.ts';
import { threeMonthsAfter } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import type { Nomination } from '../../domain/nomination.ts';
import { goOn } from '../../domain/nomination.ts';
import { facilitates, trialCard } from '../../messages/nomination.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import { command, consequence } from '../command.ts';
import { aWeekMs, mayBePutBack } from '../difference/may-be-put-back.ts';
import { post, reviseCopies } from '../effects.ts';

export const askAfterTrial = (tx: Tx, cop: Cop, nomination: Nomination, now: number): Promise<void> =>
  askAt(tx, cop, nomination, threeMonthsAfter(now));

/** It was closed since then, and is open again: whoever's three months were over by then has been asked. */
export async function askAfterTrials(tx: Tx, cop: Cop, closedAt: number): Promise<void> {
  for (const { decidedAt = 0, ...one } of await nominations.onTrial(tx, cop.networkId, cop.id))
    if (threeMonthsAfter(decidedAt) > closedAt) await askAfterTrial(tx, cop, { ...one, decidedAt }, decidedAt);
}

const askAt = (tx: Tx, cop: Cop, { id, nomineeId }: Nomination, dueAt: number): Promise<void> =>
  clocks.set(tx, cop, {
    about: { kind: 'nomination', id },
    step: 'trial',
    dueAt,
    does: { command: 'nomination trial-over', options: { nomination: id } },
    minding: nomineeId,
  });

/** Whoever still facilitates it is asked; who has stepped down meanwhile has said so, also where they took it on anew since; who is out and may be put back yet, once they are in again. */
export const trialOver = consequence({
  name: 'nomination trial-over',
  summary: 'Somebody facilitates a CoP for three months, to try it, and they are over',
  about: 'nomination',

  async run({ tx, network, subject: { nomination, cop, nominee }, now, after }) {
    if (nomination.way !== 'trial' || cop.state !== 'open') return;
    const all = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    if (!all.some(one => one.id === nominee.id)) {
      if (await mayBePutBack(tx, cop, nominee.id)) await askAt(tx, cop, nomination, now + aWeekMs);
      return;
    }
    const tookOn = await memberships.noted(tx, network, cop.id, nominee.id, 'facilitates_since');
    if ((tookOn ?? 0) > (nomination.decidedAt ?? 0)) return;
    after(
      lane.person(nominee.id),
      post(cop, 'facilitator-trial', nominee.id, { kind: 'nomination', id: nomination.id }),
    );
  },
});

export const goOnFacilitating = command({
  name: 'nomination go-on',
  summary: 'Go on facilitating after a trial',
  about: 'nomination',
  may: ['the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, subject, after, on }) {
    const nomination = goOn(subject.nomination);
    if (!facilitates(subject.nominee)) return { say: trialCard(subject) };
    await nominations.save(tx, nomination);
    const about = { kind: 'nomination', id: nomination.id } as const;
    after(lane.person(subject.nominee.id), reviseCopies(subject.cop, 'facilitator-trial', about, on));
    return { say: trialCard({ ...subject, nomination }) };
  },
});
