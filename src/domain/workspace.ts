/** A Slack team or a Discord guild, as one word: `slack:T1`. */
import type { WorkspaceKey } from './ids.ts';
import type { PlatformName } from './platforms.ts';

/** With what it is called on its platform. */
export interface WorkspaceRef {
  readonly platform: PlatformName;
  readonly id: string;
}

export const workspaceKey = ({ platform, id }: WorkspaceRef): WorkspaceKey => `${platform}:${id}` as WorkspaceKey;

export function workspaceOf(key: WorkspaceKey): WorkspaceRef {
  const cut = key.indexOf(':');
  return { platform: key.slice(0, cut) as PlatformName, id: key.slice(cut + 1) };
}
