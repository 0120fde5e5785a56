/** How the places are that the bot looks after, right now. Asked for when it comes back, and every hour. */
import type { Onlookers } from '../domain/difference.ts';
import type { MembershipRole } from '../domain/membership.ts';
import type { Channel, Workspace } from './place.ts';

export type Presence =
  /** Open, with the bot in it; called so. `seenBy`: others than who was let in, where the platform tells. */
  | { readonly state: 'there'; readonly name: string; readonly seenBy?: readonly Onlookers[] }
  /** Made public: the bot may ask nothing more of it, but is in it. */
  | { readonly state: 'public'; readonly seenBy: readonly Onlookers[] }
  /** It is there, by that id. */
  | { readonly state: 'another id'; readonly becomes: string }
  | { readonly state: 'deleted' }
  /** Archived, deleted or closed to the bot: the platform doesn't tell which. */
  | { readonly state: 'out of reach' };

/** Somebody in a space. Who was believed isn't asked about: their name is empty. */
export interface Inhabitant {
  readonly id: string;
  readonly name: string;
  /** Whether they may do there what facilitators do; nothing where a platform knows no such thing. */
  readonly tends?: boolean;
  /** As what they are to be given something that the bot could not give them when they came in, and can by now. */
  readonly owed?: readonly MembershipRole[];
  /** What of that they still have not, as the platform says it; nothing, where they have all of it. */
  readonly lacking?: string;
}

export interface Looks {
  /** Open spaces that this bot made, wherever it is, by what the platform tells of them: by workspace, their ids. */
  ownSpaces(): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Each of these spaces; and those of `closed` that are there, as far as that takes no further call. */
  spaces(
    workspace: Workspace,
    which: readonly string[],
    closed: readonly string[],
  ): Promise<ReadonlyMap<string, Presence>>;
  /**
   * Everybody who is in it, but bots and who is no longer in the workspace. `believed`: accounts that are people, and there; the others
   * are asked about one by one. All of them, or it fails.
   * `lacking`: what could not be handed on when each was let in, by accounts, as the platform said it then.
   * `bySight`: accounts that count as in it where they see it, though it was not they who were let in but a role of theirs, or everybody.
   */
  members(
    space: Channel,
    believed: ReadonlySet<string>,
    bySight?: ReadonlySet<string>,
    lacking?: ReadonlyMap<string, string>,
  ): Promise<readonly Inhabitant[]>;
  /** Places in a space with pins of their own, in which something may be pinned: as far as it takes no call. */
  pinnedWithin(space: Channel): Promise<readonly string[]>;
  /** Which of these accounts are no longer in the workspace, by the platform's own word. All of them, or it fails. */
  gone(workspace: Workspace, accounts: readonly string[]): Promise<readonly string[]>;
  /** Accounts that are no longer in the workspace, and whom a space would let in again by itself if they came back: some platforms keep what somebody was given there. All of them, or it fails. */
  lapsed(space: Channel): Promise<readonly string[]>;
}
