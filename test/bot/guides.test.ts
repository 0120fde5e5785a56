import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GuidesError, readGuides } from '../../src/bot/guides/guides.ts';
import { commands } from '../../src/commands/index.ts';
import { guideNames } from '../../src/domain/guide.ts';
import { languages } from '../../src/domain/language.ts';
import { formats } from '../../src/domain/meeting.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cop-guides-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, words: string | Uint8Array) => writeFileSync(path.join(folder, name), words);
const drawing = (below = '<desc>Three steps</desc>') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">${below}<rect width="20" height="10"/></svg>`;

const product = commands.flatMap(({ slash }) => slash ?? []);

/** What is wrong, without the folder's own path. */
function faults(given = folder): readonly string[] {
  try {
    readGuides(given);
  } catch (error) {
    if (!(error instanceof GuidesError)) throw error;
    return error.message.split('\n').map(line => line.replace(`${folder}${path.sep}`, ''));
  }
  return [];
}

describe.each(languages)('our own guides in %s', language => {
  const guides = readGuides()[language];

  it.each(guideNames)('%s takes five minutes to read', name => {
    const { markdown } = guides[name];
    const words = markdown.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(500);
    expect(words).toBeLessThanOrEqual(900);
  });

  it.each(guideNames)('%s names no command but those of the product', name => {
    const typed = [...guides[name].markdown.matchAll(/`\/([a-z]+(?: [a-z]+)*)/g)].map(match => match[1] ?? '');
    expect(typed.filter(words => !product.some(known => words === known || words.startsWith(`${known} `)))).toEqual([]);
  });

  it.each(formats)('the agenda of %s is read while people arrive', name => {
    const words = guides[name].markdown.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(200);
    expect(words).toBeLessThanOrEqual(400);
  });

  it('say what the picture shows to those who do not see it', () => {
    const { picture } = guides['virtuous-circle'];
    const stages = {
      en: /shared concern.*conversation.*trust.*shared practice.*visible value.*new people/,
      de: /gemeinsames Anliegen.*Gespräch.*Vertrauen.*gemeinsame Praxis.*sichtbarer Nutzen.*neue Leute/,
    };
    expect(picture?.alt).toMatch(stages[language]);
    expect(picture?.name).toBe('virtuous-circle.png');
    expect([...(picture?.png.subarray(1, 4) ?? [])].map(byte => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(sizeOf(picture?.png)).toEqual([1200, 630]);
  });
});

/** Bytes 16 to 23 of a PNG: width and height. */
const sizeOf = (png: Uint8Array = new Uint8Array(24)) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("a network's own guides", () => {
  it('stand in the place of ours, one by one', () => {
    write('start-up.md', '\ufeff# Beginning\r\n\r\nTalk with **three** people.\r\n');
    const guides = readGuides(folder).en;
    expect(guides['start-up']).toEqual({
      name: 'start-up',
      title: 'Beginning',
      markdown: 'Talk with **three** people.',
    });
    expect(guides['step-by-step']).toEqual(readGuides().en['step-by-step']);
  });

  it('come before what we translated, and may be in more languages too', () => {
    write('start-up.md', '# Beginning\n\nTalk with three people.\n');
    mkdirSync(path.join(folder, 'de'));
    writeFileSync(path.join(folder, 'de', 'step-by-step.md'), '# Begleiten\n\nSprich mit drei Leuten.\n');
    const guides = readGuides(folder);
    expect(guides.de['start-up'].title).toBe('Beginning');
    expect(guides.de['step-by-step'].title).toBe('Begleiten');
    expect(guides.en['step-by-step']).toEqual(readGuides().en['step-by-step']);
    expect(guides.de['dialogue-interviews']).toEqual(readGuides().de['dialogue-interviews']);
  });

  it('may be a link, under a title', () => {
    write('step-by-step.md', '# For facilitators\n\nhttps://example.org/guide\n');
    expect(readGuides(folder).en['step-by-step']).toEqual({
      name: 'step-by-step',
      title: 'For facilitators',
      markdown: '',
      link: 'https://example.org/guide',
    });
  });

  it('come with their own drawing, or with none: ours shows what our text says', () => {
    write('virtuous-circle.md', '# How we grow\n\nSlowly.');
    expect(readGuides(folder).en['virtuous-circle'].picture).toBeUndefined();
    write('virtuous-circle.svg', drawing());
    write('start-up.svg', drawing('<desc>\n  A\n  door\n</desc>'));
    const guides = readGuides(folder).en;
    expect(guides['virtuous-circle'].picture).toMatchObject({ name: 'virtuous-circle.png', alt: 'Three steps' });
    expect(guides['start-up'].picture?.alt).toBe('A door');
    expect(guides['start-up'].title).toBe(readGuides().en['start-up'].title);
  });

  it('may be ours, copied', () => {
    cpSync(path.join(import.meta.dirname, '../../guides'), folder, { recursive: true });
    write('.DS_Store', '');
    expect(readGuides(folder)).toEqual(readGuides());
  });

  it.each([
    ['nothing', '', 'start-up.md: it is empty'],
    ['only spaces', ' \n\t\n', 'start-up.md: it is empty'],
    ['no title', '\nHello\n\nText', 'start-up.md, line 2: a guide begins with its title, as in "# Start-up guide"'],
    ['an empty title', '# \n\nText', 'start-up.md, line 1: a guide begins with its title, as in "# Start-up guide"'],
    ['a long title', `# ${'x'.repeat(151)}\n\nText`, 'start-up.md, line 1: the title is longer than 150 characters'],
    ['a title alone', '# Title\n\n', 'start-up.md, line 1: there is nothing below the title'],
    [
      'a small heading',
      '# T\n\nText\n\n#### Small',
      'start-up.md, line 5: Discord knows headings of three sizes only: use ## or ###',
    ],
    [
      'a table',
      '# T\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      "start-up.md, line 4: Discord doesn't draw tables: use a list",
    ],
    ['a rule', '# T\n\na\n\n---\n\nb', "start-up.md, line 5: Discord doesn't draw rules: use a heading"],
    ['HTML', '# T\n\na<br/>b', 'start-up.md, line 3: no platform knows HTML: use Markdown'],
    ['a picture', '# T\n\n![us](us.png)', /^start-up\.md, line 3: no platform shows a picture within a text: .*\.svg$/],
    [
      'an open link',
      '# T\n\n\nhttp://example.org',
      'start-up.md, line 4: a link to a guide has to be a whole https:// address',
    ],
    [
      'more than fits',
      `# T\n\n${Array.from({ length: 60 }, () => 'x'.repeat(99)).join('\n')}`,
      'start-up.md, line 59: from here on it is longer than the 5600 characters that fit a message',
    ],
  ])('are refused for %s', (_what, words, told) => {
    write('start-up.md', words);
    expect(faults()).toEqual([typeof told === 'string' ? told : expect.stringMatching(told)]);
  });

  it('may show what Markdown looks like', () => {
    write('start-up.md', '# T\n\n```\n<b>| a |\n---\n#### x\n```\n\n<https://example.org> is fine, and 2 < 3');
    expect(faults()).toEqual([]);
  });

  it('are refused for a file that is no text, a name that is no guide, a folder in its place', () => {
    write('start-up.md', new Uint8Array([0x23, 0x20, 0xff, 0xfe]));
    write('startup.md', '# Title\n\nText');
    mkdirSync(path.join(folder, 'step-by-step.md'));
    expect(faults()).toEqual([
      expect.stringMatching(/^startup\.md: no guide is called so; the names are start-up\.md, /),
      'start-up.md: it is not written in UTF-8',
      "step-by-step.md: it can't be read (EISDIR)",
    ]);
  });

  it('are refused for a drawing that is none, or that says nothing to those who do not see it', () => {
    write('start-up.svg', 'hello');
    write('virtuous-circle.svg', drawing(''));
    expect(faults()).toEqual([
      expect.stringMatching(/^start-up\.svg: it can't be drawn: /),
      expect.stringMatching(/^virtuous-circle\.svg: it needs a <desc>/),
    ]);
  });

  it('are refused for one title twice, by which a guide is found again', () => {
    write('start-up.md', '# The same\n\nText');
    write('step-by-step.md', '# the same\n\nText');
    expect(faults()).toEqual(['step-by-step.md, line 1: its title is that of start-up.md too; each needs its own']);
  });

  it('are refused for a folder that is not there', () => {
    const nowhere = path.join(folder, 'nowhere');
    expect(faults(nowhere)).toEqual([expect.stringMatching(/^GUIDES_DIR .*no folder that can be read \(ENOENT\)/)]);
  });
});
