/** A CoP that its facilitators close, on a day that its members are told of a week before. */
import type { CopId, NetworkId, PersonId, WorkspaceKey } from './ids.ts';
import { manners } from './platforms.ts';
import { workspaceOf } from './workspace.ts';

/** What becomes of the space: nobody can write in it any more; or, where that was chosen on purpose, it is deleted. */
export type Ending = 'archived' | 'deleted';

/** It could not be archived, and stands as it did: a person was asked to. */
type Left = 'left';

/** `waits`: a member asked to wait; it isn't closed until the facilitators go on. */
export type ClosingState = 'announced' | 'waits' | 'called-off' | 'closed';

export interface Closing {
  readonly copId: CopId;
  readonly networkId: NetworkId;
  readonly askedBy: PersonId;
  readonly askedAt: number;
  readonly dueAt: number;
  readonly state: ClosingState;
  /** Who asked to wait. */
  readonly waitsFor: PersonId | undefined;
  readonly keepsRoles: boolean;
  readonly keepsLibrary: boolean;
  /** What happened here, as it was told for the harvest. */
  readonly story: string | undefined;
  readonly otherStory: string | undefined;
  readonly space: Ending | Left;
}

/** From a channel that is archived nobody can be taken: whoever was to be waits for somebody to bring it back, if anybody ever does. */
export const isShut = (
  { closedAt, workspace }: { readonly closedAt: number | undefined; readonly workspace: WorkspaceKey },
  closing: Pick<Closing, 'space'> | undefined,
): boolean =>
  closedAt !== undefined &&
  manners[workspaceOf(workspace).platform].channelsEnd === 'archived' &&
  closing?.space !== 'left';

/** Characters. */
export const limits = { story: 1500 } as const;

const day = 24 * 3600_000;
/** So long before it its members are told. */
const notice = 7 * day;
/** So long they have at least, once the facilitators go on. */
const afterAWait = 2 * day;

export const closesFrom = (now: number): number => now + notice;

/** Whether its members could read it so late that they have had no time to ask for more. `stoodFrom`: when they could first. */
export const wasToldLate = (stoodFrom: number, now: number): boolean => now - stoodFrom < afterAWait;

export const underWay = (closing: Closing | undefined): closing is Closing =>
  closing?.state === 'announced' || closing?.state === 'waits';

export const waiting = (closing: Closing, person: PersonId): Closing => ({
  ...closing,
  state: 'waits',
  waitsFor: closing.waitsFor ?? person,
});

/** By whoever goes on with it: who announced it may have gone. */
export const goingOn = (closing: Closing, by: PersonId, now: number): Closing => ({
  ...closing,
  askedBy: by,
  state: 'announced',
  waitsFor: undefined,
  dueAt: Math.max(closing.dueAt, now + afterAWait),
});
