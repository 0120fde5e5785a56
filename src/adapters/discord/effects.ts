/** All that the bot may ask of Discord, once it is connected. */
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import type { Calls } from './calls.ts';
import type { Answering } from './desk.ts';
import type { Echoes } from './echoes.ts';
import type { Guilds } from './guilds.ts';
import { posting } from './posting.ts';
import { spaces } from './spaces.ts';

export type Doing = Pick<ChatPlatform, 'perform' | 'find'>;

export function effects(calls: Calls, guilds: Guilds, echoes: Echoes, answering: Answering, now: () => number): Doing {
  const inSpaces = spaces(calls, guilds, echoes);
  const inMessages = posting(calls, guilds, answering, now);
  return {
    perform: { ...inSpaces.perform, ...inMessages.perform },
    find: { ...inSpaces.find, ...inMessages.find },
  };
}
