/** How a Slack playground is started, and what it offers beyond what both playgrounds do. */
import type { Playground, PlaygroundOptions } from '../driver.ts';
import type { KeptBack } from './kept-back.ts';
import type { Farewell, Withheld } from './sockets.ts';
import type { Elsewhere, Plan } from './state.ts';
import type { AppAnswer } from './world.ts';

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  /** What may follow, as completion shows it. */
  readonly hint?: string;
  /** Mentions, channels and links reach the app marked up (`should_escape` of the app's manifest). */
  readonly escapes?: boolean;
}

/** What the app's manifest says of it (manifest.ts); what is left out here is on, and everything is subscribed to. */
export interface SlackApp {
  /** Bot scopes granted at installation; the defaults are `defaultScopes`. */
  readonly scopes?: readonly string[];
  /** `bot_events` as the manifest names them: `pin_added`, `message.groups`. */
  readonly events?: readonly string[];
  /** Whether buttons, menus, forms and shortcuts reach it. */
  readonly interactivity?: boolean;
  readonly homeTab?: boolean;
  /** Read-only: there is no composer in it, so nobody can type to the app there. */
  readonly messagesTab?: 'open' | 'read-only' | 'off';
  readonly commands?: readonly SlashCommand[];
  readonly shortcuts?: readonly { readonly callbackId: string; readonly name: string }[];
}

/** By which event; by both, what tells who did it comes last. */
export type OwnLeaving = 'group_left' | 'member_left_channel' | 'both';

/** Of a pinned message: all of it, only where it stands, or nothing. */
export type PinsTold = 'whole' | 'place' | 'nothing';

export interface SlackOptions extends PlaygroundOptions, SlackApp {
  /** Refuses arguments that a method doesn't know; true unless told. The real one passes over most of them without a word. */
  readonly strictArguments?: boolean;
  /** Counts calls by tier, with `now`; true unless told. */
  readonly rateLimits?: boolean;
  /** Milliseconds until an event that wasn't acknowledged comes again: at once, after a minute, after five. */
  readonly retriesAfterMs?: readonly number[];
  /** Milliseconds from the `warning` on a connection to its end; ten seconds unless told. */
  readonly warnsAheadMs?: number;
  /** Whoever set it up copied the bot token of another app, by this id: both tokens are taken, and the sockets of this one hear nothing. */
  readonly botsApp?: string;
}

export interface SlackPlayground extends Playground {
  readonly platform: 'slack';
  /** `xapp-…`, for `apps.connections.open`. */
  readonly appToken: string;
  readonly signingSecret: string;
  /** `xoxb-…` of the only workspace, or of the one named. */
  botToken(workspace?: string): string;
  botUserId(workspace?: string): string;
  /** While on, creating a private channel there answers `restricted_action`. */
  restrictsPrivateChannels(workspace: string, on: boolean): void;
  /** Takes a scope from every installation: calls that need it answer `missing_scope`. */
  removeScope(scope: string): void;
  /** Gives it back. */
  givesScope(scope: string): void;
  /** Granted now, and taken away since the app was installed. */
  scopes(): { readonly granted: readonly string[]; readonly taken: readonly string[] };
  /** Its maker pastes another manifest and installs the app anew: scopes, events, tabs and commands are this one's. */
  pastesManifest(app: SlackApp): void;
  /** Whether `group_unarchive` reaches the app of a private channel that it is no longer in; true unless told. Sources differ. */
  hearsUnarchiving(on: boolean): void;
  /** By which event the app hears of its own going; by `group_left` (`channel_left`) unless told. Sources differ. */
  tellsOwnLeaving(by: OwnLeaving): void;
  /** How much of what was pinned `pin_added` and `pin_removed` tell; the whole message unless told. Slack's own page leaves it open. docs.slack.dev/reference/events/pin_added */
  tellsOfPins(how: PinsTold): void;
  /** Whether Slack finds out what an uploaded file is; until it has, `files.info` names no type, and no block shows it. */
  settlesFiles(on: boolean): void;
  /** So many at most on a page of a list, however many were asked for: "fewer than the requested number", as Slack says. docs.slack.dev/apis/web-api/pagination */
  tellsAPage(most: number): void;
  /** Whether a new channel's name is brought into another form, without marks over its letters; as it was given unless told: "we will … modify it", as Slack says. docs.slack.dev/reference/methods/conversations.rename#naming */
  foldsNames(on: boolean): void;
  /** Whether `conversations.members` goes on naming who was deactivated while they were in a channel; no unless told. Sources differ. github.com/adsr/irslackd/issues/67 */
  listsDeactivated(on: boolean): void;
  renamesPerson(person: string, name: string, workspace?: string): void;
  /** Somebody is of another team, which shares its channels with this one (Slack Connect): they press with their own team's id. */
  comesFrom(person: string, team: Elsewhere, workspace?: string): void;
  /** From now on an app posts for them what they post, by their token: it bears the app's id and theirs. docs.slack.dev/reference/methods/chat.postMessage#authorship */
  speaksThrough(person: string, app: string, workspace?: string): void;
  /** A channel is shared with another organisation (`channel_shared`): a private one goes by another id from then on (`channel_id_changed`). */
  connects(channel: string, other?: string, workspace?: string): void;
  /** And is so no more (`channel_unshared`). */
  disconnectsFrom(channel: string, other?: string, workspace?: string): void;
  /** A private channel has an id as it would have it from years ago, which begins with G (told as `channel_id_changed`). */
  makesOld(channel: string, workspace?: string): void;
  renamesWorkspace(name: string, workspace?: string): void;
  /** From now on every call with that token is refused with this code (`token_revoked`, `invalid_auth`, `account_inactive`…). */
  refusesToken(which: 'bot' | 'app', code: string, workspace?: string): void;
  /** As before: the same token is good again. */
  takesToken(which: 'bot' | 'app', workspace?: string): void;
  /** `disconnect` with this reason, to every connection, and closes it; after a `warning` some seconds later. */
  disconnects(reason: Farewell): void;
  /** How many connections of the app there are just now. */
  connections(): number;
  /** Closes every connection with this code and without a word before; 1006 cuts the line. */
  closesSockets(code: number): void;
  /** What Slack keeps to itself from now on, on connections old and new; an empty list ends it. */
  withholds(what: readonly Withheld[]): void;
  /** A private channel that neither the bot nor anybody named sees; its name is taken all the same. */
  addsHiddenChannel(name: string, workspace?: string): void;
  /** Counting by tiers, on or off from now on. */
  limitsRates(on: boolean): void;
  /** Somebody new in the workspace (`team_join`). */
  joinsWorkspace(person: string, workspace?: string): void;
  /** Another app is installed; who is in a channel brings it in like anybody. */
  addsAnotherApp(name: string, workspace?: string): void;
  /** Whether somebody of this name has, or had, an account there. */
  knows(person: string, workspace?: string): boolean;
  /** An admin removes the app: `tokens_revoked`, `app_uninstalled`, it is out of every channel, and its token answers `account_inactive`. */
  uninstallsApp(workspace?: string): void;
  /** Installed for a whole organisation, which the token is of then: methods that are about a workspace want to be told which. */
  installsOrgWide(workspace?: string): void;
  /** Installed again: a new token (`botToken`), the same bot user, in no channel until somebody brings it. */
  reinstallsApp(workspace?: string): void;
  /** Of a file that was posted Slack tells no more than this from now on: the plan's space is used up, it is nobody's here to see, or it is no more. */
  keepsBack(file: string, how: KeptBack, workspace?: string): void;
  /** On the free plan, messages older than ninety days by `now` are hidden from everybody until another is chosen (plan.ts). */
  choosesPlan(plan: Plan, workspace?: string): void;
  /** An event to the letter, as one was recorded elsewhere: the app hears what Slack is known to send, though nobody here did anything. */
  tells(event: { readonly type: string; readonly [field: string]: unknown }, workspace?: string): void;
  /** An envelope to the letter, whole or not, that comes of nothing anybody did here; whether the app acknowledged it in time, and with what. */
  hands(type: string, payload: object): Promise<AppAnswer>;
  /** Headers with which Slack signs a request over HTTP, for this raw body at this moment. */
  signedHeaders(body: string): Record<string, string>;
}

export const defaultScopes = [
  'groups:write',
  'groups:read',
  'groups:history',
  'pins:read',
  'pins:write',
  'bookmarks:write',
  'files:read',
  'files:write',
  'users:read',
  'chat:write',
  'commands',
  'im:write',
  'im:history',
  'channels:read',
  'team:read',
] as const;

export const defaultCommands = [
  { command: '/startcop', description: 'Start a Community of Practice' },
  { command: '/cop', description: 'Communities of Practice: find, join, tend', escapes: true },
] as const;

export const defaultShortcuts = [{ callbackId: 'save_to_the_library', name: 'Save to the library' }] as const;
