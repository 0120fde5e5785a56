import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { german } from '../../src/messages/de/index.ts';
import { cardIn, formIn, keyOf, textFrom, textIn } from '../../src/messages/language.ts';
import { peopleIn } from '../../src/messages/people.ts';
import { plural, text } from '../../src/platform/card.ts';
import { deed } from '../support/deed.ts';
import { spoken } from '../support/spoken.ts';
import { plain, wordsOf } from '../support/words.ts';

const holesOf = (words: string): readonly string[] => [...new Set(words.match(/\{\d+\}/g) ?? [])].sort();

describe('German', () => {
  it('has all that is said: what is missing here goes into the file of that name in src/messages/de', () => {
    expect(spoken().filter(({ key }) => german[key] === undefined)).toEqual([]);
  });

  it('is found nowhere else: what people read from the bot stands in src/messages', () => {
    const elsewhere = globSync('src/{commands,bot,domain,store,jobs,web}/**/*.ts').filter(file =>
      readFileSync(file, 'utf8').includes('text`'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('says each of them in one place: the later of two would silently win', async () => {
    const files = globSync('src/messages/de/*.ts').filter(file => path.basename(file) !== 'index.ts');
    const all = (
      await Promise.all(files.map(async file => Object.values<object>(await import(path.resolve(file)))))
    ).flatMap(catalogues => catalogues.flatMap(Object.keys));
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((key, n) => all.indexOf(key) !== n)).toEqual([]);
  });

  it('has nothing that nobody says any more', () => {
    const keys = new Set(spoken().map(one => one.key));
    expect(Object.keys(german).filter(key => !keys.has(key))).toEqual([]);
  });

  it.each(Object.entries(german))('%s', (english, said) => {
    expect(holesOf(said)).toEqual(holesOf(english));
    expect(said.split('**').length % 2).toBe(1);
    // Of Markdown's marks ours has bold alone: any other is shown to the letter.
    for (const words of [english, said]) expect(words.replaceAll('**', '')).not.toMatch(/[*`]|\]\(|(?<!\w)_(?!\w*_\w)/);
    expect([said.at(0) === ' ', said.at(-1) === ' ']).toEqual([english.at(0) === ' ', english.at(-1) === ' ']);
  });

  it('speaks of files and the web in the words of those who read it', () => {
    const both = spoken().flatMap(({ key }) => [key, german[key] ?? '']);
    expect(both.filter(words => /\b(API|CSV|HTTP|JSON|UUID)\b/.test(words))).toEqual([]);
  });

  it('keeps what Discord shows while somebody types within its 100 characters', () => {
    const summaries = spoken().filter(({ file }) => file === 'commands.ts');
    expect(summaries.filter(({ key }) => (german[key] ?? '').length > 100)).toEqual([]);
  });
});

describe('in another language', () => {
  it('what people wrote stays, though it read like words of ours', () => {
    const card = {
      body: [{ kind: 'text', text: text`${text`${'Approve'}`} asks to join **${'Close'}**.` }],
      buttons: [{ label: 'Approve', does: deed('x') }],
    } as const;
    expect(wordsOf(cardIn(card, 'en'))).toBe('Approve asks to join Close.\n[Approve]');
    expect(wordsOf(cardIn(card, 'de'))).toBe('Approve möchte bei Close mitmachen.\n[Aufnehmen]');
  });

  it('a form keeps what was filled in, and what cannot be taken is said in words and in texts', () => {
    const field = {
      kind: 'words',
      name: 'name',
      label: 'Name',
      max: 9,
      value: 'Close',
      error: text`${'Close'}`,
    } as const;
    const form = { title: 'Close', fields: [field] as const, submit: 'Save', does: deed('x') };
    const said = formIn(form, 'de');
    expect(said).toMatchObject({ title: 'Schließen', submit: 'Speichern', cancel: 'Abbrechen' });
    expect(said.fields[0]).toMatchObject({ value: 'Close', error: [{ kind: 'data', data: 'Close' }] });
  });

  it('what is counted is said by the rules of the language, however many forms it tells apart', () => {
    const papers = (many: number) => plural(many, text`one paper`, text`${many} papers`);
    const polish = {
      '{0} papers': { one: 'jeden tekst', few: '{0} teksty', many: '{0} tekstów', other: '{0} tekstu' },
    };
    expect([1, 3, 5, 1.5].map(many => plain(textFrom(polish, 'pl', papers(many))))).toEqual([
      'jeden tekst',
      '3 teksty',
      '5 tekstów',
      '1.5 tekstu',
    ]);
    expect([0, 1, 2].map(many => plain(papers(many)))).toEqual(['0 papers', 'one paper', '2 papers']);
    expect([0, 1, 2].map(many => plain(textIn(peopleIn(many), 'de')))).toEqual(['0 Leute', 'eine Person', '2 Leute']);
  });

  it('what nobody has translated is said in English, with its holes filled', () => {
    const card = { body: [{ kind: 'text', text: text`Nobody translated ${'this'} and ${'that'}` }] } as const;
    expect(wordsOf(cardIn(card, 'de'))).toBe('Nobody translated this and that');
    expect(keyOf(['Nobody translated ', ' and ', ''])).toBe('Nobody translated {0} and {1}');
  });
});
