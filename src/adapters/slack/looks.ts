/** What is asked of Slack without changing anything. */
import { attempting } from '../../platform/attempt.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import type { Reach } from './connected.ts';
import type { Deactivated } from './deactivated.ts';
import { asOurs } from './effects.ts';
import { isThere, pinsOf } from './pins.ts';
import { membersOf, ownSpacesOf, spacesOf } from './presence.ts';
import type { Profiles } from './profiles.ts';

export const looks = (
  here: () => Reach,
  about: Profiles,
  gone: Deactivated,
): Pick<
  ChatPlatform,
  'pins' | 'isThere' | 'ownSpaces' | 'spaces' | 'members' | 'gone' | 'pinnedWithin' | 'lapsed'
> => ({
  pins: space =>
    asOurs(
      attempting(`pins ${space.id}`, () => pinsOf(here(), about, space)),
      { space },
    ),
  isThere: message =>
    asOurs(
      attempting(`message ${message.channel.id}`, () => isThere(here(), message)),
      { space: message.channel },
    ),
  ownSpaces: () => asOurs(attempting('own spaces', () => ownSpacesOf(here()))),
  spaces: ({ id }, which, closed) => asOurs(attempting(`spaces ${id}`, () => spacesOf(here(), which, closed))),
  members: (space, believed) =>
    asOurs(
      attempting(`members ${space.id}`, () => membersOf(here(), about, space, believed)),
      { space },
    ),
  gone: ({ id }, accounts) => asOurs(attempting(`gone ${id}`, () => gone.among(accounts))),
  /** What is pinned in a thread on Slack is pinned in its channel. */
  pinnedWithin: async () => [],
  /** Slack has no rights of a person in a channel. */
  lapsed: async () => [],
});
