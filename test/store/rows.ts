/** A store begun anew for each test, and rows to put into it. */
import { afterEach, beforeEach } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import { type Document, unsaid } from '../../src/domain/document.ts';
import { lane } from '../../src/domain/effect.ts';
import type {
  CopId,
  DocumentId,
  EffectId,
  JoinRequestId,
  NetworkId,
  PersonId,
  WorkspaceKey,
} from '../../src/domain/ids.ts';
import type { JoinRequest } from '../../src/domain/join-request.ts';
import * as cops from '../../src/store/cops.ts';
import type * as effects from '../../src/store/effects.ts';
import { isConflict, type Store, type Tx } from '../../src/store/engine.ts';
import { newId } from '../../src/store/ids.ts';
import * as people from '../../src/store/people.ts';
import { migratedStore } from '../support/store.ts';

export const now = 1_770_000_000_000;
export const here = 'slack:T1' as WorkspaceKey;
export const there = 'slack:T2' as WorkspaceKey;

export let store: Store;
export let ours: NetworkId;
export let theirs: NetworkId;
export let amira: PersonId;
export let zed: PersonId;

export const tx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => store.db.transaction().execute(work);
const cop = (more: Partial<Cop> = {}): Cop => {
  const id = newId<CopId>(now);
  const name = more.name ?? 'Wound Care';
  return {
    id,
    networkId: ours,
    workspace: here,
    name,
    domain: 'Healing',
    statement: undefined,
    unlisted: false,
    joinQuestion: undefined,
    welcome: undefined,
    closedAt: undefined,
    slug: id.toLowerCase(),
    state: 'open',
    spaceId: undefined,
    spaceName: undefined,
    starterId: amira,
    version: 1,
    createdAt: now,
    ...more,
  };
};
export const added = async (more: Partial<Cop> = {}): Promise<Cop> => {
  const one = cop(more);
  await tx(t => cops.add(t, one));
  return one;
};
export const request = (copId: CopId, more: Partial<JoinRequest> = {}): JoinRequest => ({
  id: newId<JoinRequestId>(now),
  networkId: ours,
  copId,
  personId: amira,
  words: 'Hello',
  question: undefined,
  wordsFor: undefined,
  state: 'pending',
  withdrawnAs: undefined,
  decidedBy: undefined,
  decidedAt: undefined,
  reason: undefined,
  version: 1,
  createdAt: now,
  ...more,
});
export const document = (copId: CopId, title: string, more: Partial<Document> = {}): Document => ({
  ...unsaid,
  id: newId<DocumentId>(now),
  networkId: ours,
  copId,
  title,
  kind: 'file',
  permalink: 'https://x',
  messageKey: newId(now),
  sharedBy: amira,
  sharedAt: now,
  savedBy: amira,
  savedAt: now,
  stewardId: amira,
  ...more,
});
export const effect = (copId: CopId, more: Partial<effects.StoredEffect> = {}): effects.StoredEffect => ({
  id: newId<EffectId>(now),
  networkId: ours,
  copId,
  workspace: here,
  lane: lane.cop(copId),
  wish: { kind: 'open-space', cop: copId },
  state: 'waiting',
  needs: [],
  follows: [],
  batch: 'b1',
  press: undefined,
  onFailure: undefined,
  attempts: 0,
  waits: 0,
  dueAt: now,
  intendedAt: undefined,
  error: undefined,
  ...more,
});
export const refused = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'taken',
    (error: unknown) => (isConflict(error) ? 'conflict' : 'refused'),
  );

/** Two networks, and somebody in each. */
export function inAStore(migrated: () => Promise<string>): void {
  beforeEach(async () => {
    store = await migratedStore(await migrated());
    [ours, theirs] = [
      await tx(t => people.meetWorkspace(t, here, now)),
      await tx(t => people.meetWorkspace(t, there, now)),
    ];
    amira = (await tx(t => people.meet(t, ours, here, { id: 'U1', name: 'Amira' }, now))).id;
    zed = (await tx(t => people.meet(t, theirs, there, { id: 'U9', name: 'Zed' }, now))).id;
  });
  afterEach(() => store.close());
}
