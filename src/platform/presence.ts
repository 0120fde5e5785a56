/** How the places are that the bot looks after, right now. Asked for when it comes back, and every hour. */
import type { Channel, Workspace } from './place.ts';

export type Presence =
  /** Open, with the bot in it; called so. */
  | { readonly state: 'there'; readonly name: string }
  | { readonly state: 'deleted' }
  /** Archived, deleted or closed to the bot: the platform doesn't tell which. */
  | { readonly state: 'out of reach' };

/** Somebody in a space. Who was believed isn't asked about: their name is empty. */
export interface Inhabitant {
  readonly id: string;
  readonly name: string;
}

export interface Looks {
  /** Each of these spaces. */
  spaces(workspace: Workspace, which: readonly string[]): Promise<ReadonlyMap<string, Presence>>;
  /**
   * Everybody who is in it, but bots and who is no longer in the workspace. `believed`: accounts that are people, and there; the others
   * are asked about one by one. All of them, or it fails.
   */
  members(space: Channel, believed: ReadonlySet<string>): Promise<readonly Inhabitant[]>;
}
