import { isEverybody, type Readers } from '../domain/difference.ts';
import type { Presence } from '../platform/chat-platform.ts';

export const isOpenToAll = (presence: Presence | undefined): boolean =>
  presence !== undefined && 'seenBy' in presence && presence.seenBy?.some(isEverybody) === true;

/** Others than who was let in, and no role. */
export const readersOf = (presence: Presence): Readers | undefined => {
  if (isOpenToAll(presence)) return 'everybody';
  return 'seenBy' in presence && presence.seenBy?.some(one => one.elsewhere) ? 'elsewhere' : undefined;
};
