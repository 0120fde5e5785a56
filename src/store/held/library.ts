/** What members put into their CoPs' libraries. */
import type { Holding } from './holding.ts';

export const library = {
  documents: {
    what: 'A document of a library: its title, where it is, tags, why it matters, who shared, saved and looks after it; of a message that was saved, what it says; of a meeting that was written up, its notes.',
    why: 'Members find it again.',
    long: 'as long as it is in the library; a day after it is taken out, the id of its message alone is left',
    seen: 'members',
    who: 'shared_by saved_by steward_id',
    words: { why: 'saved_by', words: 'shared_by' },
    plain:
      'n id network_id cop_id state title kind permalink place url link_key message_key tags file_type file_bytes shared_at saved_at review_at untitled pinned opened gone_at removed_at folded folded_more version',
  },
  document_tags: {
    what: 'The tags of documents.',
    why: 'Members find them by what they are about.',
    long: 'as the document',
    seen: 'members',
    plain: 'document_id network_id cop_id tag',
  },
  document_files: {
    what: 'What the copy of a file is called, how large it is, and which it is (only with DOCUMENTS_DIR).',
    why: 'Members can have it when the platform has lost it.',
    long: 'as the document',
    seen: 'members',
    plain: 'document_id network_id sha256 bytes mime name kept_at',
  },
  kept_files: {
    what: 'Which files are in DOCUMENTS_DIR, by what is in them.',
    why: 'What no document has any more is deleted.',
    long: 'until an hour after no document has it',
    seen: 'nobody',
    plain: 'sha256 noted_at',
  },
  libraries: {
    what: "What a library's facilitators chose for it.",
    why: 'Whether files are offered for saving.',
    long: 'stays',
    seen: 'members',
    plain: 'cop_id network_id offers told_full_at',
  },
} as const satisfies Record<string, Holding>;
