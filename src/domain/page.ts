/** From which of a list on it is shown, as a button carries it: no further than a list can be long, whatever else is sent. */
const furthest = 5000;

export function pageFrom(said = ''): number {
  const from = /^\d+$/.test(said) ? Number(said) : 0;
  return Number.isSafeInteger(from) ? Math.min(from, furthest) : 0;
}
