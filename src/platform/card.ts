/**
 * What a person reads and fills in, before any platform has drawn it. Pure data: messages make it, adapters draw it.
 *
 * Text is made with a tagged template, and every string in a hole is data: a CoP named `@everyone`, `<!channel>` or `*_~`
 * is shown as exactly that. Only our own words, between the holes, may use `**bold**`.
 */
import type { Deed, DeedName, DeedOf, Deeds } from '../domain/deed.ts';
import type { Value } from '../domain/options.ts';
import { slashes, type Typed } from '../domain/slash.ts';
import type { Invoke } from './invoke.ts';
import type { Channel, PlatformName } from './place.ts';

/** A person as a card names them: rung for and linked where they have an account on the reader's platform, else by name. */
export interface Who {
  readonly name: string;
  /** Said of who has no name, where their account can't be shown. */
  readonly instead?: Text;
  readonly account?: { readonly platform: PlatformName; readonly workspace: string; readonly id: string };
}

/** `ago` goes on counting: “3 minutes ago”. `appointment`: with the day of the week. */
export type AtStyle = 'day' | 'moment' | 'appointment' | 'ago';

/** As it is drawn. */
export type Plain =
  | { readonly kind: 'words'; readonly words: string } // ours; `**` switches bold on and off
  | { readonly kind: 'data'; readonly data: string } // theirs; shown to the letter
  | { readonly kind: 'who'; readonly who: Who }
  | { readonly kind: 'space'; readonly space: Channel; readonly name: string }
  | { readonly kind: 'at'; readonly at: number; readonly style: AtStyle } // epoch milliseconds, drawn in the reader's time zone
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  /** What can be typed, without the slash; `id`: as which the platform knows it where it is read, if that makes it clickable. */
  | { readonly kind: 'slash'; readonly slash: string; readonly id?: string };

/** A template as it was written, whole, so that it can be said in another language: between two pieces there is a hole. */
export interface Phrase {
  readonly kind: 'phrase';
  readonly pieces: readonly string[];
  readonly holes: readonly Text[];
  /** Where a number decides how it is said. */
  readonly counted?: Counted;
}

interface Counted {
  readonly count: number;
  /** What is said in English of one. */
  readonly one: Text;
}
export type Part = Plain | Phrase;

export type Text = readonly Part[];
/** A time where nothing counts on, or nobody's time zone is known. */
export const writtenTime = (at: number, style: AtStyle): string => {
  const iso = new Date(at).toISOString();
  if (style === 'moment' || style === 'appointment') return iso.slice(0, 16).replace('T', ' ');
  return style === 'day' ? iso.slice(0, 10) : `(${iso.slice(0, 10)})`;
};

/** Plain words are ours; with anything of theirs in it, it is a text. */
export type Words = string | Text;

type Hole =
  | string
  | number
  | { readonly who: Who }
  | { readonly space: Channel; readonly name: string }
  | { readonly at: number; readonly style?: AtStyle }
  | { readonly url: string; readonly label: string }
  | { readonly slash: Typed }
  | Text;

/** ``text`Please welcome ${{ who }} to ${cop.name}` `` */
export function text(words: TemplateStringsArray, ...holes: readonly Hole[]): Text {
  return [{ kind: 'phrase', pieces: words, holes: holes.map(partsOf) }];
}

/** What a fact's value stands behind: a question needs no colon. */
export const labelled = (label: string): string => (/[?!…]$/.test(label) ? label : `${label}:`);

export const textOf = (words: Words): Text =>
  typeof words === 'string' ? [{ kind: 'phrase', pieces: [words], holes: [] }] : words;

/** How a number of things is said: of one, and of any other number; other languages may tell more apart, by the template of `other`. */
export const plural = (count: number, one: Text, other: Text): Text =>
  other.map(part => (part.kind === 'phrase' ? { ...part, counted: { count, one } } : part));

/** As it was written, to be drawn. */
export const flat = (parts: Text): readonly Plain[] =>
  parts.flatMap(part => (part.kind === 'phrase' ? inTurn(part) : [part]));

const english = new Intl.PluralRules('en');

const inTurn = ({ pieces, holes, counted }: Phrase): readonly Plain[] =>
  counted && english.select(counted.count) === 'one' ? flat(counted.one) : piecesInTurn(pieces, holes);

const piecesInTurn = (pieces: Phrase['pieces'], holes: Phrase['holes']): readonly Plain[] =>
  pieces.flatMap((piece, i) => [...(piece ? [{ kind: 'words', words: piece } as const] : []), ...flat(holes[i] ?? [])]);

function partsOf(hole: Hole): Text {
  if (typeof hole === 'string' || typeof hole === 'number') return [{ kind: 'data', data: String(hole) }];
  if (isText(hole)) return hole;
  if ('who' in hole) return [{ kind: 'who', who: hole.who }];
  if ('space' in hole) return [{ kind: 'space', space: hole.space, name: hole.name }];
  if ('at' in hole) return [{ kind: 'at', at: hole.at, style: hole.style ?? 'day' }];
  if ('slash' in hole) return [{ kind: 'slash', slash: slashes[hole.slash] }];
  if ('url' in hole) return [{ kind: 'link', url: hole.url, label: hole.label }];
  return [];
}

const isText = (hole: Hole): hole is Text => Array.isArray(hole);

/** Texts in a row, with our own words between them: `joined([a, b], ', ')`. */
export function joined(texts: readonly Text[], between: string): Text {
  return texts.flatMap((one, i) => (i === 0 ? one : [{ kind: 'words', words: between } as const, ...one]));
}

/** `theirs`: the label is what people wrote, and stays as it is. At most 75 characters of label (Slack's limit; Discord's is 80). One or two a card; more only where each row has its own. */
export type Button =
  | { readonly label: string; readonly theirs?: true; readonly does: Deed; readonly style?: 'primary' | 'danger' }
  | { readonly label: string; readonly goesTo: Channel | { readonly url: string } };

/** What is seldom wanted, behind a word: Slack's `⋯` for up to five, else a list to choose from. Ways out are left out where a list can't hold them. */
export interface Menu {
  readonly label: string;
  readonly buttons: readonly Button[];
}

export type Block =
  | {
      readonly kind: 'text';
      readonly text: Text;
      readonly tone?: 'plain' | 'quiet' | 'quoted';
      readonly buttons?: readonly Button[];
      readonly menu?: Menu;
    }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: Text }[] }
  | { readonly kind: 'picture'; readonly png: Uint8Array; readonly name: string; readonly alt: string }
  /** As SVG; on its way to somebody it becomes a picture. Where it couldn't be drawn, it is told in words. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly name: string; readonly alt: string }
  /** A whole Markdown text (headings, lists, bold, quotes), as long as the guides are: up to 5,600 characters. */
  | { readonly kind: 'guide'; readonly title: string; readonly markdown: string }
  | { readonly kind: 'divider' };

export interface Card {
  /** On the button that closes it, where a platform shows it on its own; `Close` if left out. */
  readonly close?: string;
  readonly title?: Text;
  readonly body: readonly Block[];
  readonly buttons?: readonly Button[];
}

/** A field of a form; its name is the option that the answer becomes. Labels ≤ 45 characters (Discord's limit), hints ≤ 100. */
interface FieldBase<Name extends string> {
  readonly name: Name;
  readonly label: Words;
  readonly hint?: string;
  readonly required?: boolean;
  /** Our word behind the label of what may stay empty. Slack's client draws one of its own. */
  readonly optional?: string;
  /** Why what was given can't be taken, at the field (Slack) or above the form (Discord). */
  readonly error?: Words;
}

export const optional = '(optional)';

export type Field<Name extends string = string, Value extends string = string> =
  | (FieldBase<Name> & {
      readonly kind: 'words';
      readonly long?: boolean;
      readonly max: number;
      readonly value?: string;
    })
  /** Value: account ids of the form's workspace, joined by commas. */
  | (FieldBase<Name> & { readonly kind: 'people'; readonly most: number; readonly value?: readonly string[] })
  /** One file. It can't be filled in beforehand: whoever mends the form may have to choose it again. */
  | (FieldBase<Name> & { readonly kind: 'file'; readonly value?: undefined })
  /** Value: a channel's id in the form's workspace. `private`: only private channels are offered. */
  | (FieldBase<Name> & { readonly kind: 'channel'; readonly private?: boolean; readonly value?: string })
  /** Value: the id of a role of the form's Discord server. Slack knows no such thing. */
  | (FieldBase<Name> & { readonly kind: 'server-role' })
  /** Value: 2026-09-01 where the platform has a picker, else as it was typed. */
  | (FieldBase<Name> & { readonly kind: 'date'; readonly value?: string })
  /** A day with its hour. Value: epoch milliseconds where the platform has a picker, else as it was typed. */
  | (FieldBase<Name> & { readonly kind: 'moment'; readonly value?: string })
  /** One box, with its words (≤ 75 characters: Slack's limit) beside it. Value: `yes`, or nothing. */
  | (FieldBase<Name> & { readonly kind: 'tick'; readonly words: string; readonly value?: 'yes' })
  | (FieldBase<Name> & {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: Value; readonly label: Words }[];
      readonly value?: Value;
    });

/** As many fields as a form may have: a sixth is an error of the compiler's. */
export type AtMostFive<T> =
  | readonly []
  | readonly [T]
  | readonly [T, T]
  | readonly [T, T, T]
  | readonly [T, T, T, T]
  | readonly [T, T, T, T, T];

/** What isn't asked this time is left out. */
export const asking = <const F extends AtMostFive<Field | undefined>>(
  ...fields: F
): AtMostFive<Exclude<F[number], undefined>> =>
  fields.filter(field => field !== undefined) as unknown as AtMostFive<Exclude<F[number], undefined>>;

/** A form of at most five fields (Discord's most). Submitting it is `does`, with the fields' values among the options. */
export interface Form {
  readonly title: string; // ≤ 24 characters (Slack's limit)
  readonly intro?: Text;
  readonly fields: AtMostFive<Field>;
  readonly submit: string; // ≤ 24 characters
  /** On the button that leaves it; `Cancel` if left out. */
  readonly cancel?: string; // ≤ 24 characters
  readonly does: Invoke;
}

/** One of a deed's: what is offered to choose from are the words that are read. */
export type FieldOf<D extends DeedName, Name extends Deeds[D] = Deeds[D]> = {
  [O in Name]: Field<O, Value<D, O>>;
}[Name];

/** What is wrong with what was given, by field: said at it. */
export type ErrorsOf<D extends DeedName> = { [F in Deeds[D]]?: Words };

/** The form of a command: its fields are among the options that the command takes. */
export type FormOf<D extends DeedName> = Omit<Form, 'fields' | 'does'> & {
  readonly fields: AtMostFive<FieldOf<D>>;
  readonly does: DeedOf<D>;
};
