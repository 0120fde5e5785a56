/** A little memory for what a person is about to send: bounded, and forgotten after a while or with the process. */
export interface Memory<T> {
  keep(key: string, value: T): void;
  recall(key: string): T | undefined;
  forget(key: string): void;
}

export function remembering<T>({ most, forMs, now }: { most: number; forMs: number; now: () => number }): Memory<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>();
  return {
    keep(key, value) {
      kept.delete(key);
      kept.set(key, { value, until: now() + forMs });
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
    },
    recall(key) {
      const found = kept.get(key);
      if (!found || found.until > now()) return found?.value;
      kept.delete(key);
      return undefined;
    },
    forget: key => void kept.delete(key),
  };
}
