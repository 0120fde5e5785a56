import { isEverybody } from '../domain/difference.ts';
import type { Presence } from '../platform/chat-platform.ts';

export const isOpenToAll = (presence: Presence | undefined): boolean =>
  presence !== undefined && 'seenBy' in presence && presence.seenBy?.some(isEverybody) === true;
