import { goOn } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { termCard } from '../../messages/carried-role.ts';
import * as coreRoles from '../../store/core-roles.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { askAtItsEnd } from './taking-up.ts';

/** From now on for three months, whether a term is over or there was none. */
export const goOnWithRole = command({
  name: 'role go-on',
  summary: 'Carry your role for three months from now',
  about: 'carried-role',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { cop, carrier } = subject;
    const carried = goOn(subject.carried, 'three-months', now);
    await coreRoles.save(tx, carried);
    await askAtItsEnd(tx, cop, carried);
    const about = { kind: 'carried-role', id: carried.id } as const;
    after(lane.person(carrier.id), reviseCopies(cop, 'role-term', about, on));
    return { say: termCard({ ...subject, carried }, now) };
  },
});
