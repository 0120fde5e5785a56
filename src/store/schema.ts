/** The tables, as Kysely types. Times are epoch milliseconds, booleans 0 or 1, lists and objects JSON text; every row knows its network. */
import type { Generated } from 'kysely';
import type { ClosingState, Ending } from '../domain/closing.ts';
import type { CopState } from '../domain/cop.ts';
import type { RoleKey, RoleSuggestion } from '../domain/core-role.ts';
import type { Difference } from '../domain/difference.ts';
import type { DocumentKind, DocumentState } from '../domain/document.ts';
import type { EffectState, Lane, WishKind } from '../domain/effect.ts';
import type { FirstConversation } from '../domain/first-conversation.ts';
import type * as Ids from '../domain/ids.ts';
import type { InvitationState } from '../domain/invitation.ts';
import type { JoinRequestState } from '../domain/join-request.ts';
import type { Language } from '../domain/language.ts';
import type { MembershipRole, MembershipState } from '../domain/membership.ts';
import type { Nomination } from '../domain/nomination.ts';
import type { PlatformName } from '../domain/platforms.ts';
import type { RecordKind } from '../domain/record.ts';
import type { ReminderStep } from '../domain/reminder.ts';
import type { Settings } from '../domain/settings.ts';
import type { StandIn } from '../domain/stand-in.ts';

export interface Schema {
  networks: { id: Ids.NetworkId; name: string; created_at: number };
  workspaces: { id: Ids.WorkspaceKey; network_id: Ids.NetworkId; created_at: number };
  persons: { id: Ids.PersonId; network_id: Ids.NetworkId; name: string; created_at: number };
  accounts: {
    workspace_id: Ids.WorkspaceKey;
    external_id: string;
    network_id: Ids.NetworkId;
    person_id: Ids.PersonId;
    locale: string | null;
  };
  cops: {
    id: Ids.CopId;
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    platform: PlatformName;
    name: string;
    name_key: string;
    slug: string;
    domain: string;
    folded: string;
    /** What it is found by in the directory; on SQLite it is in the index alone. */
    grams: string;
    /** Kept by triggers on `memberships`. */
    members: Generated<number>;
    statement: string | null;
    /** Closed ones keep the state they had: `closed_at` says that they are. */
    state: Exclude<CopState, 'closed'>;
    closed_at: number | null;
    resting_since: number | null;
    resting_until: number | null;
    closes_at: number | null;
    former_space_id: string | null;
    unlisted: number;
    join_question: string | null;
    welcome: string | null;
    space_id: string | null;
    space_name: string | null;
    starter_id: Ids.PersonId;
    unattended_since: Generated<number | null>;
    members_asked_at: Generated<number | null>;
    version: number;
    created_at: number;
  };
  memberships: {
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    state: MembershipState;
    role: MembershipRole;
    since: number;
    /** Of who was taken out. */
    asks_again_at: Generated<number | null>;
    /** Where that isn't since they are in it. */
    facilitates_since: Generated<number | null>;
    /** In what it leaves behind, once it is closed. */
    named: Generated<number | null>;
    wants_harvest: Generated<number | null>;
  };
  closings: {
    cop_id: Ids.CopId;
    network_id: Ids.NetworkId;
    asked_by: Ids.PersonId;
    asked_at: number;
    due_at: number;
    state: ClosingState;
    waits_for: Ids.PersonId | null;
    keeps_roles: number;
    keeps_library: number;
    story: string | null;
    other_story: string | null;
    space: Ending;
  };
  join_requests: {
    id: Ids.JoinRequestId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    words: string | null;
    /** Who may read them besides the facilitators. */
    question: string | null;
    words_for: 'members' | null;
    state: JoinRequestState;
    decided_by: Ids.PersonId | null;
    decided_at: number | null;
    reason: string | null;
    version: number;
    created_at: number;
    held_ms: number;
    held_until: number | null;
  };
  clocks: {
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    about_kind: RecordKind;
    about_id: string;
    step: string;
    due_at: number;
    consequence: string;
    minding: Ids.PersonId | 'workspace' | null;
  };
  reminders: {
    network_id: Ids.NetworkId;
    request_id: Ids.JoinRequestId;
    step: ReminderStep;
    /** A person, or `support`. */
    reader: string;
    day: string;
    sent_at: number;
  };
  unreached: { network_id: Ids.NetworkId; request_id: Ids.JoinRequestId; person_id: Ids.PersonId; since: number };
  talks: {
    id: Ids.TalkId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    request_id: Ids.JoinRequestId;
    facilitator_id: Ids.PersonId;
    turns: number;
    created_at: number;
  };
  homes: { network_id: Ids.NetworkId; workspace_id: Ids.WorkspaceKey; person_id: Ids.PersonId; since: number };
  nominations: {
    id: Ids.NominationId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    nominee_id: Ids.PersonId;
    nominator_id: Ids.PersonId;
    way: Nomination['way'];
    words: string | null;
    state: Nomination['state'];
    decided_at: number | null;
    version: number;
    created_at: number;
  };
  stand_ins: {
    id: Ids.StandInId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    state: StandIn['state'];
    objected_at: number | null;
    decider_id: Ids.PersonId | null;
    decided_at: number | null;
    version: number;
    created_at: number;
  };
  first_conversations: {
    id: Ids.FirstConversationId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    way: FirstConversation['way'];
    words: string | null;
    state: FirstConversation['state'];
    taken_by: Ids.PersonId | null;
    planned: string | null;
    notes: string | null;
    draft_domain: string | null;
    draft_statement: string | null;
    draft: FirstConversation['draft'];
    not_yet: string | null;
    version: number;
    created_at: number;
  };
  invitations: {
    id: Ids.InvitationId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    invitee_id: Ids.PersonId;
    inviter_id: Ids.PersonId;
    state: InvitationState;
    decided_at: number | null;
    version: number;
    created_at: number;
  };
  statements: {
    id: string;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    words: string | null;
    by: Ids.PersonId;
    at: number;
  };
  differences: {
    id: Ids.DifferenceId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    kind: Difference['kind'];
    people: string;
    seen_by: string | null;
    found_at: number;
    settled_at: number | null;
    settled_as: NonNullable<Difference['settledAs']> | null;
  };
  core_roles: {
    id: Ids.CarriedRoleId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    role: RoleKey;
    /** The role, where it is the network's own. */
    network_role_id: Ids.NetworkRoleId | null;
    since: number;
    ends_at: number | null;
    ended_at: number | null;
    version: number;
  };
  server_roles: { network_id: Ids.NetworkId; workspace_id: Ids.WorkspaceKey; role: RoleKey; external_id: string };
  server_role_grants: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    external_id: string;
    person_id: Ids.PersonId;
  };
  network_roles: {
    id: Ids.NetworkRoleId;
    network_id: Ids.NetworkId;
    name: string;
    name_key: string;
    line: string;
    removed_at: number | null;
    version: number;
    created_at: number;
  };
  role_suggestions: {
    id: Ids.RoleSuggestionId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    role: RoleKey;
    network_role_id: Ids.NetworkRoleId | null;
    person_id: Ids.PersonId;
    suggester_id: Ids.PersonId;
    words: string | null;
    state: RoleSuggestion['state'];
    decided_at: number | null;
    version: number;
    created_at: number;
  };
  documents: {
    n: Generated<number>;
    id: Ids.DocumentId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    state: DocumentState;
    title: string;
    kind: DocumentKind;
    permalink: string | null;
    place: string | null;
    url: string | null;
    link_key: string | null;
    message_key: string;
    tags: string;
    file_type: string | null;
    file_bytes: number | null;
    shared_by: Ids.PersonId;
    shared_at: number;
    saved_by: Ids.PersonId;
    saved_at: number;
    steward_id: Ids.PersonId;
    review_at: number | null;
    why: string | null;
    words: string | null;
    untitled: number;
    pinned: number;
    /** How often, by nobody's name. */
    opened: Generated<number>;
    gone_at: number | null;
    removed_at: number | null;
    folded: string;
    folded_more: string;
    version: number;
  };
  kept_files: { sha256: string; noted_at: number };
  document_files: {
    document_id: Ids.DocumentId;
    network_id: Ids.NetworkId;
    sha256: string;
    bytes: number;
    mime: string;
    name: string;
    kept_at: number;
  };
  document_tags: { document_id: Ids.DocumentId; network_id: Ids.NetworkId; cop_id: Ids.CopId; tag: string };
  libraries: { cop_id: Ids.CopId; network_id: Ids.NetworkId; offers: number; told_full_at: number | null };
  effects: {
    id: Ids.EffectId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    workspace_id: Ids.WorkspaceKey;
    platform: PlatformName;
    lane: Lane;
    kind: WishKind;
    wish: string;
    needs: string;
    follows: string;
    batch: string;
    on_failure: string | null;
    state: EffectState;
    attempts: number;
    waits: number;
    due_at: number;
    intended_at: number | null;
    claimed_until: number | null;
    error: string | null;
    settled_at: number | null;
  };
  posts: {
    effect_id: Ids.EffectId;
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    message: string;
    about_kind: string;
    about_id: string;
    channel_id: string;
    message_id: string;
    language: Language | null;
  };
  settings: {
    workspace_id: Ids.WorkspaceKey;
    network_id: Ids.NetworkId;
    support_channel: string | null;
    forum: Settings['forum'];
    forum_channel: string | null;
    starters: Settings['starters'];
    start_policy: Settings['startPolicy'];
    time_zone: string | null;
    offered_at: number | null;
    chosen_at: number | null;
    language: Language | null;
    way_in: 'link' | 'person' | null;
    way_in_words: string | null;
    way_in_invites: string | null;
    keeps_requests: Settings['keepsRequests'] | null;
    version: number;
  };
  lost_channels: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    channel_id: string;
    lost_at: number;
  };
  forum_people: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    person_id: Ids.PersonId;
    since: number;
    left_at: number | null;
  };
  support_people: { network_id: Ids.NetworkId; workspace_id: Ids.WorkspaceKey; person_id: Ids.PersonId; since: number };
  forgotten: { hash: string; forgotten_at: number };
  audit: {
    id: string;
    network_id: Ids.NetworkId;
    at: number;
    actor_id: Ids.PersonId | null;
    command: string;
    about_kind: string;
    about_id: string | null;
    workspace_id: Ids.WorkspaceKey;
    press: string;
  };
}
