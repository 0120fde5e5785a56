/** What every effect needs at hand. */
import type { Calls } from './calls.ts';
import type { CommandIds } from './clickable.ts';
import type { Answering, Directly } from './desk.ts';
import type { Echoes } from './echoes.ts';
import type { Guilds } from './guilds.ts';

export interface Reach {
  readonly calls: Calls;
  readonly ids: CommandIds;
  readonly guilds: Guilds;
  readonly echoes: Echoes;
  readonly answering: Answering;
  readonly directly: Directly;
  readonly now: () => number;
  /** For an answer over the Gateway. */
  readonly patienceMs: number;
  /** Until Discord has said who pinned something. */
  readonly noticeMs: number;
  /** Another than Discord's own. */
  readonly apiUrl: string | undefined;
  /** The bot is being stopped. */
  readonly ended: AbortSignal;
}
