/** What was looked at for whoever runs the bot, one thing after the other: how it stands, and what to do. */

/** `optional`: it works without, at a cost. `unseen`: it could not be looked at. */
export type Grade = 'good' | 'mend' | 'optional' | 'unseen';

export interface Finding {
  readonly grade: Grade;
  /** In a few words, as it begins a line: `the bot's token`. */
  readonly what: string;
  /** How it is. */
  readonly says: string;
  /** What goes without, if it stays like that. */
  readonly costs?: string;
  /** What to do, to the letter. */
  readonly remedy?: string;
}

/** What an adapter found, without having connected: nobody who presses meanwhile is answered by it. */
export interface Findings {
  readonly findings: readonly Finding[];
  /** The platform's time less this machine's, in milliseconds, where its answers told. */
  readonly aheadMs: number | undefined;
}

/** By an answer's own time, which tells whole seconds; half of how long it took is taken off. */
export function aheadBy(answer: Pick<Response, 'headers'>, asked: number, heard: number): number | undefined {
  const told = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(told) ? undefined : told + 500 - (asked + heard) / 2;
}

/** What to do where a platform can't be reached; `named`: its address, where a variable names another than its own. */
export function outTo(own: string, variable: string, named: string | undefined): string {
  const proxy = 'name your proxy in HTTPS_PROXY if there is one';
  if (named === undefined) return `see that this machine gets out to ${own}, port 443; ${proxy}`;
  const { host } = new URL(named);
  return `see that ${host}, which ${variable} names, is there and can be reached from here; or leave ${variable} out, for ${own} itself`;
}
