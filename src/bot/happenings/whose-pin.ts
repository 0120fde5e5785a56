/** As whose pin a message counts: what is pinned in a space is in its library, whoever pinned it. */
import type { Cop } from '../../domain/cop.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { SharedMessage, Visitor } from '../../platform/chat-platform.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { accountOf } from '../addresses.ts';
import type { Bot } from '../the-bot.ts';

type Here = Pick<Bot, 'store'>;

/** Of who pinned it, or else of who wrote it, if they are in the CoP; or of one who facilitates it. Discord may not tell who pinned it, or an administrator did, another bot, or somebody who is out by now. */
export async function whosePin(
  bot: Here,
  cop: Cop,
  { channel: { platform, workspace }, author }: Pick<SharedMessage, 'channel' | 'author'>,
  by: Visitor | undefined,
): Promise<Visitor | undefined> {
  for (const one of [by, { platform, workspace, id: author, name: '' }])
    if (one && (await isIn(bot, cop, one))) return one;
  const facilitators = await memberships.everybody(bot.store.db, cop.networkId, cop.id, cop.workspace, 'facilitator');
  const account = facilitators.map(one => accountOf(one, cop)).find(one => one !== undefined);
  return account && { ...account, name: '' };
}

async function isIn({ store: { db } }: Here, cop: Cop, { platform, workspace, id }: Visitor): Promise<boolean> {
  const at = workspace === undefined ? cop.workspace : workspaceKey({ platform, id: workspace });
  const known = (await people.whoIs(db, at, id))?.person;
  const membership = known && (await memberships.of(db, cop.networkId, cop.id, known.id));
  return membership !== undefined && membership.state !== 'left';
}
