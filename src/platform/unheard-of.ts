/** What went wrong on the way to a platform, by the codes of Node and its undici. */
import { PlatformError } from './platform-error.ts';

/** Codes of the network, and of whoever made the connection, that say: refused before anything went out, so nothing was done. */
const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whoever answers there can't show that they are who was asked for: something between reads along, or a clock is wrong. https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isOfCertificate = (code: string): boolean =>
  /^(ERR_TLS_CERT_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$)/.test(code);

const certificateRemedy =
  "see that this machine's clock is right; where something on the way reads along (a proxy, a virus scanner), name the file of the certificate that it signs with in NODE_EXTRA_CA_CERTS, in the environment and not in .env";

const unsent = (code: string): boolean => codes.has(code) || isOfCertificate(code);

/** What Node and its undici call what went wrong on the way. */
export const isOfNetwork = (code: string): boolean => /^(E|UND_ERR)/.test(code) || isOfCertificate(code);

/** Where nothing was heard of a platform. */
export const unheardOf = (code: string): PlatformError =>
  new PlatformError(unsent(code) ? 'unreachable' : 'unknown-outcome', code, {
    remedy: isOfCertificate(code) ? certificateRemedy : undefined,
  });
