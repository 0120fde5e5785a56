/** How little Slack tells of a file: `mode`, or `file_access`. docs.slack.dev/reference/objects/file-object */
export type KeptBack = 'hidden_by_limit' | 'tombstone' | 'access_denied' | 'file_not_found';
