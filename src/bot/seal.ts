/**
 * Words and reply tokens at rest: AES-256-GCM under a key derived (HKDF-SHA256) from the operator's own secret, bound to whom they answer.
 * What was sealed under other secrets, or for somebody else, opens to nothing.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface Seal {
  close(words: string, owner: string): string;
  open(sealed: string, owner: string): string | undefined;
  /** What stands for an account where it must not be told: a keyed hash. */
  mark(workspace: string, account: string): string;
  /** What accounts are marked with now, and what they may have been marked with under the secrets before. It opens nothing that is sealed. */
  readonly markKeys: readonly string[];
}

/** `before`: secrets that things were sealed with earlier. */
export function sealWith(secret: string, before: readonly string[] = []): Seal {
  const key = keyFrom(secret);
  const keys = [key, ...before.map(keyFrom)];
  const markKeys = [secret, ...before].map(markKeyFrom);
  return {
    close(words, owner) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed, 'base64url');
      for (const one of keys) {
        const words = opened(bytes, owner, one);
        if (words !== undefined) return words;
      }
      return undefined;
    },
    markKeys,
    mark: (workspace, account) => markUnder(markKeyFrom(secret), workspace, account),
  };
}

export const markUnder = (key: string, workspace: string, account: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(`${workspace} ${account}`).digest('base64url');

const keyFrom = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'cop-bot reply tokens', 32));

const markKeyFrom = (secret: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', 'cop-bot forgotten accounts', 32)).toString('base64url');

function opened(bytes: Buffer, owner: string, key: Buffer): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
