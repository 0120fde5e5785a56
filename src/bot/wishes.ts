/** What is left behind for after the commit: effects, and the lanes in which they stand. */
import type { Scope } from '../commands/command.ts';
import { type Cop, pagePathOf } from '../domain/cop.ts';
import type { Lane, Wish } from '../domain/effect.ts';
import type { EffectId, WorkspaceKey } from '../domain/ids.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { Jobs, Work } from '../jobs/jobs.ts';
import { behalf } from '../platform/on-behalf.ts';
import type { StoredEffect } from '../store/effects.ts';
import * as effects from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import { newId } from '../store/ids.ts';
import * as parked from '../store/parked.ts';

/** Collects what a command wishes for; saved in one statement. */
export interface Wishes {
  readonly effects: StoredEffect[];
  readonly lanes: Set<Lane>;
}
export const noWishes = (): Wishes => ({ effects: [], lanes: new Set() });

/** An unlisted CoP has no page; the address is what it would be under. */
export const pageOf = (publicUrl: string | undefined, cop: Cop): string | undefined =>
  publicUrl && publicUrl + pagePathOf(cop);

/** Adds effects to the wishes, one batch: they came from one press. */
export function wishing(wishes: Wishes, now: number): Scope<unknown>['after'] {
  const batch = newId<string>(now);
  return (lane, { cop, wish }, order = {}) => {
    const id = newId<EffectId>(now);
    wishes.effects.push({
      id,
      lane,
      wish,
      networkId: cop.networkId,
      copId: cop.id,
      workspace: cop.workspace,
      needs: order.needs ?? [],
      follows: order.follows ?? [],
      onFailure: order.onFailure,
      batch,
      press: behalf(),
      state: 'waiting',
      attempts: 0,
      waits: 0,
      dueAt: order.notBefore ?? 0, // "now" would be later for a process whose clock is behind, or once this one is put right
      intendedAt: undefined,
      error: undefined,
    });
    return id;
  };
}

/** Drawn from the rows as they are then: of the same wished for several times, the last does for all. */
const redrawing: ReadonlySet<Wish['kind']> = new Set(['revise', 'server-roles']);

function withoutRepeats(all: readonly StoredEffect[]): readonly StoredEffect[] {
  const waitedFor = new Set(all.flatMap(one => [...one.needs, ...one.follows]));
  const later = new Set<string>();
  const kept = all.toReversed().filter(({ id, lane, wish, needs, follows, dueAt }) => {
    if (!redrawing.has(wish.kind) || needs.length + follows.length + dueAt > 0) return true;
    const what = JSON.stringify([lane, wish]);
    const isRepeated = later.has(what);
    later.add(what);
    return !isRepeated || waitedFor.has(id);
  });
  return kept.toReversed();
}

/** What needs something that waits until somebody has mended it waits with it from the start: it holds up nothing else. */
async function waitingWith(tx: Tx, all: readonly StoredEffect[]): Promise<readonly StoredEffect[]> {
  const own = new Set(all.map(one => one.id));
  const until = await parked.until(
    tx,
    all.flatMap(one => one.needs.filter(id => !own.has(id))),
  );
  if (until.size === 0) return all;
  return all.map(one => {
    const times = one.needs.flatMap(id => until.get(id) ?? []);
    if (times.length === 0) return one;
    const dueAt = Math.max(...times);
    until.set(one.id, dueAt);
    return { ...one, state: 'parked', dueAt };
  });
}

export async function saveWishes(jobs: Jobs, tx: Tx, wishes: Wishes, workspace: WorkspaceKey): Promise<void> {
  await effects.add(tx, await waitingWith(tx, withoutRepeats(wishes.effects)));
  const work = workOf(wishes, workspace);
  if (work.length > 0) await jobs.wake(tx, work);
}

/** The lanes that have something to do now, with the platform that each needs. */
function workOf(wishes: Wishes, workspace: WorkspaceKey): readonly Work[] {
  const work = new Map<Lane, Work>();
  for (const effect of wishes.effects)
    work.set(effect.lane, { lane: effect.lane, platform: workspaceOf(effect.workspace).platform });
  for (const lane of wishes.lanes) work.set(lane, { lane, platform: workspaceOf(workspace).platform });
  return [...work.values()];
}
