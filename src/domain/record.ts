/** Every kind of record that something can be about, and the option by which a deed names one. */
import type {
  CarriedRoleId,
  CopId,
  DifferenceId,
  DocumentId,
  FirstConversationId,
  InvitationId,
  JoinRequestId,
  MeetingId,
  NominationId,
  RoleSuggestionId,
  StandInId,
  TalkId,
} from './ids.ts';

export interface Records {
  cop: CopId;
  'join-request': JoinRequestId;
  talk: TalkId;
  nomination: NominationId;
  'first-conversation': FirstConversationId;
  invitation: InvitationId;
  document: DocumentId;
  'carried-role': CarriedRoleId;
  'role-suggestion': RoleSuggestionId;
  difference: DifferenceId;
  'stand-in': StandInId;
  meeting: MeetingId;
}
export type RecordKind = keyof Records;

/** As ours are; what people type for a record is its name. */
export const isId = (words: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(words);

export const optionOf = {
  cop: 'cop',
  'join-request': 'request',
  talk: 'talk',
  nomination: 'nomination',
  'first-conversation': 'conversation',
  invitation: 'invitation',
  document: 'document',
  'carried-role': 'carried',
  'role-suggestion': 'suggestion',
  difference: 'difference',
  'stand-in': 'standIn',
  meeting: 'meeting',
} as const satisfies { readonly [K in RecordKind]: string };
