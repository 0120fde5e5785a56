/** What ends a process before it has done its work, as whoever started it is told. Never a secret. */
import { ConfigError } from './config.ts';
import { withoutSecrets } from './log.ts';
import { StoreTaken, Unusable } from './store/engine.ts';
import { NewerDatabase, OlderDatabase } from './store/migrate.ts';
import { Mistyped } from './typed.ts';

const inWords = [Mistyped, StoreTaken, NewerDatabase, OlderDatabase, Unusable];

export function complaint(error: unknown): string {
  if (error instanceof ConfigError)
    return `Please mend this in .env (or in the environment), then start again:\n${withoutSecrets(error.message)}`;
  if (inWords.some(one => error instanceof one)) return withoutSecrets((error as Error).message);
  return withoutSecrets(whole(error));
}

/** With what it came from, which often says what is to be done. */
const whole = (error: unknown): string =>
  error instanceof Error ? `${error.stack}${error.cause ? `\nbecause of: ${whole(error.cause)}` : ''}` : String(error);
