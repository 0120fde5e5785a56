/** All that the bot may ask of Discord, once it is connected. */
import type { ChatPlatform, EffectKind } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { access } from './access.ts';
import { archiving } from './archiving.ts';
import { download } from './files.ts';
import { type Invites, invites } from './invites.ts';
import { inView, mustReadPins } from './missing.ts';
import { isThere, pinnedWithin, pinsOf } from './pins.ts';
import { posting } from './posting.ts';
import { type Presences, presences } from './presence.ts';
import type { Reach } from './reach.ts';
import { revising } from './revising.ts';
import { type SharedServers, sharedServers } from './shared-servers.ts';
import { spaces } from './spaces.ts';

export type Performs = Pick<ChatPlatform, 'perform' | 'find' | 'pins' | 'pinnedWithin' | 'isThere' | 'download'> &
  Presences &
  SharedServers &
  Invites;

async function noHome(): Promise<never> {
  throw new PlatformError('unsupported', 'no_home');
}

export function effects(reach: Reach): Performs {
  const { perform, find } = spaces(reach);
  const messages = posting(reach);
  const told = (kind: 'pins', meant: object) => (error: unknown) => {
    throw error instanceof PlatformError ? inView(reach, kind, error, meant) : error;
  };
  const all = {
    ...perform,
    ...access(reach),
    ...archiving(reach),
    ...messages.perform,
    ...revising(reach),
    'show-home': noHome,
  };
  return {
    perform: sayingWhatLacks(reach, all),
    download: from => download(reach, from),
    pins: async (space, within) => {
      mustReadPins(reach, space);
      return pinsOf(reach, space, within).catch(told('pins', { space }));
    },
    pinnedWithin: async space => pinnedWithin(reach, space),
    isThere: message => isThere(reach, message),
    ...presences(reach),
    ...sharedServers(reach),
    ...invites(reach),
    find: sayingWhatLacks(reach, { ...find, ...messages.find }),
  };
}

function sayingWhatLacks<T extends Partial<ChatPlatform['perform']> | ChatPlatform['find']>(reach: Reach, all: T): T {
  type Call = (...given: readonly unknown[]) => Promise<unknown>;
  const saying =
    (kind: EffectKind, call: Call): Call =>
    (...given) =>
      call(...given).catch((error: unknown) => {
        throw error instanceof PlatformError ? inView(reach, kind, error, given[0] as never) : error;
      });
  const told = Object.entries(all).map(([kind, call]) => [kind, saying(kind as EffectKind, call as Call)]);
  return Object.fromEntries(told) as T;
}
