/** What somebody does in a scene, before it is looked at. */
import type { Persona, PlatformName } from '../../playground/driver.ts';

export interface Doing {
  readonly platform: PlatformName;
  readonly persona: Persona;
  person(name: string): Persona;
  /** In the reader's language. */
  say(words: string): string;
  /** So many days after today in a week, at two in the afternoon: as Slack's picker gives it, or as it is typed. */
  inAWeek(more: number): string;
  fill(values: Readonly<Record<number, string>>): Promise<void>;
}

export interface Scene {
  readonly name: string;
  readonly who: string;
  readonly where: string;
  does(doing: Doing): Promise<void>;
}

export const dm = 'direct message';
export const space = 'cop-wound-care';

const looks = async () => {};
export const scene = (name: string, who: string, where: string, does: Scene['does'] = looks): Scene => ({
  name,
  who,
  where,
  does,
});
export const types =
  (line: string, where = 'general'): Scene['does'] =>
  ({ persona }) =>
    persona.types(line, { in: where });
export const opens =
  (label: string, where?: string): Scene['does'] =>
  async ({ persona, say }) => {
    await persona.presses(say(label), where === undefined ? undefined : { in: where });
    await persona.form();
  };
export const presses =
  (label: string, where?: string): Scene['does'] =>
  ({ persona, say }) =>
    persona.presses(say(label), where === undefined ? undefined : { in: where });
export const fills =
  (label: string, values: Readonly<Record<number, string>>, where?: string): Scene['does'] =>
  async doing => {
    await opens(label, where)(doing);
    await doing.fill(values);
  };
export const form =
  (line: string, where = 'general'): Scene['does'] =>
  async ({ persona }) => {
    await persona.types(line, { in: where });
    await persona.form();
  };

export const filled =
  (line: string, values: Readonly<Record<number, string>>, where = space): Scene['does'] =>
  async doing => {
    await form(line, where)(doing);
    await doing.fill(values);
  };
