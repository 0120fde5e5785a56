/** CoPs, who is in them, and what stands of them on the platforms. */
import type { Holding } from './holding.ts';

const everybody = 'everybody in the network (unlisted ones: members)';

export const cops = {
  cops: {
    what: 'A CoP: its name, what it cares about, its statement, its question and its words of welcome, who started it.',
    why: 'It is what the bot is for.',
    long: 'stays',
    seen: everybody,
    who: 'starter_id',
    plain:
      'id network_id workspace_id platform name name_key slug domain folded grams members statement state closed_at resting_since resting_until closes_at goes_at kept_until gone_at former_space_id unlisted join_question welcome space_id space_name unattended_since members_asked_at meetings_by meeting_offered_at version created_at',
  },
  memberships: {
    what: 'Who is or was in which CoP, as what, since when; who facilitated it before; from when on who was taken out may ask again; who would like to be named in what it leaves behind, or to have it; what somebody would say as a hello, until they post it; and what they may not do yet in its space, because the bot may not.',
    why: 'What is in a space is for its members alone.',
    long: 'stays; a hello that isn’t posted: 30 days',
    seen: 'members; who facilitates: everybody in the network; a hello that isn’t posted: nobody',
    goes: 'person_id',
    words: { hello: 'person_id' },
    plain:
      'network_id cop_id state role since asks_again_at facilitates_since once_facilitated named wants_harvest hello_at lacking',
  },
  closings: {
    what: 'A CoP that is to be closed, or was: who asked for it, who asked to wait, what is kept of it, with the stories that were told for that.',
    why: 'Members are told a week before, and can ask to wait.',
    long: 'stays; closed once more, it is the last one',
    seen: 'members; who asked to wait: facilitators',
    who: 'asked_by waits_for',
    words: { story: 'asked_by', other_story: 'asked_by' },
    plain: 'cop_id network_id asked_at due_at state keeps_roles keeps_library space',
  },
  statements: {
    what: 'Every core statement that a CoP had, who wrote it down and when.',
    why: 'Its history is told on /cop statement.',
    long: 'stays',
    seen: everybody,
    who: 'by',
    plain: 'id network_id cop_id words at',
  },
  differences: {
    what: 'What was found changed by hand: who was out, or could do less.',
    why: 'It is asked about, and can be put back.',
    long: 'stays',
    seen: 'facilitators, the Support Team',
    inside: 'people seen_by',
    plain: 'id network_id cop_id kind found_at settled_at settled_as',
  },
  core_roles: {
    what: 'Who carries or carried which role in a CoP.',
    why: 'Members see whom to turn to.',
    long: 'stays',
    seen: 'members',
    who: 'person_id',
    plain: 'id network_id cop_id role network_role_id since ends_at ended_at version',
  },
  network_roles: {
    what: 'Roles that an administrator added to the five.',
    why: 'They can be offered and carried.',
    long: 'stays',
    seen: 'everybody in the network',
    plain: 'id network_id name name_key line removed_at version created_at',
  },
  server_roles: {
    what: 'Which server role goes with which role (Discord).',
    why: 'Whoever carries a role is given it.',
    long: 'until another is chosen',
    seen: 'administrators',
    plain: 'network_id workspace_id role external_id',
  },
  settings: {
    what: 'What administrators chose in /cop setup. *People from outside* may name somebody to turn to, or hold the bot’s own invites.',
    why: 'The bot goes by it.',
    long: 'until it is changed',
    seen: 'administrators; how to get in: whoever opens the public page',
    plain:
      'workspace_id network_id support_channel forum forum_channel starters start_policy time_zone offered_at chosen_at language way_in way_in_words way_in_invites keeps_requests keeps_audit keeps_closed version',
  },
  lost_channels: {
    what: 'Channels that were chosen, and that the bot can get into no longer.',
    why: 'Whoever chose them is told once.',
    long: 'until they are found again',
    seen: 'administrators',
    plain: 'network_id workspace_id channel_id lost_at',
  },
  opened_channels: {
    what: 'Channels that were chosen for few, and that everybody there, or another organisation, can read.',
    why: 'Whoever chose them is told once.',
    long: 'until they are closed again',
    seen: 'administrators',
    plain: 'network_id workspace_id channel_id opened_at readers',
  },
  clocks: {
    what: 'What is to be looked at later, when, and in whose hours.',
    why: 'Reminders come in the morning of who reads them.',
    long: 'until then',
    seen: 'nobody',
    goes: 'minding',
    inside: 'step consequence',
    plain: 'network_id cop_id about_kind about_id due_at',
  },
  effects: {
    what: 'What the bot was to do on a platform, for whom, and what came of it.',
    why: 'Nothing is lost or done twice when a platform or the bot is down. What somebody is told in private stands in it encrypted, until they have it.',
    long: '90 days after it was done; of what stands still elsewhere than in its space, as long as that does',
    seen: 'nobody',
    inside: 'lane wish on_failure',
    plain:
      'id network_id cop_id workspace_id platform kind needs follows batch press state attempts waits due_at intended_at claimed_until error settled_at',
  },
  posts: {
    what: 'Which message of the bot stands where, and what it tells of (never its words).',
    why: 'It is changed when that changes.',
    long: '90 days after what it tells of is over; of a CoP as a whole: stays',
    seen: 'nobody',
    plain: 'effect_id network_id workspace_id message about_kind about_id channel_id message_id language',
  },
} as const satisfies Record<string, Holding>;
