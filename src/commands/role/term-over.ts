import { lane } from '../../domain/effect.ts';
import { termCard } from '../../messages/carried-role.ts';
import { command } from '../command.ts';
import { consider, post } from '../effects.ts';

/** A term is over: whoever carries the role is asked whether they'd like to go on, when it is no bother. */
export const termOver = command({
  name: 'role term-over',
  summary: 'Somebody took up a role for a while, and that is over',
  options: { ends: { kind: 'words', summary: 'When that term ends; another may have begun since' } },
  about: 'carried-role',
  may: ['the-bot'],
  answers: 'privately',

  async run({ subject, options, now, quietUntil, after }) {
    const { carried, cop, carrier } = subject;
    const isThatTerm = carried.endedAt === undefined && String(carried.endsAt) === options.ends;
    if (isThatTerm && cop.state === 'open') {
      const theirs = lane.person(carrier.id);
      if (quietUntil > now)
        after(theirs, consider(cop, 'role term-over', { ...options }, carrier.id), { notBefore: quietUntil });
      else after(theirs, post(cop, 'role-term', carrier.id, { kind: 'carried-role', id: carried.id }));
    }
    return { say: termCard(subject, now) };
  },
});
