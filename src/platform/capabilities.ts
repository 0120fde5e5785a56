/** What a platform can do, and how much of it. */
import type { WishKind } from '../domain/effect.ts';

/** Facts about a platform: for preflight, the contract suite and the docs; never for a command. */
export interface Capabilities {
  readonly home: boolean;
  readonly errorsAtFields: boolean;
  readonly formFromForm: boolean;
  readonly channelAdministration: boolean;
  readonly pinsPerSpace: number;
  /** The largest file that a bot may send, in bytes. */
  readonly largestFile: number;
  /** Of what a start takes, what may be done only so often a minute in one workspace, as far as that is told beforehand. */
  readonly paced: readonly Pacing[];
}

/** Effects that share one limit. */
export interface Pacing {
  readonly kinds: readonly WishKind[];
  readonly aMinute: number;
}
