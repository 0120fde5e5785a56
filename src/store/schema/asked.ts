/** What is asked and answered. */
import type { RoleKey, RoleSuggestion } from '../../domain/core-role.ts';
import type { FirstConversation } from '../../domain/first-conversation.ts';
import type * as Ids from '../../domain/ids.ts';
import type { Invitation, InvitationState } from '../../domain/invitation.ts';
import type { JoinRequest, JoinRequestState } from '../../domain/join-request.ts';
import type { Nomination } from '../../domain/nomination.ts';
import type { ReminderStep } from '../../domain/reminder.ts';
import type { StandIn } from '../../domain/stand-in.ts';

export interface AskedTables {
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
    withdrawn_as: JoinRequest['withdrawnAs'] | null;
    decided_by: Ids.PersonId | null;
    decided_at: number | null;
    reason: string | null;
    version: number;
    created_at: number;
    held_ms: number;
    held_until: number | null;
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
    applicant_turns: number;
    created_at: number;
  };
  nominations: {
    id: Ids.NominationId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    nominee_id: Ids.PersonId;
    nominator_id: Ids.PersonId;
    way: Nomination['way'];
    words: string | null;
    state: Nomination['state'];
    withdrawn_as: Nomination['withdrawnAs'] | null;
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
    withdrawn_as: FirstConversation['withdrawnAs'] | null;
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
    withdrawn_as: Invitation['withdrawnAs'] | null;
    decided_at: number | null;
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
}
