import { stepBack } from '../../domain/core-role.ts';
import { lane } from '../../domain/effect.ts';
import { termCard } from '../../messages/carried-role.ts';
import * as coreRoles from '../../store/core-roles.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { reviseWelcome } from './taking-up.ts';

export const stepBackFromRole = command({
  name: 'role step-back',
  summary: 'Give back a role that you carry',
  about: 'carried-role',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { cop, carrier } = subject;
    const carried = stepBack(subject.carried, now);
    await coreRoles.save(tx, carried);
    reviseWelcome(after, cop);
    const about = { kind: 'carried-role', id: carried.id } as const;
    after(lane.person(carrier.id), reviseCopies(cop, 'role-term', about, on));
    return { say: termCard({ ...subject, carried }, now) };
  },
});
