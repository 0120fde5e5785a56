import type { CopId } from '../../domain/ids.ts';
import { command } from '../command.ts';
import { homeOf } from './view.ts';

export const showHome = command({
  name: 'home show',
  summary: 'This week: what waits for you, your CoPs and your requests',
  about: 'network',
  may: ['anyone'],
  in: 'no CoP',
  answers: 'privately',
  offersSetup: true,
  reads: true,

  async run({ tx, network, workspace, actor, admin, direct, options, now }) {
    const first = options.cop as CopId | undefined;
    return {
      say: await homeOf(tx, { network, workspace, person: actor.id, now, admin: direct ? undefined : admin, first }),
    };
  },
});
