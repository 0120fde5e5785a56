/** From which of a list on it is shown, as a button carries it: no further than a list can be long, whatever else is sent. */
const furthest = 5000;

export function pageFrom(said: string | undefined): number {
  const from = Number(said);
  return Number.isSafeInteger(from) && from > 0 ? Math.min(from, furthest) : 0;
}
