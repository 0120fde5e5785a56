/** What a person sees in the platform's own client: messages and forms, every visible word of them. */

export interface SeenButton {
  readonly label: string;
  readonly style: 'plain' | 'primary' | 'danger' | 'link';
  readonly disabled: boolean;
  /** Set for link buttons only. */
  readonly url?: string;
}

export interface SeenFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** One message as its reader sees it: markup resolved (`@Ben Okafor`, `#cop-wound-care`), every visible word in reading order. */
export interface SeenMessage {
  readonly id: string;
  /** The channel's name without `#`, or `direct message`. */
  readonly where: string;
  readonly channelId: string;
  readonly author: string;
  readonly byBot: boolean;
  /** All visible words, headings and facts included, buttons and menus not. */
  readonly text: string;
  readonly buttons: readonly SeenButton[];
  readonly pictures: readonly { readonly alt: string }[];
  readonly files: readonly SeenFile[];
  /** "Only visible to you". */
  readonly onlyYou: boolean;
  readonly pinned: boolean;
  /** People whom it notifies by a mention that the platform really rings for. */
  readonly rings: readonly string[];
  readonly edited: boolean;
  /** The platform's own link to this message. */
  readonly permalink: string;
}

export interface SeenField {
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'words' | 'long-words' | 'choice' | 'choices' | 'people' | 'channel' | 'date' | 'moment' | 'file';
  readonly required: boolean;
  /** More than one may be chosen. */
  readonly several?: boolean;
  /** Prefilled value: words, the chosen option's label, or people's names joined by `, `. */
  readonly value: string;
  readonly error?: string;
  readonly options?: readonly string[];
  readonly maxLength?: number;
}

/** An open form (Slack: a modal view with inputs; Discord: a modal). */
export interface SeenForm {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  readonly fields: readonly SeenField[];
}
