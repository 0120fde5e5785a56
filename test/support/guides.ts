import { readGuides } from '../../src/bot/guides/guides.ts';

/** Our own, read once: their pictures take longer to draw than most tests. */
export const ourGuides = readGuides();
