import { describe, expect, it } from 'vitest';
import { draw, isCopyOf } from '../../../src/adapters/discord/message.ts';
import { piecesOf } from '../../../src/adapters/discord/pieces.ts';
import { type Card, text } from '../../../src/platform/card.ts';

const ids = () => undefined;

const section = (n: number, size: number) => `## Part ${n}\n\n${'word '.repeat(size / 5).trim()}`;
const guide = (markdown: string): Card => ({
  title: text`For you, ${'Amira_H'}`,
  body: [
    { kind: 'picture', png: new Uint8Array(1), name: 'circle.png', alt: 'A circle' },
    { kind: 'guide', title: 'The guide', markdown },
  ],
});

describe('a guide', () => {
  it('is an embed, with its picture before it', () => {
    const { body, files, v2 } = draw(guide('Do **this**.\n\n## And that\n\n- one'), ids);
    expect(v2).toBe(false);
    expect(body).toMatchObject({
      content: '## For you, Amira\\_H',
      embeds: [
        { image: { url: 'attachment://circle.png' } },
        { title: 'The guide', description: 'Do **this**.\n\n## And that\n\n- one' },
      ],
      components: [],
      attachments: [{ id: 0, filename: 'circle.png', description: 'A circle' }],
    });
    expect(body.flags).toBeUndefined();
    expect(files).toHaveLength(1);
  });

  it('names commands so that they can be pressed, with what is typed behind; what is none stays as it was written', () => {
    const known = (slash: string) => ({ 'cop guide': '11', 'cop docs find': '22' })[slash];
    const shown = (markdown: string) => draw(guide(markdown), known).body.embeds?.map(embed => embed.description)[1];
    expect(shown('Type `/cop docs find` or `/cop guide interviews`, not `/cop knit` or `npm start`.')).toBe(
      'Type </cop docs find:22> or </cop guide:11> `interviews`, not `/cop knit` or `npm start`.',
    );
    const full = `${'word '.repeat(1190)} \`/cop docs find\``;
    expect(draw(guide(full), () => '1'.repeat(19)).files.map(one => one.name)).toEqual(['circle.png']); // no longer than without
  });

  it('goes on in a second embed from a section on', () => {
    const markdown = [section(1, 2500), section(2, 1000), section(3, 2000)].join('\n\n');
    const { body, files } = draw(guide(markdown), ids);
    expect(body.embeds?.slice(1).map(embed => embed.description)).toEqual([
      [section(1, 2500), section(2, 1000)].join('\n\n'),
      section(3, 2000),
    ]);
    expect(files).toHaveLength(1);
  });

  it('that is longer than any message begins in it, and goes along as a file', () => {
    const markdown = [1, 2, 3, 4].map(n => section(n, 2000)).join('\n\n');
    const { body, files } = draw(guide(markdown), ids);
    expect(body.embeds?.at(-1)?.description).toMatch(/The whole text is in the file with this message\.\*$/);
    expect(String(files.at(-1)?.data)).toBe(`# The guide\n\n${markdown}\n`);
    expect(body.attachments?.at(-1)).toEqual({ id: 1, filename: 'the-guide.md', description: 'The guide' });
  });

  it('is found by what it says, for nothing in it can carry a key', () => {
    const drawn = draw(guide('Text'), ids, 'key');
    const message = { content: drawn.body.content, embeds: drawn.body.embeds, components: [] } as never;
    expect(isCopyOf(message, drawn, 'key')).toBe(true);
    expect(isCopyOf({ ...(message as object), content: 'other' } as never, drawn, 'key')).toBe(false);
  });
});

describe('pieces', () => {
  it('are whole where they fit', () => {
    expect(piecesOf('a\n\n## b', { each: 100, inAll: 100, pieces: 2 })).toEqual({ pieces: ['a\n\n## b'], whole: true });
  });
  it('break a word only where there is no other way', () => {
    const { pieces } = piecesOf('x'.repeat(250), { each: 100, inAll: 1000, pieces: 5 });
    expect(pieces.map(piece => piece.length)).toEqual([100, 100, 50]);
  });
});
