import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { AboutOf } from '../../domain/message.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { consequence } from '../command.ts';
import { postToSupport } from '../effects.ts';

/** Where none of those who facilitate could be asked, the Support Team is: what stands open to others can't wait for them. */
export const differenceNotTold = consequence({
  name: 'difference not-told',
  summary: 'Somebody who could not be asked whether what was changed by hand is right',
  about: 'difference',

  async run({ tx, network, subject: { difference, cop }, settings, after }) {
    if (difference.settledAt !== undefined || settings.supportChannel === undefined) return;
    const about = { kind: 'difference', id: difference.id } as const;
    const theirs = lane.workspace(cop.workspace);
    if (await isAsked(tx, cop, about, settings.supportChannel)) return;
    if (await told.isUnderWay(tx, network, theirs, 'is-it-right', about)) return;
    after(theirs, postToSupport(cop, 'is-it-right', about));
  },
});

/** Somebody who has a say in it has its card: who handed the CoP over meanwhile has none. */
async function isAsked(tx: Tx, cop: Cop, about: AboutOf<'is-it-right'>, support: string): Promise<boolean> {
  const { networkId: network, id, workspace } = cop;
  const copies = await posts.copiesOf(tx, network, 'is-it-right', about);
  if (copies.some(one => one.channelId === support)) return true;
  for (const facilitator of await facilitating.ofCop(tx, network, id, workspace))
    if (await posts.copyTo(tx, network, 'is-it-right', about, lane.person(facilitator.id))) return true;
  return false;
}
