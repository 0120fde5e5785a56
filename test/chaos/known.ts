/** What ends otherwise than undisturbed, and may: docs/reliability.md says why. It is counted. */

/** What stands under a press comes by direct message, once, where the answer itself was lost. */
export const isAnAnswer = (line: string): boolean =>
  /^message .*(Your space is ready|Is it right\?|Invitations to |Your request is with the facilitators|is called: .* Its card is on its way|The invitation to .{1,60} is in |## Saved: )/.test(
    line,
  );

/** Slack's bots can post in a public channel without being in it, but not look there whether they have. */
const isACardInPublic = (line: string): boolean => /^message in ‹#announcements› .*"blocks":/.test(line);

/** Where the bot isn't let in, it does without what it can, says so in its log, and to people what concerns them. */
export const didWithout = 'did without what was refused';

const known = [
  { called: 'an answer came by direct message', is: isAnAnswer },
  { called: 'a card in a public channel stands twice', is: isACardInPublic },
  { called: 'the bot did without, and said so', is: line => line === didWithout },
] as const satisfies readonly { called: string; is(line: string): boolean }[];

export type Known = (typeof known)[number]['called'];

/** Where nobody had written to them before. */
const isADirectChannel = (line: string): boolean => /^channel .*("kind":"im"|"type":1\b)/.test(line);

/** Each of them once; what is left is wrong. */
export function knownAmong(differs: readonly string[]): { readonly wrong: readonly string[]; readonly seen: Known[] } {
  const seen: Known[] = [];
  const wrong = differs.filter(line => {
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
  known.flatMap(({ called }) => {
    const n = seen.filter(one => one === called).length;
    return n > 0 ? [`${called}: ${n}`] : [];
  });
