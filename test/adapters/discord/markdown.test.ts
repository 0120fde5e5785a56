import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, safeUrl, toLine, toMarkdown } from '../../../src/adapters/discord/markdown.ts';
import { textIn } from '../../../src/messages/language.ts';
import { who } from '../../../src/messages/people.ts';
import { text } from '../../../src/platform/card.ts';

describe('what people wrote is shown to the letter', () => {
  it.each([
    ['@everyone and @here', '\\@everyone and \\@here'],
    ['<@1> <#2> <t:3> <:x:4>', '\\<@1> \\<#2> \\<t:3> \\<\\:x:4>'],
    ['*a* _b_ ~~c~~ `d` ||e||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\|'],
    ['[x](https://evil.example)', '\\[x\\](https://evil.example)'],
    ['# one\n- two\n3. three\n> four\n  + five', '\\# one\n\\- two\n3\\. three\n\\> four\n  \\+ five'],
    ['back\\slash', 'back\\\\slash'],
    ['see https://a.example/under_score?x=*1* now_', 'see https://a.example/under_score?x=*1* now\\_'],
    [':tada: at 12:30:45', '\\:tada: at 12:30:45'],
    ['mail me@here.example', 'mail me\\@here.example'],
  ])('%s', (given, drawn) => {
    expect(toMarkdown(text`${given}`)).toBe(drawn);
  });

  it('also within our bold, which stays', () => {
    expect(toMarkdown(text`**${'a**b'}** and **${''}**`)).toBe('**a\\*\\*b** and ');
  });

  it('undone by Discord, it reads as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1 *_~`|[]<>@#:\\-.()\n') }), words => {
        expect(toMarkdown(text`${words}`).replace(/\\([^0-9A-Za-z\s])/g, '$1')).toBe(words);
      }),
    );
  });

  it('and leaves no mention, no heading, no quote, no list standing', () => {
    const piece = fc.constantFrom(
      '@everyone',
      '<@1>',
      '<#1>',
      '<t:1>',
      '# ',
      '> ',
      '- ',
      '1. ',
      '||',
      '**',
      '\n',
      'a',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const drawn = toMarkdown(text`${pieces.join('')}`);
        expect(drawn).not.toMatch(/(?<!\\)(?:\\\\)*(?:@everyone|<[@#t])/);
        expect(drawn).not.toMatch(/^\s*(?:#|>|-|\d+\. )/m);
      }),
    );
  });
});

describe('links', () => {
  it.each([
    ['The paper', 'https://x.example/a_(b)', '[The paper](https://x.example/a_%28b%29)'],
    ['[draft] one', 'https://x.example/', '[\\[draft\\] one](https://x.example/)'],
    ['odd [ one', 'https://x.example/', 'odd \\[ one (<https://x.example/>)'],
    ['https://bank.example', 'https://x.example/', 'https://bank.example (<https://x.example/>)'],
    ['bad', 'javascript:alert(1)', 'bad'],
    ['', 'https://x.example/', '<https://x.example/>'],
  ])('%s to %s', (label, url, drawn) => {
    expect(toMarkdown(text`${{ url, label }}`)).toBe(drawn);
  });
  it('take the web only', () => {
    expect(safeUrl('discord://x')).toBeUndefined();
    expect(safeUrl('nonsense')).toBeUndefined();
  });
});

it('a title stays on its line and keeps its #', () => {
  expect(toLine(text`${'C#\n# two'}`)).toBe('C# \\# two');
  expect(toLine(text`${'Learning C#'}`)).toBe('Learning C\\#');
});

it('somebody without an account here is named', () => {
  expect(toMarkdown(text`${{ who: { name: 'Amira_H' } }}`)).toBe('Amira\\_H');
});

it.each([
  ['en', 'Somebody'],
  ['de', 'Jemand'],
] as const)(
  'whose name is not known is shown by their account, and called somebody where that has no room: %s',
  (language, name) => {
    const nameless = textIn(text`${who({ name: '', accountId: '3' }, { workspace: 'discord:1' as never })}`, language);
    expect(toMarkdown(nameless)).toBe('<@3>');
    expect(plain(nameless)).toBe(name);
  },
);
