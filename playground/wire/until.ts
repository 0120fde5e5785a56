/** Waiting for what people can see: looked at again with every change, never by the clock, but not for ever. */
export interface Watch {
  changed(): void;
  onChange(listener: () => void): () => void;
  until<T>(condition: () => T | Promise<T>, what: string, instead?: () => string): Promise<NonNullable<T>>;
  stop(): void;
}

export function watch(patienceMs: number): Watch {
  const listeners = new Set<() => void>();
  const giveUps = new Set<() => void>();
  let told = false;

  function changed(): void {
    if (told) return;
    told = true;
    queueMicrotask(() => {
      told = false;
      for (const listener of [...listeners]) listener();
    });
  }

  function onChange(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  function until<T>(
    condition: () => T | Promise<T>,
    what: string,
    instead: () => string = () => '',
  ): Promise<NonNullable<T>> {
    return new Promise((resolve, reject) => {
      let looking = false;
      let again = false;
      const end = (then: () => void): void => {
        stopListening();
        clearTimeout(timer);
        clearInterval(polling);
        giveUps.delete(giveUp);
        then();
      };
      const look = async (): Promise<void> => {
        again = looking;
        if (looking) return;
        looking = true;
        try {
          const found = await condition();
          if (found !== undefined && found !== null && found !== false) end(() => resolve(found as NonNullable<T>));
        } catch (error) {
          end(() => reject(error));
        }
        looking = false;
        if (again) await look();
      };
      const giveUp = (): void => {
        const seen = instead();
        end(() => reject(new Error(`waited in vain for ${what}${seen ? `\n${seen}` : ''}`)));
      };
      const stopListening = onChange(() => void look());
      const timer = setTimeout(giveUp, patienceMs);
      // A condition may ask about what isn't this Slack's: a test's own variable changes without a word.
      const polling = setInterval(() => void look(), 20);
      giveUps.add(giveUp);
      void look();
    });
  }

  return {
    changed,
    onChange,
    until,
    stop() {
      for (const giveUp of [...giveUps]) giveUp();
      listeners.clear();
    },
  };
}
