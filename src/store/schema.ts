/** The tables, as Kysely types. Times are epoch milliseconds, booleans 0 or 1, lists and objects JSON text; every row knows its network. */
import type { CopState } from '../domain/cop.ts';
import type { DocumentKind } from '../domain/document.ts';
import type { EffectState, Lane, WishKind } from '../domain/effect.ts';
import type * as Ids from '../domain/ids.ts';
import type { InvitationState } from '../domain/invitation.ts';
import type { JoinRequestState } from '../domain/join-request.ts';
import type { MembershipRole, MembershipState } from '../domain/membership.ts';

export interface Schema {
  networks: { id: Ids.NetworkId; name: string; created_at: number };
  workspaces: { id: Ids.WorkspaceKey; network_id: Ids.NetworkId; created_at: number };
  persons: { id: Ids.PersonId; network_id: Ids.NetworkId; name: string; created_at: number };
  accounts: { workspace_id: Ids.WorkspaceKey; external_id: string; network_id: Ids.NetworkId; person_id: Ids.PersonId };
  cops: {
    id: Ids.CopId;
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    name: string;
    name_key: string;
    slug: string;
    domain: string;
    folded: string;
    statement: string | null;
    /** Closed ones keep the state they had: `closed_at` says that they are. */
    state: Exclude<CopState, 'closed'>;
    closed_at: number | null;
    unlisted: number;
    space_id: string | null;
    space_name: string | null;
    starter_id: Ids.PersonId;
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
  };
  join_requests: {
    id: Ids.JoinRequestId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    person_id: Ids.PersonId;
    words: string | null;
    state: JoinRequestState;
    decided_by: Ids.PersonId | null;
    decided_at: number | null;
    reason: string | null;
    version: number;
    created_at: number;
  };
  nominations: {
    id: Ids.NominationId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    nominee_id: Ids.PersonId;
    nominator_id: Ids.PersonId;
    state: 'pending' | 'accepted' | 'declined';
    decided_at: number | null;
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
  core_roles: { network_id: Ids.NetworkId; cop_id: Ids.CopId; person_id: Ids.PersonId; role: string; since: number };
  documents: {
    id: Ids.DocumentId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    title: string;
    kind: DocumentKind;
    permalink: string;
    url: string | null;
    message_key: string;
    shared_by: Ids.PersonId;
    shared_at: number;
    saved_by: Ids.PersonId;
    saved_at: number;
    why: string | null;
    untitled: number;
    folded: string;
    version: number;
  };
  effects: {
    id: Ids.EffectId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    workspace_id: Ids.WorkspaceKey;
    lane: Lane;
    kind: WishKind;
    wish: string;
    needs: string;
    batch: string;
    on_failure: string | null;
    state: EffectState;
    attempts: number;
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
  };
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
