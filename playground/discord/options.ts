/** How a Discord playground is started, and what it offers beyond what both playgrounds do. */
import type { Playground, PlaygroundOptions } from '../driver.ts';
import type { PermissionName } from './permissions.ts';

/** What a Gateway in trouble doesn't say, though it takes what is sent to it. */
export type Withheld = 'handshake' | 'hello' | 'ready' | 'resumed' | 'ack' | 'members' | 'members not found';

/** What the app's maker set up in the portal, and the link that adds it. A state that is kept keeps its name and permissions. */
export interface DiscordApp {
  /** Privileged intents enabled for the app; both off unless told. */
  readonly intents?: { readonly guildMembers?: boolean; readonly messageContent?: boolean };
  /** The bot's name; `CoP Bot` unless told. */
  readonly appName?: string;
  /** What the link that adds it asks for; `botsPermissions` unless told. */
  readonly permissions?: readonly PermissionName[];
}

export interface DiscordOptions extends PlaygroundOptions, DiscordApp {
  /** Counts calls as Discord does, by the real clock; true unless told. */
  readonly rateLimits?: boolean;
  /** Milliseconds between heartbeats; Discord's own 41,250 unless told. */
  readonly heartbeatMs?: number;
}

/** Who has no server while there is an outage of it; everybody unless told. */
export type OutFor = 'everybody' | 'the bot';

/** What sources differ on. */
export interface Customs {
  /** The overwrites of who leaves a server. */
  leaversRights: 'kept' | 'dropped';
  /** An overwrite for who isn't in the server: none can be given, or it stands there for whoever may come. */
  strangersRights: 'refused' | 'taken';
  /** `last_pin_timestamp` of the event after an unpin: the last pin's, four milliseconds off, or the moment of the unpinning. */
  pinTimeAfterUnpin: 'exact' | 'off' | 'now';
  /** Whether a line in the channel says who pinned something. */
  pinLine: 'written' | 'none';
  /** Whether the bot's own member comes with a server, as Discord promises. */
  ownMember: 'told' | 'untold';
  /** Channels that the bot can't view: of late they bear neither name nor permissions, and no list has them; or all is told, as it was before. */
  unviewed: 'hidden' | 'told';
  /** Whether a channel that somebody chose comes with what the bot may do there: since July 2026. github.com/discord/discord-api-docs/pull/8443 */
  ownRightsChosen: 'told' | 'untold';
  /** What stands in a form whose `custom_id` they have seen before: phones go on showing what stood in it the first time. github.com/discord/discord-api-docs/issues/7554 */
  forms: 'as told' | 'as first seen';
  /** The most that are told by one event; Discord itself says only that there may be up to a thousand. */
  membersPerChunk: number;
  /** The most pins that are told at once, and whether more are said to follow than do. */
  pinsPage: number;
  pinsGoOn: boolean;
  /** How many more may begin, and milliseconds until there are a thousand again: told, not counted. */
  sessions: { readonly remaining: number; readonly resetAfter: number };
}

/** What happens to a server, and to the bot's place in it. */
export interface DiscordServers {
  /** The bot can no longer do this there (everywhere, if no workspace is named); people still can. */
  takesPermission(name: PermissionName, workspace?: string): void;
  /** Puts it into the bot's own role. */
  givesPermission(name: PermissionName, workspace?: string): void;
  joinsWorkspace(name: string, workspace?: string): void;
  /** By an invite, which lets in no more than it is for, and no longer. */
  joinsBy(code: string, name: string): void;
  /** As an administrator does in the server's settings; the bot's own role stands at 10. `boosters`: Discord's own, which it gives out itself. */
  makesRole(
    name: string,
    more?: {
      readonly position?: number;
      readonly workspace?: string;
      readonly boosters?: true;
      readonly permissions?: readonly PermissionName[];
    },
  ): void;
  /** As an administrator does, too: that is all it lets do from now on. */
  changesRole(name: string, permissions: readonly PermissionName[], workspace?: string): void;
  /** And so. */
  deletesRole(name: string, workspace?: string): void;
  /** A moderator puts somebody, or the bot, in a timeout of a week, or ends it. */
  timesOut(person: string, on: boolean, workspace?: string): void;
  /** What somebody has been given. */
  rolesOf(name: string, workspace?: string): readonly string[];
  rolesThere(workspace?: string): readonly string[];
  categoriesThere(workspace?: string): readonly string[];
  /** What the bot's own role may there, and what it was added with and may no more. */
  botsPermissions(workspace?: string): { readonly held: readonly string[]; readonly taken: readonly string[] };
  /** Somebody removes the bot from the guild. */
  removesApp(workspace?: string): void;
  /** Somebody adds it again; its commands for that guild are gone. */
  addsApp(workspace?: string): void;
  /** An outage: `GUILD_DELETE` with `unavailable`, the API answers 503, nobody sees the server, or the bot alone doesn't, until `GUILD_CREATE` when it is back. */
  goesDown(workspace?: string, forWhom?: OutFor): void;
  comesBack(workspace?: string): void;
  /** A person's name everywhere; a bot hears of it with the members intent alone. */
  renamesPerson(person: string, name: string, workspace?: string): void;
  /** As whoever manages nicknames does, in one server; null: none any more. */
  givesNickname(person: string, nick: string | null, workspace?: string): void;
  renamesWorkspace(name: string, workspace?: string): void;
  /** A text channel becomes one for announcements, as whoever manages it can make it in a Community server; or text again. */
  turnsInto(channel: string, what: 'announcements' | 'text', workspace?: string): void;
  /** An event to the letter, as one was recorded elsewhere, though nobody here did anything. */
  tells(name: string, event: { readonly guild_id?: string; readonly [field: string]: unknown }): void;
  /** As of a server in Server Discovery: no channel's name may hold these. */
  forbidsWords(words: readonly string[], workspace?: string): void;
  /** Another bot tidies up, or somebody is banned with their messages: one event for all. */
  deletesMany(channel: string, messageIds: readonly string[], workspace?: string): void;
  /** Whether the overwrites of who leaves stay; they do unless told. */
  keepsLeaversRights(on: boolean): void;
  /** Whether an overwrite can be given to who isn't there; not unless told. */
  takesStrangersRights(on: boolean): void;
  /** `exact` unless told. */
  tellsPinTimeAfterUnpin(how: Customs['pinTimeAfterUnpin']): void;
  /** Unless told, it does. */
  saysWhoPinned(on: boolean): void;
  /** Unless told, it does. */
  tellsOwnMember(on: boolean): void;
  /** Unless told, it does; from the next that is told of them. */
  hidesUnviewed(on: boolean): void;
  /** Unless told, it does, of a channel that somebody chose. */
  tellsOwnRights(on: boolean): void;
  /** On phones they do; not unless told. */
  keepsForms(on: boolean): void;
  /** A thousand unless told. */
  tellsMembersBy(most: number): void;
  /** Fifty unless told. `goesOn`: it says that there are more, and tells none. */
  tellsPinsBy(most: number, goesOn?: boolean): void;
}

export interface DiscordPlayground extends Playground, DiscordServers {
  readonly platform: 'discord';
  readonly token: string;
  /** The bot's user has the same id. */
  readonly applicationId: string;
  limitsRates(on: boolean): void;
  /** The bot was added there without `applications.commands`, until the link with that scope is opened. */
  takesCommandsScope(workspace?: string): void;
  givesCommandsScope(workspace?: string): void;
  /** How many sessions may still begin today; a thousand unless told. */
  leavesSessions(remaining: number, resetAfterMs?: number): void;
  /** Ends every socket with this code, as the Gateway does. */
  closesSockets(code: number): void;
  /** Op 7. */
  asksToReconnect(): void;
  /** Op 9. */
  invalidatesSessions(resumable: boolean): void;
  /** From now on the Gateway says nothing of these, and all else. */
  withholds(...what: readonly Withheld[]): void;
  /** It is reset in the portal: the API answers 401, the Gateway closes with 4004; and it is the good one again. */
  takesToken(): void;
  givesToken(): void;
  /** In the portal. Sessions that asked for one that is switched off end with 4014. */
  switchesIntent(name: 'guildMembers' | 'messageContent', on: boolean): void;
}
