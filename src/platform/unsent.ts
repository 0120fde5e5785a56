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
export const isOfCertificate = (code: string): boolean =>
  /^(ERR_TLS_CERT_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$)/.test(code);

export const unsent = (code: string): boolean => codes.has(code) || isOfCertificate(code);
