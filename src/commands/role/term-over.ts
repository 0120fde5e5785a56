import { type CarriedRole, endingNow } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import * as coreRoles from '../../store/core-roles.ts';
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
    if (isLate(carried, now)) await coreRoles.save(tx, endingNow(carried, now));
    after(lane.person(carrier.id), post(cop, 'role-term', carrier.id, { kind: 'carried-role', id: carried.id }));
  },
});

/** The bot was away for days, or the CoP rested. */
const isLate = ({ endsAt }: CarriedRole, now: number): boolean => endsAt !== undefined && now - endsAt > days(4);
const days = (many: number): number => many * 24 * 3600_000;
