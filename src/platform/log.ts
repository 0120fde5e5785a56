/** What of a logger everything below main.ts may use; pino's, in main.ts. Fields first, then a sentence. Never a secret, never a message's text. */
type Line = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface Log {
  readonly debug: Line;
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
}
