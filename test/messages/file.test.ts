/** What is said of a file: in words that people have for it, and in the reader's language. */
import { expect, it } from 'vitest';
import { formatCalled } from '../../src/domain/media-type.ts';
import { sizeOf } from '../../src/messages/file.ts';
import { plainIn } from '../../src/messages/language.ts';

it.each([
  [9, '9 bytes', '9 Byte'],
  [20_400, '20 KB', '20 KB'],
  [1_500_000, '1.5 MB', '1,5 MB'],
])('%i bytes are %s, and in German %s', (bytes, english, german) => {
  expect([plainIn(sizeOf(bytes), 'en'), plainIn(sizeOf(bytes), 'de')]).toEqual([english, german]);
});

it.each([
  ['application/pdf', 'PDF'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'Word'],
  ['image/svg+xml', 'SVG'],
  ['text/plain; charset=utf-8', 'TXT'],
  ['application/x-zip', 'ZIP'],
  ['application/octet-stream', undefined],
  ['', undefined],
])('%s is called %s', (type, called) => {
  expect(formatCalled(type)).toBe(called);
});
