/** Everything that this Discord knows: plain JSON, saved and restored as it is. Times in milliseconds, ids as snowflakes, permission sets as decimal text. */

/** JSON of Discord's many shapes: checked where it is taken, read freely after. */
// biome-ignore lint/suspicious/noExplicitAny: a union of all of Discord's shapes would be a copy of discord-api-types
export type Json = Record<string, any>;
export type Loose = Json[string];

export interface User {
  readonly id: string;
  name: string;
  readonly username: string;
  readonly bot: boolean;
  readonly locale: string;
  closedToMessages: boolean;
}

export interface Role {
  readonly id: string;
  name: string;
  permissions: string;
  position: number;
  color: number;
  hoist: boolean;
  mentionable: boolean;
  /** Made for the bot at installation, or Discord's own: nobody is given it by hand. */
  managed: boolean;
  /** Discord's own, for who boosts the server. */
  readonly boosters?: true;
}

export interface Member {
  readonly userId: string;
  roles: string[];
  readonly joinedAt: number;
  nick: string | null;
  /** Epoch milliseconds: in a timeout until then, which somebody can end before. */
  timedOutUntil?: number | undefined;
}

export interface Overwrite {
  readonly id: string;
  /** 0 role, 1 member. */
  readonly type: number;
  readonly allow: string;
  readonly deny: string;
}

export interface Guild {
  readonly id: string;
  name: string;
  ownerId: string;
  /** None in a state that was kept before there was a choice. */
  locale?: string | undefined;
  roles: Role[];
  members: Member[];
  /** In an outage; of which people may notice nothing. */
  down?: boolean | 'for the bot';
  /** Words that no channel's name may hold. */
  forbidden?: string[];
}

export interface Channel {
  readonly id: string;
  readonly guildId?: string;
  /** 0 text, 1 direct message, 2 voice, 4 category, 5 announcements, 10 thread of those, 11 public thread, 12 private thread. */
  readonly type: number;
  name: string;
  topic: string | null;
  parentId: string | null;
  position: number;
  overwrites: Overwrite[];
  /** The two of a direct message; else empty. */
  readonly recipients: string[];
  threadMembers: string[];
  readonly ownerId?: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchive: number;
  slowmode: number;
  lastPinAt?: number;
  /** When name or topic were changed by the bot. */
  writes: number[];
  readonly messages: Message[];
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  description?: string;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  /** 0 ordinary, 6 "pinned a message", 18 thread created, 20 answer to a command. */
  readonly type: number;
  content: string;
  embeds: Json[];
  components: Json[];
  attachments: Attachment[];
  flags: number;
  mentions: string[];
  mentionRoles: string[];
  mentionsEveryone: boolean;
  /** Whom it rang for when it was sent. */
  rings: string[];
  pinnedAt?: number;
  editedAt?: number;
  nonce?: string | number;
  reference?: Json;
  /** Ephemeral: this person alone sees it. */
  readonly onlyFor?: string;
  readonly interaction?: Json;
  threadId?: string;
  reactions?: { emoji: string; users: string[] }[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 form submitted. */
  readonly type: number;
  readonly guildId?: string;
  readonly channelId: string;
  readonly userId: string;
  readonly at: number;
  readonly name?: string;
  /** The message whose component was used. */
  readonly messageId?: string;
  /** `late`: nothing came in time. */
  state: 'open' | 'answered' | 'late';
  answeredWith?: number;
  /** The message that is `@original`. */
  originalId?: string;
  choices?: Json[];
}

export interface OpenForm {
  readonly interactionId: string;
  readonly channelId: string;
  readonly guildId?: string;
  readonly messageId?: string;
  readonly customId: string;
  readonly title: string;
  readonly components: Json[];
  /** Who was in the server when it was opened: the client goes on showing who was chosen. */
  readonly present: readonly string[];
  error?: string;
}

export interface Command {
  readonly id: string;
  readonly guildId?: string;
  version: string;
  type: number;
  name: string;
  description: string;
  options: Json[];
  /** Null: everybody. */
  defaultMemberPermissions: string | null;
  /** Null: wherever the app is. 0 guild, 1 direct message with the bot, 2 other private places. */
  contexts: number[] | null;
  integrationTypes: number[];
  readonly rest: Json;
}

export interface Application {
  readonly id: string;
  readonly token: string;
  readonly name: string;
  guildMembers: boolean;
  messageContent: boolean;
  /** What it is added with; `botsPermissions` if left out. */
  readonly permissions?: string | undefined;
}

export interface Invite {
  readonly code: string;
  readonly channelId: string;
  readonly inviterId: string;
  readonly at: number;
  /** In seconds; 0: for good. */
  readonly maxAge: number;
  /** 0: as many as like to. */
  readonly maxUses: number;
  readonly temporary: boolean;
  uses: number;
  takenBack: boolean;
}

export interface State {
  lastId: string;
  readonly application: Application;
  readonly users: User[];
  readonly guilds: Guild[];
  readonly channels: Channel[];
  readonly commands: Command[];
  /** When commands were created, by guild or `global`. */
  readonly commandCreates: Record<string, number[]>;
  /** None in a state that was kept before there were any. */
  invites?: readonly Invite[];
  readonly interactions: Interaction[];
  readonly forms: Record<string, OpenForm>;
  /** Bodies in Base64 by attachment. */
  readonly files: Record<string, string>;
}
