import type { Presence } from '../platform/chat-platform.ts';

/** Others than who was let in, and no role: everybody. */
export const isOpenToAll = (presence: Presence | undefined): boolean =>
  presence !== undefined && 'seenBy' in presence && presence.seenBy?.some(one => one.role === undefined) === true;
