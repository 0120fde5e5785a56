import { triedAgainCard } from '../../messages/trouble.ts';
import * as parked from '../../store/parked.ts';
import { command } from '../command.ts';

export const tryAgain = command({
  name: 'cop try-again',
  summary: 'Go on with what was waiting for a permission',
  about: 'cop',
  may: ['facilitator', 'admin'],
  in: 'any CoP',
  answers: 'privately',

  async run({ tx, network, subject: { cop }, now, wake }) {
    wake(await parked.unpark(tx, network, { workspace: cop.workspace }, now)); // what one permission is missing for, all its CoPs wait for
    return { say: triedAgainCard(cop) };
  },
});
