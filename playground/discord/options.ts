/** How a Discord playground is started, and what it offers beyond what both playgrounds do. */
import type { Playground, PlaygroundOptions } from '../driver.ts';
import type { PermissionName } from './permissions.ts';

export interface DiscordOptions extends PlaygroundOptions {
  /** Privileged intents enabled for the app; both off unless told. */
  readonly intents?: { readonly guildMembers?: boolean; readonly messageContent?: boolean };
  /** The bot's name; `CoP Bot` unless told. */
  readonly appName?: string;
  /** Counts calls as Discord does, by the real clock; true unless told. */
  readonly rateLimits?: boolean;
}

export interface DiscordPlayground extends Playground {
  readonly platform: 'discord';
  readonly token: string;
  /** The bot's user has the same id. */
  readonly applicationId: string;
  /** The bot can no longer do this there (everywhere, if no workspace is named); people still can. */
  takesPermission(name: PermissionName, workspace?: string): void;
  /** Puts it into the bot's own role. */
  givesPermission(name: PermissionName, workspace?: string): void;
  limitsRates(on: boolean): void;
  joinsWorkspace(name: string, workspace?: string): void;
  /** Somebody removes the bot from the guild. */
  /** As an administrator does in the server's settings; the bot's own role stands at 10. */
  makesRole(name: string, more?: { readonly position?: number; readonly workspace?: string }): void;
  /** What somebody has been given. */
  rolesOf(name: string, workspace?: string): readonly string[];
  removesApp(workspace?: string): void;
  /** Somebody adds it again; its commands for that guild are gone. */
  addsApp(workspace?: string): void;
}
