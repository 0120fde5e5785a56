/** Whether a plan reads no more than it must: no scan, and no walk through all of a network where it could look for less. */

/** What a plan does to one table: which columns of which index say where to look. */
export interface Look {
  readonly table: string;
  readonly index: string | undefined;
  readonly by: readonly string[];
}

/** Tables that stay small whatever is kept in them, and why. */
export const small: Readonly<Record<string, string>> = {
  networks: 'one row a network',
  workspaces: 'one row a workspace, a handful a network',
  settings: 'one row a workspace',
  support_people: 'the members of one channel a workspace',
  network_roles: 'what a network has added to five roles: at most twenty',
  reminders: 'of requests that wait: they are pruned when those are decided',
  forum_people: 'who is in the one forum of a workspace; whole only in the hourly look',
  lost_channels: 'at most two a workspace',
  opened_channels: 'at most two a workspace',
  server_roles: 'a server role for each role',
};

/** Indexes of few rows, which are read whole, and why there are few. */
export const few: Readonly<Record<string, string>> = {
  cops_going: 'CoPs that are being taken away: none, but for a moment',
  differences_open: 'what somebody is asked about and has not answered yet',
  effects_claimed: 'what some process is at work on',
  effects_settled: 'what was settled long enough ago to be pruned, a bite of it',
  effects_troubled: 'what waits for help, or to be tried again: all of it goes on at once',
  first_conversations_asked: 'first conversations that nobody has taken yet',
};

/** What reads all there is because all of it is wanted, and why that is seldom. */
export const whole: Readonly<Record<string, string>> = {
  backlog: 'what is open in the outbox, all of it, when whoever watches asks for the metrics',
  standingBefore: 'what is open in the outbox, while somebody waits for what they start',
  largest: 'the directory in the order of size, no further than the page',
  isStillIn: 'what is open in the outbox of a network, when somebody is forgotten',
  pageOfStage: 'a page of the CoPs of a workspace by their ids, for the Support Team alone',
  anyIn: 'the first CoP of a workspace, by its id',
  isAnyCop: 'the first CoP that there is, whichever, whenever a platform is there again',
  channelsWithCards: 'where cards of CoPs stand, when an administrator has the bot make invites',
  lastClosedIn: 'the last closed CoPs of a workspace, when its Support Team opens one again',
  closedIn: 'the spaces of closed CoPs, looked at together, once an hour',
  leftIn: 'those of them that could not be archived, then',
  withSpaceIn: 'a page of the spaces that are looked at one by one',
  inWorkspace: 'whoever facilitates is brought into the forum when one is chosen',
  goingSoon: 'the closed CoPs of a workspace that keeps them for some time only, once an hour',
  dueToGo: 'the same, to find those that are to go',
  takeAway: 'every table that has rows of a CoP, when one that was closed years ago goes',
  requestsLetGo:
    'the CoPs of workspaces that let answered requests go, once an hour: of each an index says whether there is one',
  unattendedIn: 'what nobody looks after, when an administrator chooses who decides about it',
  untold: 'conversations that nobody could have, when an administrator chooses a Support Team',
  requestsForThem:
    'the requests that wait in a workspace, when an administrator chooses a Support Team where there was none',
  differencesForThem: 'what was changed by hand and nobody has answered, then',
  goingFor: 'the closed CoPs of a workspace that are about to go, then',
  toldToGo: 'the same, when an administrator chooses for how long closed CoPs are kept',
  movedOn: 'what stood in channels that were given up and waits still, when an administrator chooses another, or none',
  takenBy: 'the first conversations of a network, when somebody comes into its Support Team or is of it no longer',
  unparkAll: 'what waits for help on a platform that is back: all of it goes on at once',
  renumber: 'what stands in one channel, when it is shared with another organisation for the first time',
  renumberDocuments: 'the library of its CoP, then',
  renumberEffects: 'what waits to be done in its workspace, then',
  nobodyIsSure: 'the Homes whose marks are let go, at the start',
  erase: 'every table, when somebody is forgotten',
  deeds: 'what was done, the latest first and no further than asked for, for whoever runs the bot',
  everyCop: 'all CoPs, when whoever runs the bot asks which there are, or a database came back from a backup',
  everyAccount: 'all accounts, page by page, when a database came back from a backup',
  allForgotten: 'everybody who was forgotten, at the start',
  peopleCalled: 'who is called so in a network, when an administrator has somebody forgotten',
  heldOf: 'every table for one person, when they ask what is held about them',
  consistency: 'every table, when whoever runs the bot asks whether all of it belongs together',
  dueToAll: 'everybody, when an administrator chooses which server role goes with a role',
};

/** They say whose or what sort it is, never which one. */
const broad = new Set(['network_id', 'workspace_id', 'platform', 'state', 'role', 'kind', 'message', 'settled_at']);

export const faultOf = ({ table, index, by }: Look): string | undefined => {
  if (small[table] || (index && few[index])) return undefined;
  if (by.length === 0) return `walks all of ${table}${index ? ` (${index})` : ''}`;
  if (by.every(column => broad.has(column))) return `walks ${table} by ${by.join(' and ')} alone (${index})`;
  return undefined;
};
