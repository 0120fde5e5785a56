import type { Cop } from '../domain/cop.ts';
import { type Block, type Card, text } from '../platform/card.ts';

export const guideNames = ['start-up', 'dialogue-interviews', 'virtuous-circle', 'step-by-step'] as const;
type GuideName = (typeof guideNames)[number];

/** A guide as its file holds it: the first heading, and all below it. */
export interface Guide {
  readonly name: GuideName;
  readonly title: string;
  readonly markdown: string;
}
export type Guides = Readonly<Record<GuideName, Guide>>;

/** The whole text. */
export const guideCard = ({ title, markdown }: Guide, picture?: Block): Card => ({
  body: [...(picture ? [picture] : []), { kind: 'guide', title, markdown }],
});

/** The facilitator's own guide comes privately, so it says first which CoP it is for. */
export const stepByStepCard = (guide: Guide, cop: Cop): Card => ({
  title: text`For you, as facilitator of ${cop.name}`,
  body: guideCard(guide).body,
});
