/** Who is in a channel that is the Support Team's, or that is chosen to be, beside those who are known to be of it. */
import type { NetworkId, PersonId, WorkspaceKey } from '../domain/ids.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { ChatPlatform, Inhabitant } from '../platform/chat-platform.ts';
import type { Db } from '../store/engine.ts';
import * as people from '../store/people.ts';
import * as settings from '../store/settings.ts';

export interface SupportPeople {
  /** Known so far, and by which accounts. */
  readonly before: readonly PersonId[];
  readonly accounts: Awaited<ReturnType<typeof people.known>>;
  readonly there: readonly Inhabitant[];
}

export async function supportPeopleIn(
  db: Db,
  platform: Pick<ChatPlatform, 'members'>,
  { networkId: network, workspace }: { readonly networkId: NetworkId; readonly workspace: WorkspaceKey },
  channel: string,
): Promise<SupportPeople> {
  const before = await settings.supportPeople(db, network, workspace);
  const accounts = await people.known(db, network, { workspace, cop: undefined }, before);
  const believed = new Set([...accounts.values()].flatMap(({ accountId, name }) => (name && accountId) || []));
  const space = { platform: workspaceOf(workspace).platform, workspace: workspaceOf(workspace).id, id: channel };
  return { before, accounts, there: await platform.members(space, believed, believed) }; // a role lets them in as well
}
