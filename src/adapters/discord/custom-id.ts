/**
 * What a button or a form carries: an Invoke as text. Two components of one message may not share a `custom_id`, so the second of
 * the same Invoke ends in `~2`; URLSearchParams never writes a `~`, so it can't be mistaken for part of an option.
 */
import { createHash } from 'node:crypto';
import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Invoke } from '../../platform/chat-platform.ts';
import { decodeInvoke, encodeInvoke } from '../../platform/invoke.ts';
import { limits } from './limits.ts';

/** Nothing where the id would be too long: then that second button is left out. */
export function customId(invoke: Invoke, nth = 1): string | undefined {
  const id = encodeInvoke(invoke);
  if (nth === 1) return id;
  const longer = `${id}~${nth}`;
  return longer.length > limits.button.customId ? undefined : longer;
}

const longestSum = 9;

/**
 * Phones go by a form's id alone: they show what stood in it when they first saw that. So a form in which something else stands has
 * another id, as far as there is room; and one in which all is as it was has the same, for by that Discord gives back what somebody had
 * begun to write. github.com/discord/discord-api-docs/issues/7554
 */
export function ofItsOwn(modal: APIModalInteractionResponseCallbackData): APIModalInteractionResponseCallbackData {
  const { custom_id: id, ...shown } = modal;
  const room = Math.min(limits.button.customId - id.length - 1, longestSum);
  if (room < 1) return modal;
  const sum = createHash('sha256').update(JSON.stringify(shown)).digest().readUIntBE(0, 6);
  return { ...shown, custom_id: `${id}~${String(sum).slice(-room)}` };
}

export const readCustomId = (id: string): Invoke => decodeInvoke(id.replace(/~\d+$/, ''));

/** Of a list to choose from, which does nothing by itself: each of its options carries an Invoke. */
export const menuId = (nth: number): string => `menu~${nth}`;

/** What was pressed, or chosen from a list. */
export const readPressed = ({ custom_id, values }: { custom_id: string; values?: readonly string[] }): Invoke =>
  readCustomId(values?.[0] ?? custom_id);
