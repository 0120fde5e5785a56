/** What was promised at a meeting: by somebody of the CoP or by nobody in particular, done or let go. Nothing is ever due. */
import type { MeetingId, PersonId, PromiseId } from './ids.ts';
import type { Known } from './person.ts';
import { compared, tidied } from './words.ts';

export interface Promised {
  readonly id: PromiseId;
  readonly meetingId: MeetingId;
  readonly by: Known | undefined;
  readonly words: string;
  readonly createdAt: number;
  readonly doneAt: number | undefined;
}

const day = 24 * 3600_000;

/** So long it stands on the list, and so long what is done can be taken back. */
export const keptMs = 60 * day;
export const takenBackMs = day;

/** On the list still: open, or done lately. */
export const isOnList = ({ createdAt, doneAt }: Pick<Promised, 'createdAt' | 'doneAt'>, now: number): boolean =>
  createdAt > now - keptMs && (doneAt === undefined || doneAt > now - takenBackMs);

/** Theirs to call done: what they promised, and for those who facilitate what nobody in particular did. */
export const isTheirs = ({ by }: Pick<Promised, 'by'>, person: PersonId, facilitates: boolean): boolean =>
  by ? by.id === person : facilitates;

/** Characters a line, and how many of one meeting. */
export const limits = { words: 150, many: 8, typed: 1500 } as const;

/** As it was understood: whose it is, and what. */
export interface Understood {
  readonly by: PersonId | undefined;
  readonly words: string;
}

type Member = Pick<Known, 'id' | 'name' | 'accountId'>;

/** One a line, without the marks of a list. */
export const linesIn = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map(line => tidied(line).replace(/^(?:[-*•–—]|\d{1,2}[.)])\s+/u, ''))
    .filter(Boolean);

/** `@Ben brings a cushion`, `Ben: bring a cushion`, `bring a cushion (@Ben)`, or a mention as a platform writes it. Who isn't in the CoP stays among the words. */
export function understood(line: string, members: readonly Member[]): Understood {
  const named = line.replaceAll(mention, (whole, account) => {
    const one = members.find(member => member.accountId === account);
    return one ? `@${one.name}` : whole;
  });
  const found = mentioned(line, members) ?? addressed(named, members) ?? signed(named, members);
  return found?.words ? found : { by: undefined, words: named };
}

/** As it is typed: read again, it is understood as it was. */
export const typedAs = ({ by, words }: Pick<Promised, 'by' | 'words'>): string => (by ? `@${by.name} ${words}` : words);

/** `<@U1>` and `<@U1|ben>` on Slack, `<@1>` and `<@!1>` on Discord. */
const mention = /<@!?([\w-]+)(?:\|[^>]*)?>/gu;

/** First or last of all; in the midst of it, it is somebody else who is spoken of. */
function mentioned(line: string, members: readonly Member[]): Understood | undefined {
  for (const { 0: whole, 1: account, index } of line.matchAll(mention)) {
    const by = members.find(one => one.accountId === account);
    const [before, behind] = [line.slice(0, index), line.slice(index + whole.length)];
    if (by && trimmed(before) === '') return { by: by.id, words: trimmed(behind) };
    if (by && /^[\s).,;:!]*$/u.test(behind)) return { by: by.id, words: trimmed(before) };
  }
  return undefined;
}

/** First of all, with a sign before it or a colon after it. */
function addressed(line: string, members: readonly Member[]): Understood | undefined {
  const isMarked = line.startsWith('@');
  const words = (isMarked ? line.slice(1) : line).split(' ');
  const longest = Math.max(0, ...members.map(one => one.name.split(' ').length));
  for (let many = Math.min(words.length, longest); many > 0; many--) {
    const called = words.slice(0, many).join(' ');
    if (!isMarked && !called.endsWith(':')) continue;
    const by = whoIs(called, members) ?? whoIs(called.replace(/[:,;.!?]+$/u, ''), members);
    if (by) return { by, words: trimmed(words.slice(many).join(' ')) };
  }
  return undefined;
}

/** Last of all. */
function signed(line: string, members: readonly Member[]): Understood | undefined {
  const sign = line.lastIndexOf('@');
  if (!/[\s(]/u.test(line[sign - 1] ?? '')) return undefined;
  const by = whoIs(line.slice(sign + 1).replace(/[)\].,;:!?]+$/u, ''), members);
  return by && { by, words: trimmed(line.slice(0, sign)) };
}

/** By their whole name, else by the first of it; nobody where it could be several. */
function whoIs(called: string, members: readonly Member[]): PersonId | undefined {
  const key = compared(called).trim();
  if (key === '') return undefined;
  const whole = members.filter(one => compared(one.name) === key);
  const [only, ...others] = whole.length > 0 ? whole : members.filter(one => compared(one.name).split(' ')[0] === key);
  return others.length === 0 ? only?.id : undefined;
}

const trimmed = (words: string): string =>
  tidied(words)
    .replace(/^[\s:,;–—-]+/u, '')
    .replace(/[\s:,;([–—-]+$/u, '')
    .replace(/\(\s*\)/gu, '')
    .trim();
