/** CoPs, who is in them, and what was chosen for a workspace. */

import type { Generated } from 'kysely';
import type { Closing, ClosingState } from '../../domain/closing.ts';
import type { CopState } from '../../domain/cop.ts';
import type { RoleKey } from '../../domain/core-role.ts';
import type { Difference, Readers } from '../../domain/difference.ts';
import type * as Ids from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { MembershipRole, MembershipState } from '../../domain/membership.ts';
import type { PlatformName } from '../../domain/platforms.ts';
import type { Settings } from '../../domain/settings.ts';

export interface CopTables {
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
    goes_at: number | null;
    kept_until: number | null;
    gone_at: Generated<number | null>;
    unattended_since: Generated<number | null>;
    members_asked_at: Generated<number | null>;
    /** Who calls its meetings, where that is not every member. */
    meetings_by: Generated<'facilitators' | null>;
    meeting_offered_at: Generated<number | null>;
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
    once_facilitated: Generated<number | null>;
    /** In what it leaves behind, once it is closed. */
    named: Generated<number | null>;
    wants_harvest: Generated<number | null>;
    /** What they would say as a hello, until it is posted. */
    hello: Generated<string | null>;
    /** When they wrote it; without it, when they said it. */
    hello_at: Generated<number | null>;
    /** What they were to have in its space, and the bot had not to hand on. */
    lacking: Generated<string | null>;
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
    space: Closing['space'];
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
  server_roles: { network_id: Ids.NetworkId; workspace_id: Ids.WorkspaceKey; role: RoleKey; external_id: string };
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
    keeps_audit: Settings['keepsAudit'] | null;
    keeps_closed: Settings['keepsClosed'] | null;
    version: number;
  };
  lost_channels: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    channel_id: string;
    lost_at: number;
  };
  opened_channels: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    channel_id: string;
    opened_at: number;
    readers: Generated<Readers>;
  };
}
