/** The start-up docs, by name: each is a file in `guides/`. */

/** They are in every space, and belong to every library. */
export const startUpDocs = ['start-up', 'dialogue-interviews', 'virtuous-circle'] as const;
/** The last is for whoever facilitates. */
export const guideNames = [...startUpDocs, 'step-by-step'] as const;
export type GuideName = (typeof guideNames)[number];

/** Which of them a message's name names: `guide-start-up`. */
export const docOf = (message: `guide-${(typeof startUpDocs)[number]}`): (typeof startUpDocs)[number] =>
  message.slice('guide-'.length) as (typeof startUpDocs)[number];
