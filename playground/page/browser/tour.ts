/** The steps of a first visit; each goes on by itself once it is done. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TourStep } from '../exchange.ts';
import * as api from './api.ts';
import { html } from './html.ts';
import type { Where } from './where.ts';

interface TourProps {
  readonly steps: readonly TourStep[];
  readonly at: number;
  readonly where: Where;
  readonly tick: number;
  onStep(at: number): void;
  /** Becomes the person, opens the place, puts the words into the line. */
  onTry(step: TourStep): void;
  onClose(): void;
}

/** Done when there is one more of what it leads to than when it began, on the platform where one is. */
function useGoingOn({ steps, at, where, tick, onStep }: TourProps): void {
  const began = useRef<{ readonly key: string; readonly count: number }>(undefined);
  const key = `${where.platform} ${at}`;
  useEffect(() => {
    api.counted(where.platform, at).then(
      count => {
        if (began.current?.key !== key) began.current = { key, count };
        else if (count > began.current.count && at < steps.length - 1) onStep(at + 1);
        else if (count < began.current.count) began.current = { key, count };
      },
      () => {},
    );
  }, [key, tick]);
}

const labelOf = ({ as, types, opens, phone }: TourStep): string => {
  const be = `Be ${as?.split(' ')[0]}`;
  if (phone) return 'Show it on a phone';
  if (types) return `${be}, type ${types.startsWith('/') ? types.trim() : 'it'}`;
  return opens ? `${be}, and look` : be;
};

export function Tour(props: TourProps): VNode | null {
  const { steps, at, onStep, onTry, onClose } = props;
  useGoingOn(props);
  const step = steps[at];
  if (!step) return null;
  return html`<aside class="tour" aria-label="A short tour">
    <header><b role="status">${at + 1} of ${steps.length}: ${step.title}</b><button type="button" class="close" aria-label="Close the tour for good" onClick=${onClose}>×</button></header>
    <p>${step.words}</p>
    <footer>
      <button type="button" class="button primary" onClick=${() => onTry(step)}>${labelOf(step)}</button>
      <span>
        <button type="button" class="button" disabled=${at === 0} onClick=${() => onStep(at - 1)}>Back</button>
        ${at < steps.length - 1 ? html`<button type="button" class="button" onClick=${() => onStep(at + 1)}>Next</button>` : html`<button type="button" class="button" onClick=${onClose}>Done</button>`}
      </span>
    </footer>
  </aside>`;
}
