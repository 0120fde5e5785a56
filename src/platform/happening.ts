import type { SharedMessage, Visitor } from './chat-platform.ts';
import type { Channel, PlatformName, Workspace } from './place.ts';
import type { Presence } from './presence.ts';

/** What people did in the platform's own way, without asking the bot. */
export type Happening =
  | { readonly kind: 'pinned'; readonly id: string; readonly by?: Visitor; readonly message: SharedMessage }
  /** Some pins of it are gone; a platform that tells which, tells their ids. */
  | {
      readonly kind: 'unpinned';
      readonly id: string;
      readonly space: Channel;
      /** The thread of it where that was, if it was one. */
      readonly within?: string;
      readonly message?: string;
    }
  /** Something may have been pinned there, or be pinned no more, that the bot may not read, or that nobody told; `within` that channel alone, if it is known. */
  | { readonly kind: 'pins-unread'; readonly id: string; readonly space: Channel; readonly within?: string }
  /** Deleted for everybody. */
  | {
      readonly kind: 'message-deleted';
      readonly id: string;
      readonly space: Channel;
      readonly messages: readonly string[];
    }
  /** Somebody posted something with a file. */
  | { readonly kind: 'shared'; readonly id: string; readonly by: Visitor; readonly message: SharedMessage }
  /** Connected again, or one workspace of it is to be reached again: what happened meanwhile was not told. */
  | { readonly kind: 'returned'; readonly platform: PlatformName; readonly workspace?: string }
  /** The platform let the bot in no longer; it is tried again all the same. */
  | { readonly kind: 'ended'; readonly platform: PlatformName }
  | { readonly kind: 'joined'; readonly id: string; readonly space: Channel; readonly who: Visitor }
  /** Somebody put the bot out of a channel, or it may not see it any more. */
  | { readonly kind: 'bot-out'; readonly id: string; readonly space: Channel; readonly by?: string }
  /** A channel is the same, and goes by another id from now on. */
  | { readonly kind: 'another-id'; readonly id: string; readonly space: Channel; readonly becomes: string }
  /** It is in it again, or may do more there. */
  | { readonly kind: 'bot-in'; readonly id: string; readonly space: Channel }
  /** It was let into a workspace again, or may do more in it. */
  | { readonly kind: 'allowed'; readonly workspace: Workspace }
  /** They look at the bot's own tab. */
  | { readonly kind: 'home-opened'; readonly id: string; readonly who: Visitor }
  /** `others`: who went in the same moment. */
  | {
      readonly kind: 'left';
      readonly id: string;
      readonly space: Channel;
      readonly who: Visitor;
      readonly others?: readonly Visitor[];
    }
  /** A channel is called otherwise now, or seen by others. `people`: what somebody may do in it was changed, or who is in it can't have been told meanwhile. */
  | {
      readonly kind: 'changed';
      readonly id: string;
      readonly space: Channel;
      readonly presence: Presence;
      readonly people?: true;
    }
  /** Somebody is called otherwise now, reads another language (BCP 47; where it is told), or is `gone` from the workspace. */
  | {
      readonly kind: 'person';
      readonly id: string;
      readonly who: Visitor;
      readonly gone: boolean;
      readonly locale?: string;
    }
  /** A channel is no longer there to talk in. */
  | { readonly kind: 'closed'; readonly id: string; readonly space: Channel; readonly how: 'archived' | 'deleted' }
  /** It is open again; nobody brings the bot back by it. */
  | { readonly kind: 'unarchived'; readonly id: string; readonly space: Channel };
