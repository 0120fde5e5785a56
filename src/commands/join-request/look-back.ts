import { pageFrom, pageRead } from '../../domain/page.ts';
import { lookBackCard, lookBackMost } from '../../messages/look-back.ts';
import { answeredIn } from '../../store/answered-requests.ts';
import { command } from '../command.ts';
import { ownCops } from '../cop/own.ts';

/** Who asked, how it was answered, by whom and when: for those alone who facilitate. */
export const lookBackAtRequests = command({
  name: 'join-request look-back',
  summary: 'Look back at answered requests to join the CoP you facilitate',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true } },
  about: 'cop',
  may: ['facilitator'],
  in: 'any CoP',
  answers: 'on-the-card',
  reads: true,

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, network, subject: { cop }, actor, options }) {
    const { from, found } = await pageRead(pageFrom(options.from), from =>
      answeredIn(tx, network, cop.id, cop.workspace, { from, most: lookBackMost + 1 }),
    );
    return { say: lookBackCard(cop, actor.id, found.slice(0, lookBackMost), from, found.length > lookBackMost) };
  },
});
