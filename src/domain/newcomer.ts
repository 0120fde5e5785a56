/** So long after somebody has come in they are asked whether they found what they came for. */
export const settlesAfterMs = 14 * 24 * 3600_000;

/** Whom they can turn to: at most so many are named. */
export const turnsToMost = 3;

export const limits = { words: 500 } as const;
