import { facilitatorsCard } from '../../messages/facilitator.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import * as posts from '../../store/posts.ts';
import { command } from '../command.ts';
import { ownCops } from '../cop/own.ts';

/** Who is asked is for who facilitates it. */
export const showFacilitators = command({
  name: 'facilitator show',
  summary: 'Who facilitates your CoP, since when; share it, hand it over, step down',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'a living CoP',
  answers: 'privately',
  reads: true,

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, network, subject: { cop, role } }) {
    const facilitators = await facilitating.sinceWhen(tx, network, cop.id, cop.workspace);
    if (role !== 'facilitator') return { say: facilitatorsCard(cop, facilitators, undefined) };
    const pending = await nominations.pendingOf(tx, network, cop.id);
    const where = { workspace: cop.workspace, cop: cop.id };
    const known = await people.known(
      tx,
      network,
      where,
      pending.map(one => one.nomineeId),
    );
    const reached = await posts.arrived(
      tx,
      network,
      'nomination',
      pending.map(one => one.id),
    );
    const asked = pending.flatMap(({ id, nomineeId }) => {
      const person = known.get(nomineeId);
      return person ? [{ ...person, reached: reached.has(id) }] : [];
    });
    return { say: facilitatorsCard(cop, facilitators, asked) };
  },
});
