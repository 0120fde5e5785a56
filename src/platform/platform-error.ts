import type { TroubleKind, Whose } from '../domain/trouble.ts';

interface Details {
  readonly message?: string;
  readonly retryAfterMs?: number | undefined;
  readonly begun?: boolean;
  readonly whose?: Whose;
  readonly needed?: string | undefined;
  readonly place?: string | undefined;
  readonly remedy?: string | undefined;
  readonly cause?: unknown;
}

/** The one way a platform says no. What follows from each kind is the outbox's to decide. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
  readonly kind: TroubleKind;
  /** The platform's own code: `restricted_action`, `50013`. */
  readonly code: string;
  /** What it was about: only `person` says anything about the person. */
  readonly whose: Whose;
  /** The permissions or scopes that are missing, by the platform's own names, joined by commas. */
  readonly needed: string | undefined;
  /** The channel that it was about, where it was about that one alone. */
  readonly place: string | undefined;
  /** What an operator has to do, to the letter; for the log. */
  readonly remedy: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** An earlier call of the same attempt took effect, whatever the kind says of this one. */
  readonly begun: boolean;

  constructor(kind: TroubleKind, code: string, details: Details = {}) {
    super(details.message ?? `${kind}: ${code}`, { cause: details.cause });
    this.kind = kind;
    this.code = code;
    this.whose = details.whose ?? 'nobody';
    this.needed = details.needed;
    this.place = details.place;
    this.remedy = details.remedy;
    this.retryAfterMs = details.retryAfterMs;
    this.begun = details.begun ?? false;
  }

  afterOthers(): PlatformError {
    return this.told({ begun: true });
  }

  /** The same, with what was asked for taken into account: one code means different things of different calls. */
  told(
    more: Partial<Pick<Details, 'whose' | 'needed' | 'place' | 'remedy' | 'retryAfterMs' | 'begun'>> & {
      kind?: TroubleKind;
    },
  ) {
    const { kind, code, message, whose, needed, place, remedy, retryAfterMs, begun } = this;
    const known = { message, whose, needed, place, remedy, retryAfterMs, begun, cause: this };
    return new PlatformError(more.kind ?? kind, code, { ...known, ...more });
  }
}

/** The person whom it was about is not there any more: nobody has to mend that. */
export const isOfWhoLeft = (error: unknown): error is PlatformError =>
  error instanceof PlatformError && error.kind === 'gone' && error.whose === 'person';
