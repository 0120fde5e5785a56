/** What somebody asks those who look after a CoP, before they ask to join. */

export const limits = { words: 500 } as const;

const week = 7 * 24 * 3600_000;

/** Epoch milliseconds. */
export const asksAgainFrom = (last: number): number => last + week;
