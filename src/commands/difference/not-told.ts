import { lane } from '../../domain/effect.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** Where none of those who facilitate could be asked, the Support Team is: what stands open to others can't wait for them. */
export const differenceNotTold = consequence({
  name: 'difference not-told',
  summary: 'Somebody who could not be asked whether what was changed by hand is right',
  about: 'difference',

  async run({ tx, network, subject: { difference, cop }, settings, after }) {
    if (difference.settledAt !== undefined || settings.supportChannel === undefined) return;
    const about = { kind: 'difference', id: difference.id } as const;
    const theirs = lane.workspace(cop.workspace);
    if ((await posts.copiesOf(tx, network, 'is-it-right', about)).length > 0) return;
    if (await told.isUnderWay(tx, network, theirs, 'is-it-right', about)) return;
    after(theirs, post(cop, 'is-it-right', 'support', about));
  },
});
