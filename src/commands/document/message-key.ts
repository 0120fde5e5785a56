import type { SharedMessage } from '../../platform/chat-platform.ts';

/** What makes the same message saved twice one document. */
export const messageKey = (message: Pick<SharedMessage, 'channel' | 'id'>): string =>
  `${message.channel.id}/${message.id}`;
