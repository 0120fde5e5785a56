/** How long a platform says to wait: in seconds, or as a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
const second = 1000;
const usual = 2 * second;
const [least, most] = [second / 4, 3600 * second];

/** In milliseconds. What can't be read is a moment; longer than an hour is looked at again after one. */
export function retryAfterMs(told: string | number | null | undefined, now = Date.now()): number {
  const ms = Number.isNaN(Number(told)) ? Date.parse(String(told)) - now : Number(told) * second;
  return bounded(told === null || told === undefined || told === '' ? Number.NaN : ms);
}

export const bounded = (ms: number): number =>
  Number.isNaN(ms) ? usual : Math.ceil(Math.min(Math.max(ms, least), most));
