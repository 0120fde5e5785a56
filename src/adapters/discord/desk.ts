/** What every way in needs at hand. */
import type { CommandSpec, Inbox, SharedMessage } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { type Memory, remembering } from '../../platform/remembering.ts';
import type { Calls } from './calls.ts';
import type { CommandIds } from './clickable.ts';
import type { Draft } from './mending.ts';

export interface Desk {
  readonly calls: Calls;
  readonly ids: CommandIds;
  readonly log: Log;
  readonly inbox: Inbox;
  readonly now: () => number;
  /** Milliseconds until an answer that isn't there yet is promised. */
  readonly promiseMs: number;
  readonly spec: {
    named(name: string): CommandSpec | undefined;
    typed(slash: string): CommandSpec | undefined;
    inMenu(label: string): CommandSpec | undefined;
  };
  readonly drafts: Memory<Draft>;
  readonly directly: Directly;
  /** Messages that a form is open about. */
  readonly messages: Memory<SharedMessage>;
}

/** Answers that are still on their way: what draws one of them anew has to wait for it. By the interaction's token. */
export type Answering = Map<string, Promise<void>>;

/** Answers that could be said by direct message alone: what comes of them is drawn there. By the interaction's token. */
export type Directly = Memory<{ readonly channel: string; readonly id: string }>;

/** As long as a person may leave a form open: an interaction's token lives no longer. */
export const kept = { most: 500, forMs: 15 * 60_000 };

export function deskOf(
  { calls, ids, log, now, promiseMs, directly }: Pick<Desk, 'calls' | 'ids' | 'log' | 'now' | 'promiseMs' | 'directly'>,
  specs: readonly CommandSpec[],
  inbox: Inbox,
): Desk {
  const by = <K extends 'name' | 'slash' | 'shortcut'>(key: K) => new Map(specs.map(spec => [spec[key], spec]));
  const [names, slashes, labels] = [by('name'), by('slash'), by('shortcut')];
  return {
    calls,
    ids,
    log,
    inbox,
    now,
    promiseMs,
    spec: {
      named: name => names.get(name),
      typed: slash => slashes.get(slash),
      inMenu: label => labels.get(label),
    },
    directly,
    drafts: remembering({ ...kept, now }),
    messages: remembering({ ...kept, now }),
  };
}
