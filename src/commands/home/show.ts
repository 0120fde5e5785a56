import { command } from '../command.ts';
import { homeOf } from './view.ts';

export const showHome = command({
  name: 'home show',
  summary: 'Where you stand: your CoPs, your requests, and what waits for you',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',
  offersSetup: true,
  reads: true,

  async run({ tx, network, workspace, actor }) {
    return { say: await homeOf(tx, { network, workspace, person: actor.id }) };
  },
});
