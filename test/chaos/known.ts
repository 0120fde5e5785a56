/** What ends otherwise than undisturbed, and may: docs/reliability.md says why. It is counted. */

/** What stands under a press comes by direct message, once, where the answer itself was lost. */
export const isAnAnswer = (line: string): boolean =>
  /^message .*(Your space is ready|Is it right\?|Invitations to |Your request is with the facilitators|is called: .* Its card is on its way|The invitation to .{1,60} is in |## Saved: |## CoPs that match |You're coming to |could not open the form just now)/.test(
    line,
  );

/** Slack's bots can post in a public channel without being in it, but not look there whether they have. */
const isACardInPublic = (line: string): boolean => /^message in ‹#announcements› .*"blocks":/.test(line);

const calledOtherwise = 'a notification calls somebody by their handle';
const notification = /^(message .*?"text":")((?:[^"\\]|\\.)*)(".*)$/;
const someName = /\p{Lu}\p{L}+(?: |\\ )(?:\p{Lu}\p{L}+|‹it›)/gu;

/** Without those that are the same but for somebody whose name Slack hadn't told when it was posted, in the line that notifications show instead. */
export function withoutHandles(differs: readonly string[]): readonly string[] {
  const left = [...differs];
  for (const missing of differs.filter(one => one.startsWith('- '))) {
    const found = left.findIndex(one => one.startsWith('+ ') && isCalledOtherwise(one.slice(2), missing.slice(2)));
    if (found >= 0) for (const one of [missing, left[found]]) left.splice(left.indexOf(one ?? ''), 1);
  }
  return left;
}

function isCalledOtherwise(found: string, expected: string): boolean {
  const [, head, said = '', rest] = found.match(notification) ?? [];
  const [, itsHead, itsWords = '', itsRest] = expected.match(notification) ?? [];
  if (head === undefined || head !== itsHead || rest !== itsRest) return false;
  const either = escaped(itsWords).replace(someName, name => {
    const handle = escaped(name.replace(/\\? /, '.').toLowerCase());
    return `(?:${name}|${handle}|[Ss]omebody)`;
  });
  return new RegExp(`^${either}$`, 'u').test(said);
}

const escaped = (words: string): string => words.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');

/** Where the bot isn't let in, it does without what it can, says so in its log, and to people what concerns them. */
export const didWithout = 'did without what was refused';

const known = [
  { called: 'an answer came by direct message', is: isAnAnswer },
  { called: 'a card in a public channel stands twice', is: isACardInPublic },
  { called: 'the bot did without, and said so', is: line => line === didWithout },
] as const satisfies readonly { called: string; is(line: string): boolean }[];

export type Known = (typeof known)[number]['called'] | typeof calledOtherwise;

/** Where nobody had written to them before. */
const isADirectChannel = (line: string): boolean => /^channel .*("kind":"im"|"type":1\b)/.test(line);

/** Each of them once; what is left is wrong. */
export function knownAmong(differs: readonly string[]): { readonly wrong: readonly string[]; readonly seen: Known[] } {
  const rest = withoutHandles(differs);
  const seen: Known[] = rest.length < differs.length ? [calledOtherwise] : [];
  const wrong = rest.filter(line => {
    const called = line.startsWith('+ ') && known.find(one => one.is(line.slice(2)))?.called;
    if (!called || seen.includes(called)) return true;
    seen.push(called);
    return false;
  });
  const isOfAnAnswer = (line: string) =>
    seen.includes('an answer came by direct message') && line.startsWith('+ ') && isADirectChannel(line.slice(2));
  return { wrong: wrong.filter(line => !isOfAnAnswer(line)), seen };
}

/** As the table's last column says it. */
export const counted = (seen: readonly Known[]): string[] =>
  [...known.map(one => one.called), calledOtherwise].flatMap(called => {
    const n = seen.filter(one => one === called).length;
    return n > 0 ? [`${called}: ${n}`] : [];
  });
