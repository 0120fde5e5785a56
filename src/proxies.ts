/** HTTPS_PROXY, HTTP_PROXY and NO_PROXY, also where they stand in .env: Node heeds them by itself only if it is told so before it begins. */
import http from 'node:http';

/** True where there are any. Of Discord only the calls go that way: discord.js 14 opens its gateway without asking anybody. */
export function heedProxies(): boolean {
  const named = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].some(name => process.env[name]);
  if (named) http.setGlobalProxyFromEnv?.();
  return named;
}
