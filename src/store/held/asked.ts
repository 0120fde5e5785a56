/** What people ask one another by way of the bot. */
import type { Holding } from './holding.ts';

const bothSides = 'who asked and who was asked; that it waits: facilitators';

export const asked = {
  join_requests: {
    what: 'Who asked to join: what they wrote and which question it answers, who answered, when, and the reason if one was given.',
    why: 'Facilitators decide by it, and no request is lost.',
    long: 'a year after the answer, or as long as an administrator chose in /cop setup',
    seen: 'the applicant and the facilitators; members what the applicant ticked for them',
    who: 'person_id decided_by',
    words: { words: 'person_id', reason: 'person_id decided_by' },
    plain:
      'id network_id cop_id question words_for state withdrawn_as decided_at version created_at held_ms held_until',
  },
  reminders: {
    what: 'Which facilitator was reminded of which request, and when.',
    why: 'Nobody is reminded twice a day.',
    long: 'two days after the request was answered',
    seen: 'nobody',
    goes: 'reader',
    plain: 'network_id request_id step day sent_at',
  },
  unreached: {
    what: 'Which facilitator could not be told of a request.',
    why: 'The next in line is told.',
    long: 'until the request is answered',
    seen: 'nobody',
    goes: 'person_id',
    plain: 'network_id request_id since',
  },
  talks: {
    what: 'That a facilitator and an applicant have a word before the answer. What they say is not kept.',
    why: 'Answers reach the other.',
    long: 'as the request',
    seen: 'the two of them',
    goes: 'facilitator_id',
    plain: 'id network_id cop_id request_id turns applicant_turns created_at',
  },
  invitations: {
    what: 'Who invited whom to which CoP, and how it was answered. The line that went with it is not kept.',
    why: 'A yes brings them in.',
    long: 'stays',
    seen: bothSides,
    who: 'invitee_id inviter_id',
    plain: 'id network_id cop_id state withdrawn_as decided_at version created_at',
  },
  nominations: {
    what: 'Who was asked by whom to facilitate, with the line that went with it, and how it was answered.',
    why: 'A yes gives them the rights.',
    long: 'stays',
    seen: bothSides,
    who: 'nominee_id nominator_id',
    words: { words: 'nominee_id nominator_id' },
    plain: 'id network_id cop_id way state withdrawn_as decided_at version created_at',
  },
  role_suggestions: {
    what: 'Who was thought of for a role, by whom, with the line that went with it, and how it was answered.',
    why: 'Nobody carries a role without a yes.',
    long: 'stays',
    seen: bothSides,
    who: 'person_id suggester_id',
    words: { words: 'person_id suggester_id' },
    plain: 'id network_id cop_id role network_role_id state decided_at version created_at',
  },
  stand_ins: {
    what: 'Who offered to look after a CoP that nobody facilitates; that somebody objected (never who); who decided.',
    why: 'It is theirs after two days unless somebody objects.',
    long: 'stays',
    seen: 'members; the Support Team',
    who: 'person_id decider_id',
    plain: 'id network_id cop_id state objected_at decided_at version created_at',
  },
  first_conversations: {
    what: 'Who asked the Support Team for a conversation: what they wrote, who took it, when it is planned, the notes and the draft.',
    why: 'The Support Team helps people start.',
    long: 'stays',
    seen: 'who asked, the Support Team; the draft: facilitators',
    who: 'person_id taken_by',
    words: {
      words: 'person_id',
      planned: 'person_id taken_by',
      notes: 'person_id taken_by',
      draft_domain: 'person_id taken_by',
      draft_statement: 'person_id taken_by',
      not_yet: 'person_id taken_by',
    },
    plain: 'id network_id cop_id way state withdrawn_as draft version created_at',
  },
} as const satisfies Record<string, Holding>;
