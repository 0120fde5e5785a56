/** What people do without any bot, in the platform's own client: each is refused where that client refuses it. */
export interface ByHand {
  brings(person: string, channel: string): Promise<void>;
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
}
