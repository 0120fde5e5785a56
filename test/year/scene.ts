/** What a scene of the year is: something that people do, and what the others see of it. */
import type { Persona, PlatformName, SeenMessage } from '../../playground/driver.ts';
import type { Stage } from '../support/stage.ts';

export interface Cast {
  readonly amira: Persona;
  readonly ben: Persona;
  readonly carla: Persona;
  readonly dev: Persona;
  readonly joan: Persona;
  readonly platform: PlatformName;
  readonly it: Stage;
  /** Epoch milliseconds, as the bot has it. */
  now(): number;
  /** Days go by, and what was due on the way is done. */
  days(many: number): Promise<void>;
}
export type Look = (who: Persona, pattern: RegExp, where?: Parameters<Persona['sees']>[1]) => Promise<SeenMessage>;

export interface Scene {
  readonly does: string;
  play(cast: Cast, look: Look): Promise<void>;
}

export interface Told {
  readonly month: string;
  readonly does: string;
  readonly sights: readonly { readonly who: string; readonly sees: string }[];
  readonly wrong?: string;
}
