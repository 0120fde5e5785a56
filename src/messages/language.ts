/**
 * A card is written in English, whole templates at a time, and given in the language of whoever reads it. The other language is a
 * catalogue: the English template, its holes numbered, and what is said instead. What people wrote is in the holes, and stays.
 */
import type { Language } from '../domain/language.ts';
import {
  type Block,
  type Button,
  type Card,
  type Field,
  type Form,
  flat,
  type Phrase,
  type Text,
  type Words,
} from '../platform/card.ts';
import { german } from './de/index.ts';

/** Each language in its own words. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** What is said instead of an English template; of what is counted, in a language with more than two forms, by its forms. */
export type Rendering = string | (Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string });
export type Catalogue = Readonly<Record<string, Rendering>>;

const catalogues: Readonly<Record<Language, Catalogue>> = { en: {}, de: german };

/** `{0} asks to join **{1}**.`: how a template stands in a catalogue. */
export const keyOf = (pieces: readonly string[]): string =>
  pieces.map((piece, n) => (n === 0 ? piece : `{${n - 1}}${piece}`)).join('');

const hole = /\{(\d+)\}/;

export const textIn = (text: Text, language: Language): Text =>
  language === 'en' ? text : textFrom(catalogues[language], language, text);

/** Whatever the catalogue doesn't have is said in English. */
export const textFrom = (catalogue: Catalogue, language: string, text: Text): Text =>
  text.flatMap(part => {
    if (part.kind === 'phrase') return phraseFrom(catalogue, language, part);
    if (part.kind !== 'who' || !part.who.instead) return [part];
    return [{ ...part, who: { ...part.who, instead: textFrom(catalogue, language, part.who.instead) } }];
  });

function phraseFrom(catalogue: Catalogue, language: string, { pieces, holes, counted }: Phrase): Text {
  const said = catalogue[keyOf(pieces)] ?? keyOf(pieces);
  const form = counted ? new Intl.PluralRules(language).select(counted.count) : 'other';
  if (counted && form === 'one' && typeof said === 'string') return textFrom(catalogue, language, counted.one);
  return (typeof said === 'string' ? said : (said[form] ?? said.other))
    .split(hole)
    .flatMap((piece, n) =>
      n % 2 === 1
        ? textFrom(catalogue, language, holes[Number(piece)] ?? [])
        : piece
          ? [{ kind: 'words', words: piece }]
          : [],
    );
}

/** Words of ours, whole. */
export function wordsIn(words: string, language: Language): string {
  const said = catalogues[language][words] ?? words;
  return typeof said === 'string' ? said : said.other;
}

/** Where nothing is drawn: a channel's purpose. */
export const plainIn = (text: Text, language: Language): string =>
  flat(textIn(text, language))
    .map(part => {
      if (part.kind === 'words') return part.words;
      if (part.kind === 'slash') return `/${part.slash}`;
      if (part.kind === 'who') return part.who.instead ? plainIn(part.who.instead, language) : part.who.name;
      return part.kind === 'data' ? part.data : '';
    })
    .join('');

const eitherIn = (words: Words, language: Language): Words =>
  typeof words === 'string' ? wordsIn(words, language) : textIn(words, language);

export function cardIn(card: Card, language: Language): Card {
  if (language === 'en') return card;
  return {
    close: wordsIn('Close', language),
    ...(card.title && { title: textIn(card.title, language) }),
    body: card.body.map(block => blockIn(block, language)),
    ...(card.buttons && { buttons: buttonsIn(card.buttons, language) }),
  };
}

const buttonsIn = (buttons: readonly Button[], language: Language): readonly Button[] =>
  buttons.map(button => ('theirs' in button ? button : { ...button, label: wordsIn(button.label, language) }));

function blockIn(block: Block, language: Language): Block {
  switch (block.kind) {
    case 'text':
      return {
        ...block,
        text: textIn(block.text, language),
        ...(block.buttons && { buttons: buttonsIn(block.buttons, language) }),
        ...(block.menu && {
          menu: { label: wordsIn(block.menu.label, language), buttons: buttonsIn(block.menu.buttons, language) },
        }),
      };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map(({ label, value }) => ({
          label: wordsIn(label, language),
          value: textIn(value, language),
        })),
      };
    default:
      return block; // a guide is a file of its own in each language
  }
}

export function formIn(form: Form, language: Language): Form {
  if (language === 'en') return form;
  return {
    ...form,
    title: wordsIn(form.title, language),
    ...(form.intro && { intro: textIn(form.intro, language) }),
    fields: form.fields.map(field => fieldIn(field, language)) as unknown as Form['fields'],
    submit: wordsIn(form.submit, language),
    cancel: wordsIn('Cancel', language),
  };
}

const fieldIn = (field: Field, language: Language): Field => ({
  ...field,
  label: eitherIn(field.label, language),
  ...(field.optional && { optional: wordsIn(field.optional, language) }),
  ...(field.hint && { hint: wordsIn(field.hint, language) }),
  ...(field.error && { error: eitherIn(field.error, language) }),
  ...(field.kind === 'tick' && { words: wordsIn(field.words, language) }),
  ...(field.kind === 'choice' && {
    choices: field.choices.map(one => ({ ...one, label: eitherIn(one.label, language) })),
  }),
});
