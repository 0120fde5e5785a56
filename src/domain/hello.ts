/** What a newcomer says of themselves: three short answers of a line each, in one text until they are posted. */
export const answers = ['who', 'busy', 'ask'] as const;
export type HelloPart = (typeof answers)[number];
export type Hello = Readonly<Record<HelloPart, string>>;

/** Characters of each; and for how long one that was written and not posted is kept. */
export const limits = { answer: 200 } as const;
export const keptDays = 30;

export const linesOf = (hello: Hello): string =>
  answers
    .map(one => hello[one])
    .join('\n')
    .trimEnd();

export function helloIn(lines: string): Hello {
  const [who = '', busy = '', ask = ''] = lines.split('\n');
  return { who, busy, ask };
}

/** Of what was filled in, what can't be taken. */
export function faultsIn(hello: Hello): Readonly<Partial<Record<HelloPart, 'empty' | 'too-long'>>> {
  const long = answers.filter(one => [...hello[one]].length > limits.answer).map(one => [one, 'too-long'] as const);
  return { ...(!hello.who && { who: 'empty' }), ...Object.fromEntries(long) };
}
