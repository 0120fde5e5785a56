/**
 * On behalf of which press something is done. Its id is made of the platform's own id of the press: the same wherever and however often
 * that is delivered, and nobody's account is to be read from it. It stands in each line of the log that follows from the press, and is
 * kept with each effect: so it outlives the process.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

const presses = new AsyncLocalStorage<string | undefined>();

export const pressId = (of: string): string => createHash('sha256').update(of).digest('hex').slice(0, 12);

/** Nobody's, where none is told: what woke a piece of work isn't always what it is for. */
export const onBehalfOf = <T>(press: string | undefined, work: () => T): T => presses.run(press, work);

export const behalf = (): string | undefined => presses.getStore();
