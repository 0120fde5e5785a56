/** What the page and its server say to each other. */
import type { ScreenChannel } from '../screen.ts';

export interface TourStep {
  readonly title: string;
  readonly words: string;
  /** Whom to be for it. */
  readonly as?: string;
  /** What to put into the line that one types in. */
  readonly types?: string;
  /** Where: the direct message with the app, or the newest private channel; the first public one unless told. */
  readonly opens?: 'direct message' | 'private';
  /** Shows the page as wide as a phone. */
  readonly phone?: boolean;
}

/** Whom one can be. */
export interface PagePerson {
  readonly name: string;
  readonly calling: string;
}

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

interface OnMessage {
  readonly channelId: string;
  readonly id: string;
}

/** Where the page offers it: a channel's menu, that of somebody in it, of anybody, of oneself, below the channels, or the platform's own panel. */
export type HandPlace = 'channel' | 'member' | 'person' | 'me' | 'sidebar' | 'platform';

export interface Ask {
  readonly name: string;
  readonly label: string;
  /** `whom`: a person, a role, or everyone. */
  readonly kind: 'words' | 'choice' | 'several' | 'person' | 'whom';
  readonly options?: readonly string[];
  readonly value: string;
}

/** Something done by hand, as the page shows it. */
export interface ShownVerb {
  readonly verb: string;
  readonly on: HandPlace;
  readonly label: string;
  readonly asks: readonly Ask[];
  readonly archived?: boolean;
  /** For channels of these kinds alone. */
  readonly kinds?: readonly ScreenChannel['kind'][];
  /** Of the platform's panel: what it stands under. */
  readonly group?: string;
  readonly warns?: string;
}

export interface HandsShown {
  readonly verbs: readonly ShownVerb[];
  readonly roles: readonly string[];
  /** What is not as it should be now. */
  readonly troubles: readonly string[];
}

/** Something that a person does in the platform's own client. `in`: a channel's id or name, `direct message`, `home`. */
export type Act =
  | { readonly does: 'types'; readonly line: string; readonly in?: string }
  | { readonly does: 'posts'; readonly text: string; readonly in: string; readonly files: SentFile[] }
  | {
      readonly does: 'presses';
      readonly label: string;
      readonly message?: string;
      readonly control: string;
      readonly in?: string;
    }
  | {
      readonly does: 'chooses';
      readonly menu: string;
      readonly option: string;
      readonly message: string;
      readonly in?: string;
    }
  | ({ readonly does: 'uses'; readonly shortcut: string } & OnMessage)
  | ({ readonly does: 'pins' } & OnMessage)
  | ({ readonly does: 'unpins' } & OnMessage)
  | ({ readonly does: 'deletes' } & OnMessage)
  | ({ readonly does: 'edits' | 'replies'; readonly text: string } & OnMessage)
  | ({ readonly does: 'reacts' | 'unreacts'; readonly emoji: string } & OnMessage)
  | {
      readonly does: 'by-hand';
      readonly verb: string;
      readonly channel?: string | undefined;
      readonly person?: string | undefined;
      readonly given: Record<string, string | string[]>;
    }
  /** `by`: the address that let them in. */
  | { readonly does: 'arrives'; readonly by?: string | undefined }
  | { readonly does: 'submits'; readonly values: Record<string, string | string[] | SentFile> }
  | { readonly does: 'closes-form' }
  | { readonly does: 'opens-home' };
