/** What people say through the bot: to everybody in a channel, or to one person. */
import type { PersonId, TalkId } from './ids.ts';

/** Who shares an invitation in a channel, and their own line with it: everybody there reads both. */
export interface InTheirName {
  readonly by: PersonId;
  readonly words?: string;
  /** There were no words: of whoever's weren't kept, that isn't known by their being gone. */
  readonly wordless?: true;
}

/** A word from one person to another, sealed until it is delivered, and then forgotten. */
export interface Said {
  readonly by: PersonId;
  /** The exchange that it is part of. */
  readonly talk?: TalkId;
  readonly words: string | undefined;
  /** To who was yet to be let in. */
  readonly onTheWayIn?: true;
}
