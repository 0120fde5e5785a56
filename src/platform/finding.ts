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

/** Where a platform is looked for. */
export interface WayOutTo {
  /** Its address, where a variable names another than its own. */
  readonly apiUrl?: string | undefined;
  /** The variable that names a proxy, where one does. */
  readonly proxy?: string | undefined;
}

/** What to do where a platform can't be reached; `variable` names another address than its own. */
export function outTo(own: string, variable: string, { apiUrl: named, proxy }: WayOutTo): string {
  if (named === undefined) return lettingOut(`${own}, port 443`, proxy);
  const { host } = new URL(named);
  return `see that ${host}, which ${variable} names, is there and can be reached from here; or leave ${variable} out, for ${own} itself`;
}

/** A proxy that is there may refuse: it asks who one is, or lets nobody out to that. */
export const lettingOut = (to: string, proxy: string | undefined): string =>
  proxy === undefined
    ? `see that this machine gets out to ${to}; name your proxy in HTTPS_PROXY if there is one`
    : `all goes through the proxy that ${proxy} names: see that it is there, that it lets this machine in (where it asks who you are, http://user:password@host:port) and out to ${to}`;
