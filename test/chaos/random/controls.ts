/** What there is to press and to choose from, in either platform's drawing of a message. */
import type { Drawing } from '../../../playground/screen.ts';

export interface Control {
  readonly label: string;
  /** Slack: `block_id/action_id`. Discord: `custom_id`. */
  readonly id: string;
  /** Of a menu. */
  readonly options?: readonly string[];
}

const discordButton = 2;
const discordMenu = 3;

export function controlsIn(drawn: unknown, block = ''): readonly Control[] {
  if (Array.isArray(drawn)) return drawn.flatMap(one => controlsIn(one, block));
  if (typeof drawn !== 'object' || drawn === null) return [];
  const one = drawn as Drawing;
  const within = one.block_id ?? block;
  const found = onSlack(one, within) ?? onDiscord(one);
  return found ? [found] : Object.values(one).flatMap(part => controlsIn(part, within));
}

function onSlack({ type, action_id, url, text, placeholder, options }: Drawing, block: string): Control | undefined {
  if (!action_id || url) return undefined;
  const id = `${block}/${action_id}`;
  if (type === 'button') return { label: text.text, id };
  if (type !== 'static_select') return undefined;
  return { label: placeholder?.text ?? '', id, options: options.map((one: Drawing) => one.text.text) };
}

function onDiscord({ type, custom_id, disabled, label, placeholder, options }: Drawing): Control | undefined {
  if (!custom_id || disabled) return undefined;
  if (type === discordButton) return { label: label ?? '', id: custom_id };
  if (type !== discordMenu) return undefined;
  return { label: placeholder ?? '', id: custom_id, options: options.map((one: Drawing) => one.label) };
}
