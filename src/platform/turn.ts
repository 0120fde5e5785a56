/**
 * Whose turn it is to act. Between two calls of one effect a process may stand still (SIGSTOP, a laptop that sleeps) for so long that
 * another has taken the effect over: so each call asks, as close to the wire as can be, whether it is still its turn.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const turns = new AsyncLocalStorage<() => Promise<void>>();

/** All that `work` calls asks `still` first, which throws if it isn't any more. */
export const inTurn = <T>(still: () => Promise<void>, work: () => Promise<T>): Promise<T> => turns.run(still, work);

/** For what is done for all who wait for it alike. */
export const onNobodysTurn = <T>(work: () => Promise<T>): Promise<T> => turns.run(async () => {}, work);

/** Before each call to a platform. Where nobody's turn is kept, it is anybody's. */
export const stillOurTurn = async (): Promise<void> => turns.getStore()?.();
