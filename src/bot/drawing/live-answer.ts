/**
 * The private answer, drawn anew while what it waits for goes on: best effort and coalesced (one drawing under way, at most one to
 * follow). Where the platform asks to wait, it is drawn as it is by then. The last word is the effect's own, durable; it waits here until
 * no drawing is under way.
 */
import { isDeepStrictEqual } from 'node:util';
import type { EffectId } from '../../domain/ids.ts';
import type { Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Bot } from '../the-bot.ts';

export interface Redrawing {
  card(): Promise<Card>;
  show(card: Card): Promise<void>;
  /** Once the platform allows it: by then there may be nothing to be drawn any more. */
  again(): Promise<void>;
}

export interface LiveAnswers {
  draw(answer: EffectId, drawing: Redrawing): void;
  /** Resolves when nothing is being drawn for it any more, nor will be: with the card that stands there, if one does. */
  last(answer: EffectId): Promise<Card | undefined>;
}

interface Drawn {
  shown: Card | undefined;
  again: boolean;
  under: Promise<void> | undefined;
  /** It is drawn later, unless its last word comes first. */
  callOff(): void;
}

const secondMs = 1000;

export function liveAnswers({ log, clock }: Pick<Bot, 'log' | 'clock'>): LiveAnswers {
  const all = new Map<EffectId, Drawn>();

  async function redraw(drawn: Drawn, { card, show }: Redrawing): Promise<void> {
    do {
      drawn.again = false;
      const next = await card();
      if (isDeepStrictEqual(next, drawn.shown)) continue;
      await show(next);
      drawn.shown = next;
    } while (drawn.again);
  }

  const notShown = (answer: EffectId) => (error: unknown) =>
    log.debug({ err: error, effect: answer }, 'progress could not be shown; its last word still will be');

  const draw: LiveAnswers['draw'] = (answer, drawing) => {
    const drawn = all.get(answer) ?? { shown: undefined, again: false, under: undefined, callOff() {} };
    all.set(answer, drawn);
    if (drawn.under) {
      drawn.again = true;
      return;
    }
    drawn.callOff();
    drawn.under = redraw(drawn, drawing)
      .catch((error: unknown) => {
        notShown(answer)(error);
        if (!(error instanceof PlatformError) || error.kind !== 'rate-limited') return;
        const allowed = clock.now() + (error.retryAfterMs ?? secondMs);
        drawn.callOff = clock.at(allowed, () => void drawing.again().catch(notShown(answer)));
      })
      .finally(() => {
        drawn.under = undefined;
      });
  };

  return {
    draw,
    async last(answer) {
      const drawn = all.get(answer);
      if (drawn) drawn.again = false;
      await drawn?.under;
      drawn?.callOff();
      all.delete(answer);
      return drawn?.shown;
    },
  };
}
