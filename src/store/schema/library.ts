/** What is kept in libraries. */

import type { Generated } from 'kysely';
import type { DocumentKind, DocumentState } from '../../domain/document.ts';
import type * as Ids from '../../domain/ids.ts';

export interface LibraryTables {
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
}
