/** A space's topic: what it is for, and at its end the mark by which the space is found again. */
import { createHash } from 'node:crypto';
import { beginning } from '../../domain/words.ts';
import { cut, limits } from './limits.ts';
import { escaped } from './markdown.ts';

const mark = / · ref [0-9a-z]{8}$/;

export function markOf(key: string): string {
  const number = createHash('sha256').update(key).digest().readBigUInt64BE();
  return ` · ref ${number.toString(36).padStart(8, '0').slice(-8)}`;
}

/** The mark is for as long as its making may have to be found; it goes with the next edit, and for itself none is made. */
export const unmarked = (topic: string): string => topic.replace(mark, '');

/** Discord has one place for what Slack calls topic and purpose. */
export function topicOf(
  { topic, purpose }: { readonly topic: string; readonly purpose: string },
  itsMark: string,
): string {
  const words = [topic, purpose].map(one => escaped(one.trim()).replace(/\s+/g, ' ')).filter(Boolean);
  return `${cut(words.join(' · '), limits.channel.topic - itsMark.length)}${itsMark}`;
}

/** As Discord would make it: lower case, hyphens for spaces, none of the characters that it drops. */
export function channelName(name: string): string {
  const safe = name
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}!"#$%&'()*+,./:;<=>?@[\\\]^`{|}~]+/gu, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return beginning(safe, limits.channel.name) || 'cop';
}
