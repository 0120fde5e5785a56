/** In which order the spaces are looked at where not all are: those in which something has happened since, then those looked at longest ago. */
export interface Glances {
  lookedAt(space: string): number | undefined;
  happenedAt(space: string): number | undefined;
}

export function inTurnToLook<T>(spaces: readonly T[], idOf: (one: T) => string, looks: Glances): readonly T[] {
  const seen = (one: T) => looks.lookedAt(idOf(one)) ?? 0;
  const changed = (one: T) => (looks.happenedAt(idOf(one)) ?? -1) >= seen(one);
  return [...spaces].sort((a, b) => Number(changed(b)) - Number(changed(a)) || seen(a) - seen(b));
}
