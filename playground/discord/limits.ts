/** Discord's limits in one place. Times in milliseconds. discord.com/developers/docs/resources/message#embed-object-embed-limits and the pages of each resource */
export const limits = {
  content: 2000,
  embedTotal: 6000,
  textTotal: 4000,
  componentsTotal: 40,
  rows: 5,
  filesPerMessage: 10,
  fileBytes: 10 * 1024 * 1024,
  topic: 1024,
  autocompleteChoices: 25,
  modalComponents: 5,
  /** Older messages are deleted one by one. */
  bulkDeletable: 14 * 24 * 3600_000,
  pins: 250,
  pinsPage: 50,
  roles: 250,
  channels: 500,
  invites: 1000,
  channelsInCategory: 50,
  overwrites: 1000,
  commands: { 1: 100, 2: 15, 3: 15 } as Readonly<Record<number, number>>,
  commandCharacters: 8000,
  commandCreatesADay: 200,
  channelWrites: { most: 2, within: 600_000 },
  tokenLife: 900_000,
  nonceLife: 300_000,
  gatewaySends: { most: 120, within: 60_000 },
  gatewayPayloadBytes: 4096,
  heartbeat: 41_250,
  membersPerChunk: 1000,
  /** A session can be resumed for so long. */
  sessionLife: 120_000,
  replay: 1000,
  sessionsADay: 1000,
  globalPerSecond: 50,
} as const;

export interface Bucket {
  readonly most: number;
  /** Milliseconds. */
  readonly within: number;
}

/** Routes whose bucket is known; all others share `usualBucket`. discord.com/developers/docs/topics/rate-limits */
export const buckets: Readonly<Record<string, Bucket>> = {
  'POST /channels/:id/messages': { most: 5, within: 5000 },
  'PATCH /channels/:id/messages/:id': { most: 5, within: 5000 },
  'DELETE /channels/:id/messages/:id': { most: 5, within: 1000 },
  'GET /channels/:id/messages': { most: 5, within: 1000 },
  'PUT /channels/:id/messages/pins/:id': { most: 5, within: 5000 },
  'DELETE /channels/:id/messages/pins/:id': { most: 5, within: 5000 },
  'PUT /channels/:id/permissions/:id': { most: 10, within: 10_000 },
  'DELETE /channels/:id/permissions/:id': { most: 10, within: 10_000 },
  'POST /users/@me/channels': { most: 10, within: 10_000 },
};
export const usualBucket: Bucket = { most: 30, within: 1000 };
