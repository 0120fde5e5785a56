/** HTTPS_PROXY, HTTP_PROXY and NO_PROXY, also where they stand in .env: Node heeds them by itself only if it is told so before it begins. */
import http from 'node:http';
import { ConfigError } from './config.ts';

const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'] as const;

/** The variable that names one, where one does. */
export const proxyNamed = (env: NodeJS.ProcessEnv): string | undefined => names.find(name => env[name]);

/** True where there are any. Of Discord only the calls go that way: discord.js 14 opens its gateway without asking anybody. Fails with ConfigError. */
export function heedProxies(env: NodeJS.ProcessEnv = process.env): boolean {
  const named = names.filter(name => env[name]);
  const wrong = named.filter(name => !isAddress(env[name] ?? ''));
  if (wrong.length > 0)
    throw new ConfigError(
      wrong
        .map(
          name =>
            `${name} is no address of a proxy that can be gone through. Write it whole, as in http://proxy.example.org:3128 (of a user's name or password in it, each character that is no letter or digit with a % and two digits, as in %25 for %); or leave it out.`,
        )
        .join('\n'),
    );
  if (named.length > 0) http.setGlobalProxyFromEnv?.();
  return named.length > 0;
}

/** `proxy.example.org:3128` is one for curl, and `socks5://…` for others. */
function isAddress(words: string): boolean {
  if (!URL.canParse(words)) return false;
  const { protocol, username, password } = new URL(words);
  return /^https?:$/.test(protocol) && [username, password].every(isEncoded);
}

/** Whoever goes through it takes each % for the beginning of a character. */
function isEncoded(words: string): boolean {
  try {
    decodeURIComponent(words);
    return true;
  } catch {
    return false;
  }
}
