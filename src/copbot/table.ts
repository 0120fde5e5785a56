/** Times and sizes, for people. */

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const;

/** `3 h`, `2 d`: how far off. */
export function long(ms: number): string {
  const [name, size] = units.find(([, size]) => Math.abs(ms) >= size) ?? ['s', 1000];
  return `${Math.round(Math.abs(ms) / size)} ${name}`;
}

export const size = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${(bytes / 1e6).toFixed(1)} MB`;
