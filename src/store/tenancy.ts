/**
 * What knows no network yet: a press in a direct message on Discord tells no server, so the record it names must say where it
 * belongs. Answers a place, never the record.
 */
import type { RecordKind } from '../domain/record.ts';
import { askedTables } from './asked-rows.ts';
import type { OfCop } from './beside-cop.ts';
import type { Reader } from './engine.ts';

/** Where records are, each beside its CoP. */
export const recordTables = {
  talk: 'talks',
  ...askedTables,
  'first-conversation': 'first_conversations',
  document: 'documents',
  'carried-role': 'core_roles',
  difference: 'differences',
  meeting: 'meetings',
} as const satisfies { readonly [K in Exclude<RecordKind, 'cop'>]: OfCop };

/** Some record, named by a press that tells no server. */
export interface Record {
  readonly noun: RecordKind;
  readonly id: string;
}

/** Where it belongs, to be part of a query. */
export const workspaceOf = (reader: Reader, { noun, id }: Record) =>
  noun === 'cop'
    ? reader
        .selectFrom('cops')
        .select('cops.workspace_id')
        .where('cops.id', '=', id as never)
    : reader
        .selectFrom(`${recordTables[noun] as 'join_requests'} as record`)
        .innerJoin('cops', 'cops.id', 'record.cop_id')
        .select('cops.workspace_id')
        .where('record.id', '=', id as never);
