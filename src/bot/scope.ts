/** What a command gets to work with, and what it leaves behind: effects and the lanes they stand in. */
import type { Scope, Subject, Subjects } from '../commands/command.ts';
import { type Cop, pagePathOf } from '../domain/cop.ts';
import type { Lane } from '../domain/effect.ts';
import type { EffectId, NetworkId, WorkspaceKey } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { Settings } from '../domain/settings.ts';
import type { Jobs, Work } from '../jobs/jobs.ts';
import type { Guides } from '../messages/guide.ts';
import type { Invocation } from '../platform/chat-platform.ts';
import type { StoredEffect } from '../store/effects.ts';
import * as effects from '../store/effects.ts';
import type { Tx } from '../store/engine.ts';
import { newId } from '../store/ids.ts';
import * as people from '../store/people.ts';
import type { Seal } from './seal.ts';

export interface Situation {
  readonly tx: Tx;
  readonly now: number;
  readonly network: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly settings: Settings;
  readonly actor: Person;
  readonly accountId: string;
  readonly seal: Seal;
  readonly admin: boolean;
  readonly quietUntil: number;
  readonly reply: () => string | undefined;
  readonly guides: Guides;
  readonly publicUrl: string | undefined;
  readonly keepsFiles: boolean;
  readonly invocation: Pick<Invocation, 'options' | 'message' | 'people' | 'files' | 'on' | 'at'>;
}

/** Collects what a command wishes for; saved in one statement. */
export interface Wishes {
  readonly effects: StoredEffect[];
  readonly lanes: Set<Lane>;
}
export const noWishes = (): Wishes => ({ effects: [], lanes: new Set() });

export function scopeFor<A extends Subject>(
  situation: Situation,
  subject: Subjects[A],
  wishes: Wishes,
): Scope<Subjects[A]> {
  const { tx, now, network, workspace, invocation } = situation;
  const named = (id: string) => invocation.people?.[id];

  async function person(account: { id: string; name?: string }): Promise<Person> {
    const known = await people.whoIs(tx, workspace, account.id);
    return (
      known?.person ??
      people.meet(tx, network, workspace, { id: account.id, name: account.name ?? named(account.id)?.name ?? '' }, now)
    );
  }

  return {
    tx,
    network,
    workspace,
    settings: situation.settings,
    actor: situation.actor,
    accountId: situation.accountId,
    subject,
    options: invocation.options,
    message: invocation.message,
    files: invocation.files ?? {},
    keepsFiles: situation.keepsFiles,
    guides: situation.guides,
    now,
    person,
    named,
    admin: situation.admin,
    quietUntil: situation.quietUntil,
    seal: situation.seal.close,
    newId: <T extends string>() => newId<T>(now),
    after: wishing(wishes, now),
    wake: lanes => {
      for (const lane of lanes) wishes.lanes.add(lane);
    },
    get reply() {
      return situation.reply();
    },
    at: invocation.at?.id,
    pageOf: cop => pageOf(situation.publicUrl, cop),
    on: invocation.on && { channel: invocation.on.channel.id, id: invocation.on.id },
  };
}

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
      onFailure: order.onFailure,
      batch,
      state: 'waiting',
      attempts: 0,
      dueAt: order.notBefore ?? 0, // "now" would be later for a process whose clock is behind, or once this one is put right
      intendedAt: undefined,
      error: undefined,
    });
    return id;
  };
}

export async function saveWishes(jobs: Jobs, tx: Tx, wishes: Wishes, workspace: WorkspaceKey): Promise<void> {
  await effects.add(tx, wishes.effects);
  const work = workOf(wishes, workspace);
  if (work.length > 0) await jobs.wake(tx, work);
}

/** The lanes that have something to do now, with the platform that each needs. */
function workOf(wishes: Wishes, workspace: WorkspaceKey): readonly Work[] {
  const work = new Map<Lane, Work>();
  for (const effect of wishes.effects)
    work.set(effect.lane, { lane: effect.lane, platform: people.workspaceOf(effect.workspace).platform });
  for (const lane of wishes.lanes) work.set(lane, { lane, platform: people.workspaceOf(workspace).platform });
  return [...work.values()];
}
