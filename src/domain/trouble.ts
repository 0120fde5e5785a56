/** What a platform's no was about. Only the first says anything about the person; the bot's own trouble is never a final no. */
export type Whose =
  | 'person' // has left, is deactivated, takes no messages
  | 'place' // the channel or thread: gone, archived, full, or not to be written in
  | 'message' // deleted, or not to be changed any more
  | 'bot' // its own way in: token, scope, permission, its place in the space, the server
  | 'nobody'; // the network, a limit, a bug of ours

/** As it is kept beside what could not be done. `kind` and `code`: the port's and the platform's own. */
export interface Trouble {
  readonly whose: Whose;
  readonly kind: string;
  readonly code: string;
}

/** A channel may not be called what it was to be called: Slack's codes, and the Discord adapter's. */
export const isOfName = (code: string): boolean => /^(invalid_name|50035\.name$)/.test(code);
