/** What everybody reads, as a matrix a command. Those who read the same stand in one row, and so do the states. */

/** By command, person and state. */
export type Read = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, string>>>;

/** What is said at many places has a name. */
const said = {
  'closed door': /isn't here any more, or it isn't open to you/,
  'for its members': /^Only the members of/,
  'for its facilitators': /^Only the facilitators of/,
  'expected, not in yet': /^You're expected in/,
  'not open yet': /isn't open yet/,
  'being set up': /is being set up/,
  'not started': /was not started, so/,
  'is closed': /is closed\. .* lists those that are open/,
} as const;

const most = 90;

/** Enough to know it by. */
function beginning(words: string): string {
  const [line = ''] = words.split('\n');
  const [name] = Object.entries(said).find(([, one]) => one.test(line)) ?? [];
  if (name) return `*${name}*`;
  return `“${line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line}”`;
}

export function matrixOf(read: Read, states: readonly string[]): string {
  return [
    '# Who may do what, and what they read',
    '',
    'Every command, every kind of person, every state that a CoP can be in: the beginning of what is read. Without a state: the same in all of them. Made by `rights.test.ts`; a change of it belongs into a review.',
    '',
    ...Object.entries(said).map(([name, one]) => `- *${name}*: ${one.source}`),
    '',
    ...[...read].flatMap(([command, people]) => [...matrix(command, people, states), '']),
  ].join('\n');
}

function matrix(command: string, people: ReadonlyMap<string, ReadonlyMap<string, string>>, states: readonly string[]) {
  const rows = new Map<string, string[]>();
  for (const [person, at] of people) {
    const cells = cellsOf(at, states);
    rows.set(cells, [...(rows.get(cells) ?? []), person]);
  }
  return [`## ${command}`, '', ...[...rows].map(([cells, who]) => `- **${whoIn(who, people.size)}**: ${cells}`)];
}

const whoIn = (who: readonly string[], all: number): string => (who.length === all ? 'everybody' : who.join(', '));

/** States in which the same is read stand together. */
function cellsOf(at: ReadonlyMap<string, string>, states: readonly string[]): string {
  const together = new Map<string, string[]>();
  for (const state of states) {
    const words = at.get(state);
    if (words === undefined) continue;
    together.set(beginning(words), [...(together.get(beginning(words)) ?? []), state]);
  }
  const cells = [...together];
  return cells.map(([words, those]) => (cells.length === 1 ? words : `${those.join(', ')} ${words}`)).join(' · ');
}
