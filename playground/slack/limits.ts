/**
 * Slack's numbers. Lengths in characters. From docs.slack.dev: reference/block-kit, reference/views, surfaces/modals,
 * messaging, apis/web-api/rate-limits.
 */
export const limits = {
  messageBlocks: 50,
  messageBlocksWords: 13_347,
  blockItself: 50,
  viewBlocks: 100,
  messageText: 40_000,
  markdownText: 12_000,
  text: 3000,
  id: 255,
  header: 150,
  fields: 10,
  fieldText: 2000,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  url: 3000,
  accessibilityLabel: 75,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
  fewOptions: 10,
  overflowOptions: 5,
  inputLabel: 2000,
  inputText: 3000,
  altText: 2000,
  /** Of a file. */
  altTxt: 1000,
  viewTitle: 24,
  privateMetadata: 3000,
  viewBytes: 250_000,
  viewStack: 3,
  attachments: 100,
  channelName: 80,
  topic: 250,
  pins: 100,
  bookmarks: 100,
  invite: 100,
  /** People in a group's direct message, the app not counted. */
  mpim: 8,
  tableRows: 100,
  tableColumns: 20,
  metadataBytes: 16_000,
  sockets: 10,
  triggerMs: 3000,
  replyUrlMs: 30 * 60_000,
  replyUrlUses: 5,
  /** On the free plan. */
  visibleMs: 90 * 24 * 3600_000,
  pageMost: 999,
  /** Calls a minute, per method and workspace. Special: several hundreds. */
  tiers: { 1: 1, 2: 20, 3: 50, 4: 100, special: 300 },
  /** chat.postMessage: one a second and channel, after a burst. */
  postBurst: 10,
  postsPerSecond: 1,
} as const;

export type Tier = keyof typeof limits.tiers;
