import type { Cop } from '../../domain/cop.ts';
import * as cops from '../../store/cops.ts';
import { consequence } from '../command.ts';
import { retellSupport } from '../first-conversation/retell.ts';

/** Its space can't be made, by trying again or otherwise: the name is free for another try. The answer to the starter says so. */
export const copNotStarted = consequence({
  name: 'cop not-started',
  summary: 'A CoP whose space could not be made',
  about: 'cop',

  async run({ tx, subject: { cop }, after }) {
    const notStarted: Cop = { ...cop, state: 'not-started' };
    await cops.save(tx, notStarted);
    retellSupport({ after }, notStarted);
  },
});
