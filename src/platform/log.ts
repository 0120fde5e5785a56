/** What of a logger everything below main.ts may use; pino's, in main.ts. Fields first, then a sentence. Never a secret, never a message's text. */
type Line = (fields: Readonly<Record<string, unknown>>, sentence: string) => void;

export interface Log {
  readonly debug: Line;
  readonly info: Line;
  readonly warn: Line;
  readonly error: Line;
}

/** What goes wrong again and again within a while is said once; what is left out stands at level debug. */
export function seldom(log: Log, whileMs = 30_000): Log {
  const said = new Map<string, number>();
  const once =
    (level: 'warn' | 'error'): Line =>
    (fields, sentence) => {
      const key = `${sentence} ${(fields.err as { code?: unknown } | undefined)?.code ?? ''}`;
      const now = Date.now();
      if (now - (said.get(key) ?? Number.NEGATIVE_INFINITY) < whileMs) return log.debug(fields, sentence);
      said.set(key, now);
      log[level](fields, sentence);
    };
  return {
    debug: (fields, sentence) => log.debug(fields, sentence),
    info: (fields, sentence) => log.info(fields, sentence),
    warn: once('warn'),
    error: once('error'),
  };
}
