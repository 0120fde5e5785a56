/**
 * Claims on effects: short, so that what a dead process had begun is soon taken over, and renewed while the work on them lasts. A
 * process that stood still past its claim looks whether it is still its own, before it acts and before it writes.
 */
import type { EffectId } from '../../domain/ids.ts';
import { inTurn } from '../../platform/turn.ts';
import * as claims from '../../store/claims.ts';
import type { StoredEffect } from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import type { Bot } from '../the-bot.ts';

const second = 1000;
export const claimMs = 9 * second;
const renewEvery = 3 * second;
/** Not believed unasked for longer than this. */
const sureFor = claimMs - 2 * second;

export class LostClaim extends Error {
  override readonly name = 'LostClaim';
}

export interface Claim {
  /** Renewed while this lasts; none of its calls to a platform goes out after it was lost. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Why a call of its work did not go out, if that is what stopped it: somebody else has taken it over, or the database couldn't say. */
  heldBack(): unknown;
  /** First in the transaction that writes what became of it. */
  hold(tx: Tx): Promise<void>;
  /** What became of it could not be written: this process takes it up again without waiting until the claim runs out. */
  leave(): void;
}

export function claiming({
  store,
  clock,
}: Pick<Bot, 'store' | 'clock'>): (effect: StoredEffect) => Promise<Claim | undefined> {
  const { db } = store;
  const left = new Map<EffectId, number>();

  return async effect => {
    let sureAt = clock.now();
    const before = left.get(effect.id);
    left.delete(effect.id);
    const until = await claims.claim(db, effect, sureAt, claimMs, before).catch((error: unknown) => {
      if (before !== undefined) left.set(effect.id, before);
      throw error;
    });
    if (until === undefined) return undefined;
    let mine: number | undefined = until;
    let renewing: Promise<void> | undefined;
    let unsaid: unknown;

    async function renewed(): Promise<void> {
      if (mine === undefined) return;
      const asked = clock.now();
      mine = await claims.renew(db, effect.id, mine, asked, claimMs);
      sureAt = asked;
    }
    function renew(): Promise<void> {
      renewing ??= renewed().finally(() => {
        renewing = undefined;
      });
      return renewing;
    }
    async function still(): Promise<void> {
      const age = clock.now() - sureAt;
      unsaid = undefined;
      if (age < 0 || age > sureFor)
        await renew().catch((error: unknown) => {
          unsaid = error;
          throw error;
        });
      if (mine === undefined) throw new LostClaim();
    }

    return {
      async during(work) {
        let callOff = () => {};
        const beat = () => {
          callOff = clock.at(clock.now() + renewEvery, beat);
          renew().catch(() => {}); // if it can't be renewed, whoever acts on it next asks
        };
        callOff = clock.at(clock.now() + renewEvery, beat);
        try {
          return await inTurn(still, work);
        } finally {
          callOff();
          await renewing?.catch(() => {});
        }
      },
      heldBack: () => (mine === undefined ? new LostClaim() : unsaid),
      async hold(tx) {
        if (mine === undefined || !(await claims.hold(tx, effect.id, mine))) throw new LostClaim();
      },
      leave() {
        if (mine !== undefined) left.set(effect.id, mine);
      },
    };
  };
}
