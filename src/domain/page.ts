/** From which of a list on it is shown, as a button carries it: no further than a list can be long, whatever else is sent. */
const furthest = 5000;

export function pageFrom(said = ''): number {
  const from = /^\d+$/.test(said) ? Number(said) : 0;
  return Number.isSafeInteger(from) ? Math.min(from, furthest) : 0;
}

/** From there on; what was further on is gone by now, then what there is. */
export async function pageRead<T>(
  asked: number,
  read: (from: number) => Promise<readonly T[]>,
): Promise<{ readonly from: number; readonly found: readonly T[] }> {
  const found = await read(asked);
  return found.length > 0 || asked === 0 ? { from: asked, found } : { from: 0, found: await read(0) };
}
