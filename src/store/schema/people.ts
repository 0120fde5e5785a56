/** Who there is, and who did what. */
import type { Generated, GeneratedAlways } from 'kysely';
import type * as Ids from '../../domain/ids.ts';
import type { NotedAbout, NotedName } from '../../domain/noted.ts';
import type { PlatformName } from '../../domain/platforms.ts';

export interface PeopleTables {
  networks: { id: Ids.NetworkId; name: string; created_at: number };
  workspaces: {
    id: Ids.WorkspaceKey;
    network_id: Ids.NetworkId;
    created_at: number;
    /** The database has it from the id. */
    platform: GeneratedAlways<PlatformName>;
  };
  persons: { id: Ids.PersonId; network_id: Ids.NetworkId; name: string; created_at: number };
  accounts: {
    workspace_id: Ids.WorkspaceKey;
    external_id: string;
    network_id: Ids.NetworkId;
    person_id: Ids.PersonId;
    locale: string | null;
  };
  homes: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    person_id: Ids.PersonId;
    since: number;
    drawn: Generated<string | null>;
  };
  support_people: { network_id: Ids.NetworkId; workspace_id: Ids.WorkspaceKey; person_id: Ids.PersonId; since: number };
  forum_people: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    person_id: Ids.PersonId;
    since: number;
    left_at: number | null;
  };
  server_role_grants: {
    network_id: Ids.NetworkId;
    workspace_id: Ids.WorkspaceKey;
    external_id: string;
    person_id: Ids.PersonId;
  };
  forgotten: { hash: string; forgotten_at: number };
  audit: {
    id: string;
    network_id: Ids.NetworkId;
    at: number;
    actor_id: Ids.PersonId | null;
    command: NotedName;
    about_kind: NotedAbout['kind'];
    about_id: string | null;
    workspace_id: Ids.WorkspaceKey;
    press: string;
  };
}
