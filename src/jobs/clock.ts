/** Time, injected: tests run ten days in milliseconds. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back once it is `time`; answers how to call that off. */
  at(time: number, callback: () => void): () => void;
}

const longest = 2 ** 31 - 1; // what a Node timer can hold

export const systemClock: Clock = {
  now: Date.now,
  at(time, callback) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = Math.max(time - Date.now(), 0);
      timer = setTimeout(left > longest ? wait : callback, Math.min(left, longest)).unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
