/** All that the bot may ask of Discord, once it is connected. */
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { access } from './access.ts';
import { download } from './files.ts';
import { pinsOf } from './pins.ts';
import { posting } from './posting.ts';
import { type Presences, presences } from './presence.ts';
import type { Reach } from './reach.ts';
import { revising } from './revising.ts';
import { spaces } from './spaces.ts';

export type Doing = Pick<ChatPlatform, 'perform' | 'find' | 'pins' | 'download'> & Presences;

async function noHome(): Promise<never> {
  throw new PlatformError('unsupported', 'no_home');
}

export function effects(reach: Reach): Doing {
  const { perform, find } = spaces(reach);
  const messages = posting(reach);
  return {
    perform: { ...perform, ...access(reach), ...messages.perform, ...revising(reach), 'show-home': noHome },
    download: from => download(reach, from),
    pins: (space, within) => pinsOf(reach, space, within),
    ...presences(reach),
    find: { ...find, ...messages.find },
  };
}
