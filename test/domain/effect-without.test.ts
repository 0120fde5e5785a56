import { expect, it } from 'vitest';
import type { Wish } from '../../src/domain/effect.ts';
import { withoutSealed } from '../../src/domain/effect-without.ts';

const bare = (wish: object) => JSON.parse(JSON.stringify(withoutSealed(wish as Wish)));

it('keeps nothing that is sealed, whatever kind of effect it is in', () => {
  const sealed = { reply: 'a token', card: 'a card', given: 'a file' };
  for (const kind of ['answer', 'redraw', 'share-file', 'one that comes later'])
    expect(bare({ kind, cop: 'c', ...sealed })).toEqual({ kind, cop: 'c' });
});

it('keeps no words from one person to another, and what stands for all to read', () => {
  const said = { by: 'p', words: 'sealed' };
  expect(bare({ kind: 'post', cop: 'c', to: 'q', said })).toEqual({
    kind: 'post',
    cop: 'c',
    to: 'q',
    said: { by: 'p' },
  });
  const shared = { by: 'p', words: 'Come in' };
  expect(bare({ kind: 'post', cop: 'c', to: 'q', shared })).toMatchObject({ shared: { by: 'p' } });
  expect(bare({ kind: 'post', cop: 'c', to: 'q', shared }).shared).not.toHaveProperty('words');
  const open = { kind: 'post', cop: 'c', to: { channel: 'C1' }, shared } as unknown as Wish;
  expect(withoutSealed(open)).toBe(open);
});
