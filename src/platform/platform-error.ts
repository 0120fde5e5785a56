import type { Whose } from '../domain/trouble.ts';

/** The one way a platform says no. What follows from each kind is the outbox's to decide. */
export type PlatformErrorKind =
  | 'rate-limited' // not done; again after `retryAfterMs`
  | 'unreachable' // not done: nothing was heard of the platform
  | 'unknown-outcome' // perhaps done: find it before doing it again
  | 'forbidden' // a human can mend it: a permission, a policy, closed direct messages
  | 'gone' // what it was about is no longer there
  | 'unsupported' // this platform has no such thing
  | 'invalid'; // our bug

export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly kind: PlatformErrorKind;
  /** The platform's own code: `restricted_action`, `50013`. */
  readonly code: string;
  /** What it was about: only `person` says anything about the person. */
  readonly whose: Whose;
  readonly retryAfterMs: number | undefined;
  /** An earlier call of the same attempt took effect, whatever the kind says of this one. */
  readonly begun: boolean;

  constructor(
    kind: PlatformErrorKind,
    code: string,
    details: {
      message?: string;
      retryAfterMs?: number | undefined;
      begun?: boolean;
      whose?: Whose;
      cause?: unknown;
    } = {},
  ) {
    super(details.message ?? `${kind}: ${code}`, { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.whose = details.whose ?? 'nobody';
    this.retryAfterMs = details.retryAfterMs;
    this.begun = details.begun ?? false;
  }

  afterOthers(): PlatformError {
    const { kind, code, whose, message, retryAfterMs } = this;
    return new PlatformError(kind, code, { message, retryAfterMs, whose, begun: true, cause: this });
  }
}
