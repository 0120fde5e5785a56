import { exportedCard } from '../../messages/export.ts';
import { command } from '../command.ts';
import { sendOnce } from '../send-once.ts';
import { ownCops } from './own.ts';

/** To whoever asks for it, and to nobody else; by the time that it is sent they have to facilitate it still. */
export const exportCop = command({
  name: 'cop export',
  summary: 'Have the records of the CoP you facilitate sent to you, as tables for a spreadsheet',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true } },
  about: 'cop',
  may: ['facilitator'],
  in: 'any CoP',
  answers: 'privately',

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, subject: { cop }, actor, after }) {
    await sendOnce({ tx, after }, cop, 'cop', actor.id);
    return { say: exportedCard(cop) };
  },
});
