/** Addresses that people give: which of them a library can keep. Nothing is ever fetched from them. */
import { BlockList, isIP } from 'node:net';

export type LinkFault = 'no-link' | 'not-the-web' | 'private' | 'too-long' | 'with-password';

export interface Link {
  readonly url: string;
  /** The same page under the addresses it is passed around with. */
  readonly key: string;
}

const longest = 2000;

/** docs: IANA's special-purpose address registries */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/** What stands in a line that somebody typed: `example.org/x` is an address too. */
export function linkFrom(typed: string): Link | { readonly fault: LinkFault } {
  const words = typed.trim().replace(/^<(.*)>$/s, '$1');
  if (words.length > longest) return { fault: 'too-long' };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d+(\/|$))/i.exec(words)?.[1]?.toLowerCase();
  if (scheme && scheme !== 'http' && scheme !== 'https') return { fault: 'not-the-web' };
  const url = URL.canParse(scheme ? words : `https://${words}`) && new URL(scheme ? words : `https://${words}`);
  if (!url || /\s/.test(words)) return { fault: 'no-link' };
  if (url.username || url.password) return { fault: 'with-password' };
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isPrivate(host)) return { fault: 'private' };
  if (!scheme && !/\.\p{L}[\p{L}\p{N}-]+$/u.test(host)) return { fault: 'no-link' };
  return { url: url.href, key: keyOf(url) };
}

/** Among what a message carries: those that others could open too. */
export const isKeepable = (url: string): boolean => !('fault' in linkFrom(url));

function isPrivate(host: string): boolean {
  const family = isIP(host);
  if (family) return inside.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return !host.includes('.') || /\.(local|localhost|internal|intranet|lan|home\.arpa|corp|home)$/.test(host);
}

const tracking = /^(utm_.*|fbclid|gclid|mc_[ce]id|igshid)$/;

function keyOf(url: URL): string {
  const query = new URLSearchParams([...url.searchParams].filter(([name]) => !tracking.test(name)));
  const rest = query.size > 0 ? `?${query}` : '';
  const place = /^#[!/]/.test(url.hash) ? url.hash : '';
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${rest}${place}`;
}
