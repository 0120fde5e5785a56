import type { NetworkId, WorkspaceKey } from './ids.ts';
import type { Language } from './language.ts';

/** How people without an account get in: over the administrators' own link or sign-up page, or by asking somebody; else nothing is told of it. */
export type WayIn =
  | { readonly kind: 'untold' }
  | { readonly kind: 'link'; readonly url: string }
  /** Who, and how they are reached, as an administrator wrote it. */
  | { readonly kind: 'person'; readonly words: string };

/** What the people who install it chose for a workspace. Nothing breaks without any of it. */
export interface Chosen {
  readonly workspace: WorkspaceKey;
  /** The Support Team's channel: who is in it is the Support Team. */
  readonly supportChannel: string | undefined;
  /** `wanted`: made when the first facilitator is to be in it. */
  readonly forum: 'none' | 'wanted' | 'there';
  readonly forumChannel: string | undefined;
  readonly starters: 'anyone' | 'admins';
  readonly startPolicy: 'open' | 'after-conversation';
  /** Where a platform tells no person's own: an IANA name. */
  readonly timeZone: string | undefined;
  /** Of what several read at once; of who starts a CoP, if nothing was chosen. */
  readonly language: Language | undefined;
  readonly wayIn: WayIn;
  /** When the first admin was offered to choose. */
  readonly offeredAt: number | undefined;
  readonly chosenAt: number | undefined;
  /** 0: nothing is kept yet. */
  readonly version: number;
}

/** As they are kept. */
export interface Settings extends Chosen {
  readonly networkId: NetworkId;
}

export const nothingChosen = (workspace: WorkspaceKey): Chosen => ({
  workspace,
  supportChannel: undefined,
  forum: 'none',
  forumChannel: undefined,
  starters: 'anyone',
  startPolicy: 'open',
  timeZone: undefined,
  language: undefined,
  wayIn: { kind: 'untold' },
  offeredAt: undefined,
  chosenAt: undefined,
  version: 0,
});

export const unchosen = (networkId: NetworkId, workspace: WorkspaceKey): Settings => ({
  ...nothingChosen(workspace),
  networkId,
});

/** A conversation can only come first where there is somebody to have it with. */
export const conversationFirst = (settings: Chosen): boolean =>
  settings.startPolicy === 'after-conversation' && settings.supportChannel !== undefined;

/** As it is written in the zone database, whatever the case it was typed in; nothing, for what is no time zone. */
export function timeZoneCalled(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
