/** When CoPs meet, who comes, and what follows from it. */
import type * as Ids from '../../domain/ids.ts';
import type { MeetingFormat, MeetingPart, MeetingState } from '../../domain/meeting.ts';

interface OfMeeting {
  network_id: Ids.NetworkId;
  cop_id: Ids.CopId;
  meeting_id: Ids.MeetingId;
}

export interface MeetingTables {
  meetings: {
    id: Ids.MeetingId;
    network_id: Ids.NetworkId;
    cop_id: Ids.CopId;
    called_by: Ids.PersonId;
    about: string | null;
    format: MeetingFormat;
    minutes: number;
    place: string | null;
    time_zone: string;
    state: MeetingState;
    starts_at: number | null;
    after_id: Ids.MeetingId | null;
    sequence: number;
    changed_at: number;
    notes_id: Ids.DocumentId | null;
    notes_by: Ids.PersonId | null;
    notes_at: number | null;
    version: number;
    created_at: number;
  };
  /** What it can be voted for. */
  meeting_dates: OfMeeting & { starts_at: number };
  meeting_votes: OfMeeting & { starts_at: number; person_id: Ids.PersonId; says: 'yes' | 'if-need-be'; at: number };
  meeting_answers: OfMeeting & { person_id: Ids.PersonId; says: 'comes' | 'not'; at: number };
  meeting_questions: OfMeeting & {
    id: Ids.MeetingQuestionId;
    person_id: Ids.PersonId;
    words: string | null;
    at: number;
  };
  /** `offered_at`: when who took it was asked to carry it for longer. */
  meeting_parts: OfMeeting & { person_id: Ids.PersonId; part: MeetingPart; at: number; offered_at: number | null };
  promises: OfMeeting & {
    id: Ids.PromiseId;
    person_id: Ids.PersonId | null;
    written_by: Ids.PersonId;
    words: string | null;
    created_at: number;
    done_at: number | null;
  };
  /** `sequence`: which state of it their calendar has. */
  meeting_calendars: OfMeeting & { person_id: Ids.PersonId; sequence: number; at: number };
  calendar_feeds: {
    network_id: Ids.NetworkId;
    person_id: Ids.PersonId;
    secret_hash: string;
    created_at: number;
  };
}
