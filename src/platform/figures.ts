/**
 * What can be counted of a running bot. Told where it happens and heard by whoever counts, or by nobody: Node's diagnostics channels.
 * Never whose it was, nor any words: all that is told comes out of a list that the code knows.
 */
import { channel, subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { PlatformName } from '../domain/platforms.ts';

/** What became of a press. `again`: it was heard before. `late`: it could not be kept in time. `not-kept`: our own database's trouble. */
export type CameOf = 'done' | 'form' | 'to-mend' | 'refused' | 'again' | 'late' | 'not-kept' | 'bug';

export type Surface = 'slash' | 'button' | 'form' | 'menu' | 'suggestion';

type Told = 'ok' | 'rate-limited' | 'failed';

export interface Figures {
  /** The command's own name, or `unknown`. */
  pressed: { readonly command: string; readonly outcome: CameOf };
  /** The platform has taken our first answer to a press. */
  acknowledged: { readonly platform: PlatformName; readonly surface: Surface; readonly ms: number };
  settled: { readonly kind: string; readonly state: 'done' | 'failed' | 'skipped' | 'parked' | 'postponed' };
  /** A call to a platform; `method` without anybody's id. */
  called: { readonly platform: PlatformName; readonly method: string; readonly outcome: Told; readonly ms: number };
  /** Connected again, after the connection was lost. */
  reconnected: { readonly platform: PlatformName };
  /** A statement of the database. */
  asked: { readonly statement: string; readonly ok: boolean; readonly ms: number };
}

const called = (what: keyof Figures) => `cop-bot:${what}`;

export function tell<K extends keyof Figures>(what: K, figure: Figures[K]): void {
  channel(called(what)).publish(figure);
}

/** Until what it answers is called. */
export function hear<K extends keyof Figures>(what: K, listener: (figure: Figures[K]) => void): () => void {
  const heard = (figure: unknown) => listener(figure as Figures[K]);
  subscribe(called(what), heard);
  return () => void unsubscribe(called(what), heard);
}

/** Since now: a call to a platform, once it is over. */
export function calling(platform: PlatformName, method: string): (outcome: Told) => void {
  const began = performance.now();
  return outcome => tell('called', { platform, method, outcome, ms: performance.now() - began });
}

/** Since now: the first answer to a press, once the platform has it. */
export function answering(platform: PlatformName, surface: Surface): () => void {
  const began = performance.now();
  return () => tell('acknowledged', { platform, surface, ms: performance.now() - began });
}
