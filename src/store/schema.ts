/** The tables, as Kysely types. Times are epoch milliseconds, booleans 0 or 1, lists and objects JSON text; every row knows its network. */

import type { AskedTables } from './schema/asked.ts';
import type { CopTables } from './schema/cops.ts';
import type { LibraryTables } from './schema/library.ts';
import type { MeetingTables } from './schema/meetings.ts';
import type { OutboxTables } from './schema/outbox.ts';
import type { PeopleTables } from './schema/people.ts';

/** The tables whose rows name something by this column. */
export type Naming<Column extends string> = {
  [T in keyof Schema]: Column extends keyof Schema[T] ? T : never;
}[keyof Schema];

export interface Schema extends PeopleTables, CopTables, AskedTables, LibraryTables, MeetingTables, OutboxTables {}
