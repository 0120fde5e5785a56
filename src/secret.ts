/** What words that wait are sealed with. It doesn't come from the tokens: one of those is renewed, and what was sealed must still open. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type Config, ConfigError } from './config.ts';
import type { Log } from './platform/log.ts';
import { ofBeside } from './store/engine/beside.ts';
import { writeWhole } from './store/engine/write-whole.ts';
import type { Store } from './store/engine.ts';

export interface Secrets {
  /** Seals and opens. */
  readonly secret: string;
  /** Open what was sealed before. */
  readonly before: readonly string[];
}

/** SECRET_KEY; else a file of our own beside SQLite's; else, where there is no such place, the tokens. */
export function secretsOf(config: Config, { engine, url }: Pick<Store, 'engine' | 'url'>, log: Log): Secrets {
  const { slack, discord, secretKey } = config;
  const tokens = JSON.stringify([slack?.botToken, discord?.token]);
  const file = engine === 'sqlite' && url !== ':memory:' ? `${url}.key` : undefined;
  if (secretKey) return { secret: secretKey, before: [...(file && existsSync(file) ? [kept(file)] : []), tokens] };
  if (file) return { secret: existsSync(file) ? kept(file) : made(file), before: [tokens] };
  if (engine === 'postgres')
    log.warn(
      {},
      'SECRET_KEY is not set: what waits to be said is sealed with the tokens, and lost when one is renewed. Set it to 32 random characters or more, the same for each process',
    );
  return { secret: tokens, before: [] };
}

/** What is wrong with a key that is there; each start would end with it. */
export function keyTrouble(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    kept(file);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    return undefined; // it can't be had, which is another matter
  }
}

function kept(file: string): string {
  const secret = written(file).trim();
  if (secret.length >= 32) return secret;
  throw new ConfigError(
    `${file} holds no key: it was changed or cut. Bring it back from a backup; or remove it, and another is made: then what waits to be said is lost.`,
  );
}

function written(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw ofBeside(file, error);
  }
}

function made(file: string): string {
  const secret = randomBytes(32).toString('base64url');
  writeWhole(file, `${secret}\n`);
  return secret;
}
