import { expect, it } from 'vitest';
import { described } from '../../src/domain/document.ts';

const titled = (words: string, ...urls: string[]) =>
  described({ words, files: [], links: urls.map(url => ({ url })) }).title;

it('takes for a title what words say, not the mark that leads on from them', () => {
  const url = 'https://example.org/x';
  expect(titled(`A good read: ${url}`, url)).toBe('A good read');
  expect(titled(`Leg ulcers – ${url}`, url)).toBe('Leg ulcers');
  expect(titled('Please note,\nand more')).toBe('Please note');
  expect(titled('Really? Yes!')).toBe('Really? Yes!');
  expect(titled(':-')).toBe(':-');
  expect(titled(url, url)).toBe(url);
});
