/** What comes next in a lane: order holds, but what waits for a human, and what waits for that, is passed over. */
import { type EffectState, isUnderWay } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { StoredEffect } from '../../store/effects.ts';

export type Next =
  | { readonly do: 'perform' | 'skip'; readonly effect: StoredEffect }
  /** Nothing until then; without a time, until another lane's work wakes this one. */
  | { readonly do: 'wait'; readonly until: number | undefined };

type Looked = Next | { readonly do: 'look further'; readonly until: number | undefined };
type Needed = ReadonlyMap<EffectId, EffectState>;

export function nextIn(open: readonly StoredEffect[], needed: Needed, now: number): Next {
  const looked = lookIn(open, needed, now, undefined);
  return looked.do === 'look further' ? { do: 'wait', until: looked.until } : looked;
}

const page = 100;

/** However many are passed over at its head. */
export async function nextOf(
  read: (most: number, behind: EffectId | undefined) => Promise<readonly StoredEffect[]>,
  states: (ids: readonly EffectId[]) => Promise<Needed>,
  now: number,
): Promise<Next> {
  let behind: EffectId | undefined;
  let until: number | undefined;
  for (;;) {
    const open = await read(page, behind);
    const others = new Set(open.flatMap(one => [...one.needs, ...one.follows]));
    const looked = lookIn(open, await states([...others]), now, until);
    if (looked.do !== 'look further') return looked;
    until = looked.until;
    if (open.length < page) return { do: 'wait', until };
    behind = open.at(-1)?.id;
  }
}

function lookIn(open: readonly StoredEffect[], needed: Needed, now: number, before: number | undefined): Looked {
  let until = before;
  const here = new Set(open.map(one => one.id));
  for (const effect of open) {
    if (effect.state === 'parked' && effect.dueAt > now) {
      until = Math.min(until ?? effect.dueAt, effect.dueAt);
      continue;
    }
    if (effect.attempts === 0 && effect.dueAt > now) {
      until = Math.min(until ?? effect.dueAt, effect.dueAt); // meant for later from the start: nothing waits behind it
      continue;
    }
    const needs = effect.needs.map(id => needed.get(id));
    if (needs.some(state => state === 'failed' || state === 'skipped')) return { do: 'skip', effect };
    if (needs.some(state => state === 'parked')) continue;
    if ([...effect.needs, ...effect.follows].some(id => here.has(id) && isUnderWay(needed.get(id)))) continue; // by a process whose clock is behind: it comes later here
    if (needs.some(state => state !== 'done')) return { do: 'wait', until };
    if (effect.follows.some(id => isUnderWay(needed.get(id)))) return { do: 'wait', until };
    if (effect.dueAt > now) return { do: 'wait', until: Math.min(until ?? effect.dueAt, effect.dueAt) };
    return { do: 'perform', effect };
  }
  return { do: 'look further', until };
}

/** All that needs one of these, and what needs that. */
export function dependants(of: readonly EffectId[], all: readonly StoredEffect[]): readonly StoredEffect[] {
  const reached = new Set(of);
  const found: StoredEffect[] = [];
  for (const effect of all) {
    if (reached.has(effect.id) || !effect.needs.some(id => reached.has(id))) continue; // they are in order: what is needed comes first
    reached.add(effect.id);
    found.push(effect);
  }
  return found;
}
