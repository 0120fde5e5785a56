import { lane } from '../../domain/effect.ts';
import { consequence } from '../command.ts';
import { aWeekMs, mayBePutBack } from '../difference/may-be-put-back.ts';
import { post } from '../effects.ts';
import { askAtItsEnd } from './taking-up.ts';

/** A term is over: whoever carries the role is asked whether they'd like to go on; who is out and may be put back yet, once they are in again. */
export const termOver = consequence({
  name: 'role term-over',
  summary: 'Somebody took up a role for a while, and that is over',
  about: 'carried-role',

  async run({ tx, subject, now, after }) {
    const { carried, cop, carrier } = subject;
    const isOver = carried.endedAt === undefined && carried.endsAt !== undefined && carried.endsAt <= now;
    if (!isOver || cop.state !== 'open') return;
    if (!carrier.role) {
      if (await mayBePutBack(tx, cop, carrier.id)) await askAtItsEnd(tx, cop, carried, now + aWeekMs);
      return;
    }
    after(lane.person(carrier.id), post(cop, 'role-term', carrier.id, { kind: 'carried-role', id: carried.id }));
  },
});
