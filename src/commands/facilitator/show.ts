import { ebbAndFlow } from '../../messages/ebb-and-flow.ts';
import { facilitatorsCard } from '../../messages/facilitator.ts';
import * as decisions from '../../store/decisions.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as nominations from '../../store/nominations.ts';
import * as people from '../../store/people.ts';
import * as posts from '../../store/posts.ts';
import { command, type Scope, type Subjects } from '../command.ts';
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

  async run(scope) {
    const {
      tx,
      network,
      subject: { cop, role },
    } = scope;
    const facilitators = await facilitating.sinceWhen(tx, network, cop.id, cop.workspace);
    const picture = await drawnFor(scope);
    if (role !== 'facilitator') return { say: facilitatorsCard(cop, facilitators, undefined, picture) };
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
    return { say: facilitatorsCard(cop, facilitators, asked, picture) };
  },
});

/** Who has looked after it in the last twelve months. */
async function drawnFor({ tx, network, subject: { cop }, calendar, language, now }: Scope<Subjects['cop']>) {
  const months = calendar.monthsUpTo(now, 12);
  const decided = await decisions.byMonth(tx, network, cop.id, months);
  return ebbAndFlow(decided, months.map(calendar.dayOf), language);
}
