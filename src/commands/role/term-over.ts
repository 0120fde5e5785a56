import { lane } from '../../domain/effect.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** A term is over: whoever carries the role is asked whether they'd like to go on. */
export const termOver = consequence({
  name: 'role term-over',
  summary: 'Somebody took up a role for a while, and that is over',
  about: 'carried-role',

  async run({ subject, now, after }) {
    const { carried, cop, carrier } = subject;
    const isOver = carried.endedAt === undefined && carried.endsAt !== undefined && carried.endsAt <= now;
    if (!isOver || cop.state !== 'open') return;
    after(lane.person(carrier.id), post(cop, 'role-term', carrier.id, { kind: 'carried-role', id: carried.id }));
  },
});
