/** What people do without any bot, in the platform's own client: each is refused where that client refuses it. */
export interface ByHand {
  brings(person: string, channel: string): Promise<void>;
  /** Slack: a public one, oneself. */
  joins(channel: string): Promise<void>;
  leaves(channel: string): Promise<void>;
  throwsOut(person: string, channel: string): Promise<void>;
  renames(channel: string, name: string): Promise<void>;
  setsTopic(channel: string, topic: string): Promise<void>;
  archives(channel: string): Promise<void>;
  /** Discord: a thread alone. */
  unarchives(channel: string): Promise<void>;
  /** Slack: converted. Discord: everybody may see it, or only whom it names. */
  makesPublic(channel: string): Promise<void>;
  makesPrivate(channel: string): Promise<void>;
  deletesChannel(channel: string): Promise<void>;
  makesChannel(name: string, options?: { private?: boolean }): Promise<void>;
  /** Slack: deactivated by an administrator. Discord: leaves the server. */
  leavesWorkspace(): Promise<void>;
  /** Back again, in none of the channels that they were in. */
  returnsToWorkspace(): Promise<void>;
  closesDirectMessages(): Promise<void>;
  opensDirectMessages(): Promise<void>;
}

/** What somebody's, a role's or `@everyone`'s row in a channel's permissions says, in the platform's names; what is in neither is inherited. */
export interface Rights {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

/** Discord alone; Slack's client has nothing of the kind, and refuses. */
export interface ByHandOnDiscord {
  /** `whom`: a person, a role, or `@everyone`. Their row in the channel's permissions, whole. */
  setsRights(channel: string, whom: string, rights: Rights): Promise<void>;
  dropsRights(channel: string, whom: string): Promise<void>;
  /** *Sync now*: the channel's permissions become those of its category. */
  syncsRights(channel: string): Promise<void>;
  /** Into a category, or out of all. Its permissions stay as they are. */
  movesChannel(channel: string, category?: string): Promise<void>;
  /** Out of the server: a person, or the bot. */
  kicks(name: string): Promise<void>;
  givesRole(person: string, role: string): Promise<void>;
  takesRole(person: string, role: string): Promise<void>;
}
