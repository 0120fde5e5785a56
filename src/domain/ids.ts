/** Ids are ULIDs: 26 characters, sortable by when they were minted. The brands keep one noun's id from passing for another's. */
declare const noun: unique symbol;
type Id<Noun extends string> = string & { readonly [noun]: Noun };

export type NetworkId = Id<'network'>;
export type PersonId = Id<'person'>;
export type CopId = Id<'cop'>;
export type TalkId = Id<'talk'>;
export type JoinRequestId = Id<'join-request'>;
export type NominationId = Id<'nomination'>;
export type FirstConversationId = Id<'first-conversation'>;
export type InvitationId = Id<'invitation'>;
export type DocumentId = Id<'document'>;
export type CarriedRoleId = Id<'carried-role'>;
export type NetworkRoleId = Id<'network-role'>;
export type RoleSuggestionId = Id<'role-suggestion'>;
export type DifferenceId = Id<'difference'>;
export type StandInId = Id<'stand-in'>;
export type MeetingId = Id<'meeting'>;
export type MeetingQuestionId = Id<'meeting-question'>;
export type PromiseId = Id<'promise'>;
export type EffectId = Id<'effect'>;

/** `slack:T0123` or `discord:8123…`: a workspace's own key, unique over all of them. */
export type WorkspaceKey = Id<'workspace'>;
