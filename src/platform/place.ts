/** Where things are on a platform. */
import type { PlatformName } from '../domain/platforms.ts';

export type { PlatformName } from '../domain/platforms.ts';

/** One Slack team, or one Discord guild. Part of every account, channel and posted message: ids mean nothing without it. */
export interface Workspace {
  readonly platform: PlatformName;
  readonly id: string;
}
export interface Account {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly id: string;
}
export interface Channel {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly id: string;
}
/** A message the bot posted. `channel` may be a direct message's. */
export interface Posted {
  readonly channel: Channel;
  readonly id: string;
}
