/** Whom the bot knows, and what it keeps of what they do with it. */
import type { Holding } from './holding.ts';

const here = 'everybody in the workspace, as the platform shows it';

export const people = {
  networks: {
    what: 'The people and CoPs that belong together.',
    why: 'Nothing of one network is ever shown in another.',
    long: 'stays',
    seen: 'nobody',
    plain: 'id name created_at',
  },
  workspaces: {
    what: 'The Slack workspaces and Discord servers that the bot is in.',
    why: 'Each press is answered where it came from.',
    long: 'stays',
    seen: 'nobody',
    plain: 'id network_id created_at platform',
  },
  persons: {
    what: 'Names of those who used the bot, were named to it, or are in a CoP, as the platform shows them.',
    why: 'Cards name people.',
    long: 'stays',
    seen: here,
    goes: 'id',
    plain: 'name network_id created_at',
  },
  accounts: {
    what: "A person's account on Slack or Discord, and the language that it was told.",
    why: 'Messages reach people, in their language.',
    long: 'stays',
    seen: here,
    goes: 'person_id',
    plain: 'external_id workspace_id network_id locale',
  },
  homes: {
    what: 'Whose home tab the bot has drawn (Slack), since when, and a fingerprint of what it shows.',
    why: 'It is drawn anew when something changes.',
    long: 'stays',
    seen: 'themselves',
    goes: 'person_id',
    plain: 'network_id workspace_id since drawn',
  },
  support_people: {
    what: "Who is in the Support Team's channel.",
    why: 'They may do what the Support Team does.',
    long: 'as long as they are in it',
    seen: 'the Support Team',
    goes: 'person_id',
    plain: 'network_id workspace_id since',
  },
  forum_people: {
    what: "Who is in the Facilitators' forum, or left it by their own hand.",
    why: 'Nobody is brought back unasked.',
    long: 'as long as they are in it; who left, as long as they facilitate something',
    seen: 'the facilitators',
    goes: 'person_id',
    plain: 'network_id workspace_id since left_at',
  },
  server_role_grants: {
    what: 'Which server role the bot gave to whom (Discord).',
    why: 'It is taken back when they carry the role no more.',
    long: 'until it is taken back',
    seen: here,
    goes: 'person_id',
    plain: 'network_id workspace_id external_id',
  },
  forgotten: {
    what: 'Who asked to be forgotten: a keyed hash of their account, from which nobody can be told without the key, and when.',
    why: 'A database that comes from a backup forgets them again.',
    long: 'stays; beside the database too, in a file of its own',
    seen: 'nobody',
    plain: 'hash forgotten_at',
  },
  audit: {
    what: 'Who did what to which record, and when; never the words of a message.',
    why: 'Nothing is done twice, an administrator can find out what happened, and a CoP sees how looking after it was shared.',
    long: 'for good, unless an administrator chooses one, two or five years in /cop setup; who chose its settings last, in any case',
    seen: "a CoP's members: in which of the last twelve months somebody decided something about it; else nobody",
    cleared: 'actor_id',
    plain: 'id network_id at command about_kind about_id workspace_id press',
  },
} as const satisfies Record<string, Holding>;
