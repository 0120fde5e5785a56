import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import * as memberships from '../../store/memberships.ts';
import * as settings from '../../store/settings.ts';
import type { Scope } from '../command.ts';
import { post } from '../effects.ts';

/** Nobody looks after it any more: the Support Team hears of it, or, where there is none, its members, by one post in the space, and whoever started it. */
export async function needFacilitator({ tx, after }: Pick<Scope<unknown>, 'tx' | 'after'>, cop: Cop): Promise<void> {
  if (cop.state !== 'open') return;
  const { networkId: network, id, workspace, starterId } = cop;
  if ((await memberships.facilitators(tx, network, id, workspace)).length > 0) return;
  const about = { kind: 'cop', id } as const;
  const { supportChannel } = await settings.of(tx, network, workspace);
  if (supportChannel !== undefined)
    return void after(lane.workspace(workspace), post(cop, 'needs-facilitator', 'support', about));
  after(lane.cop(id), post(cop, 'who-looks-after-it', 'space', about));
  const starter = await memberships.of(tx, network, id, starterId);
  if (starter?.state !== 'member') after(lane.person(starterId), post(cop, 'who-looks-after-it', starterId, about));
}
