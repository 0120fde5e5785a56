/** Five steps for a first visit. */
import type { VNode } from 'preact';
import type { TourStep } from '../exchange.ts';
import { html } from './html.ts';

interface TourProps {
  readonly steps: readonly TourStep[];
  readonly at: number;
  onStep(at: number): void;
  /** Becomes the person, puts the words into the line. */
  onTry(step: TourStep): void;
  onClose(): void;
}

export function Tour({ steps, at, onStep, onTry, onClose }: TourProps): VNode | null {
  const step = steps[at];
  if (!step) return null;
  const label = step.types ? `Be ${step.as?.split(' ')[0]}, type ${step.types.trim()}` : `Be ${step.as?.split(' ')[0]}`;
  return html`<aside class="tour" aria-label="A short tour">
    <header><b>${at + 1} of ${steps.length}: ${step.title}</b><button type="button" class="close" aria-label="Close the tour for good" onClick=${onClose}>×</button></header>
    <p>${step.words}</p>
    <footer>
      <button type="button" class="button primary" onClick=${() => onTry(step)}>${label}</button>
      <span>
        <button type="button" class="button" disabled=${at === 0} onClick=${() => onStep(at - 1)}>Back</button>
        ${at < steps.length - 1 ? html`<button type="button" class="button" onClick=${() => onStep(at + 1)}>Next</button>` : html`<button type="button" class="button" onClick=${onClose}>Done</button>`}
      </span>
    </footer>
  </aside>`;
}
