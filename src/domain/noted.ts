/** What the audit knows things by: what people did, what followed from it, and what was seen to have happened without the bot. */
import type { ConsequenceName } from './consequence.ts';
import type { DeedName } from './deed.ts';
import type { RecordKind } from './record.ts';

export type NotedName =
  | DeedName
  | ConsequenceName
  | 'membership joined'
  | 'membership left'
  | 'cop closed'
  | 'cop unarchived'
  | 'cop from-backup';

/** The record that it was about, or the network as a whole. */
export interface NotedAbout {
  readonly kind: RecordKind | 'network';
  readonly id: string | undefined;
}
