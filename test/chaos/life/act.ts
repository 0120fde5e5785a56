/** What people do, one press at a time: each is a use case with effects. What is kept of it, is kept by its last press. */
import type { Persona } from '../../../playground/driver.ts';
import type { PlatformName } from '../../../src/domain/platforms.ts';

export interface Cast {
  readonly platform: PlatformName;
  person(name: string): Persona;
  /** Epoch milliseconds, as the bot has it. */
  time(): number;
  /** So many days on, in the morning of a working day. */
  goesOn(days: number): void;
}

export interface Act {
  readonly name: string;
  play(cast: Cast): Promise<void>;
}

export const space = { in: 'cop-wound-care' } as const;
export const dm = { in: 'direct message' } as const;
export const here = { in: 'general' } as const;

type Values = Parameters<Persona['submits']>[0];
export const fills = async (who: Persona, values: Values): Promise<void> => {
  await who.form();
  await who.submits(values);
};
/** Slack takes the last word alone, too. */
export const typed = (platform: PlatformName, short: string, whole: string) =>
  `/cop ${platform === 'slack' ? short : whole}`;

export const asksIn = (name: string, words: string) => async (cast: Cast) => {
  const who = cast.person(name);
  await who.types('/cop find wound', here);
  await who.presses('Request to join', { with: /Wound Care/ });
  await fills(who, { 'What brings you here? (optional)': words });
  await who.sees(/Your request is with the facilitators/);
};

export const facilitating = async (who: Persona, button: string) => {
  await who.types('/cop facilitators', space);
  await who.presses(button, { with: /Who facilitates Wound Care/ });
};

export const documentOf = async (who: Persona, title: RegExp) => {
  await who.types('/cop docs list', space);
  await who.presses('More…', { with: title });
};
