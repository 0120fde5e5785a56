import { lane } from '../../domain/effect.ts';
import { accept, type StandIn } from '../../domain/stand-in.ts';
import type { StandInView } from '../../messages/stand-in.ts';
import { standInCard } from '../../messages/stand-in-offer.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command, type Scope } from '../command.ts';
import { lookAfter } from '../cop/look-after.ts';
import { post, reviseCopies } from '../effects.ts';

export const acceptStandIn = command({
  name: 'stand-in accept',
  summary: 'Say yes to a member who would look after their CoP',
  about: 'stand-in',
  may: ['support', 'admin', 'the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    return {
      say: standInCard({ ...scope.subject, standIn: await becomesFacilitator(scope, scope.subject, scope.on) }),
    };
  },
});

export async function becomesFacilitator(
  working: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  { standIn, cop, person }: StandInView,
  on?: Scope<unknown>['on'],
): Promise<StandIn> {
  const { tx, now, after } = working;
  const accepted = accept(standIn, now);
  await standIns.save(tx, accepted);
  const about = { kind: 'stand-in', id: standIn.id } as const;
  after(lane.person(person.id), post(cop, 'stand-in-answered', person.id, about));
  await lookAfter(working, cop, person.id);
  after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about, on));
  return accepted;
}
