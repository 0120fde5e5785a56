/** What the page and its server say to each other. */

export interface TourStep {
  readonly title: string;
  readonly words: string;
  /** Whom to be for it. */
  readonly as?: string;
  /** What to put into the line that one types in. */
  readonly types?: string;
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
  | { readonly does: 'submits'; readonly values: Record<string, string | string[] | SentFile> }
  | { readonly does: 'closes-form' }
  | { readonly does: 'opens-home' };
