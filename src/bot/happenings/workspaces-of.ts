/** What there is to be looked at on a platform: all of its workspaces, or the one that alone was away. */
import type { WorkspaceKey } from '../../domain/ids.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import type { Db } from '../../store/engine.ts';
import * as people from '../../store/people.ts';

export async function workspacesOf(
  db: Db,
  platform: PlatformName,
  only: string | undefined,
): Promise<readonly WorkspaceKey[]> {
  const all = await people.workspacesOn(db, platform);
  return only === undefined ? all : all.filter(one => one === workspaceKey({ platform, id: only }));
}
