/**
 * An Invoke as text, for where a platform lets a button carry a word of ours: Discord's `custom_id` (100 characters at most),
 * Slack's `value` and `callback_id`. The form is that of a URL's query: `join-request approve?request=01J…`.
 */
import type { DeedName } from '../domain/deed.ts';

/** A command and its options: what a slash command, a press and a submission all become. At most 100 characters once encoded. */
export interface Invoke {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Whether it is this deed, of all that may be sent. */
export const isDeed = ({ command }: Pick<Invoke, 'command'>, deed: DeedName): boolean => command === deed;

export const longestInvoke = 100;

const written = ({ command, options }: Invoke): string => {
  const query = new URLSearchParams(options).toString();
  return query ? `${command}?${query}` : command;
};

export const fits = (invoke: Invoke): boolean => written(invoke).length <= longestInvoke;

export function encodeInvoke(invoke: Invoke): string {
  const encoded = written(invoke);
  if (encoded.length > longestInvoke) throw new RangeError(`an Invoke of ${encoded.length} characters: ${encoded}`);
  return encoded;
}

export function decodeInvoke(encoded: string): Invoke {
  const cut = encoded.indexOf('?');
  if (cut < 0) return { command: encoded, options: {} };
  return { command: encoded.slice(0, cut), options: Object.fromEntries(new URLSearchParams(encoded.slice(cut + 1))) };
}
