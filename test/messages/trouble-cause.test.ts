/** What people can mend is told with what really lacks: by every code of a platform that says so. */
import { expect, it } from 'vitest';
import { meanings as ofDiscord } from '../../src/adapters/discord/codes.ts';
import { meanings as ofSlack } from '../../src/adapters/slack/codes.ts';
import type { Cop } from '../../src/domain/cop.ts';
import { troubleWords } from '../../src/messages/trouble.ts';
import { causeOf, unknownCause } from '../../src/messages/trouble-cause.ts';
import { textOf } from '../../src/platform/card.ts';

/** The bot is in that server no longer, where nobody reads it; or the right that lacks is told with the code. */
const toldPlainly = ['10004', '50055', '160002'];

const codes = [
  ...Object.entries(ofSlack).map(([code, { kind, whose }]) => [code, kind, whose] as const),
  ...Object.entries(ofDiscord).map(([code, [kind, whose]]) => [code, kind, whose] as const),
].filter(([, kind, whose]) => kind === 'forbidden' && whose === 'bot');

it('says what lacks of all that people can mend for the bot', () => {
  expect(codes.length).toBeGreaterThan(20);
  const plain = codes
    .map(([code, kind, whose]) => ({ code, kind, whose }))
    .filter(one => JSON.stringify(causeOf({ spaceId: 'C1' } as Cop, one)) === JSON.stringify(textOf(unknownCause)));
  expect(plain.map(one => one.code).sort()).toEqual(toldPlainly.toSorted());
});

it('tells of what is merely out of reach that it is, and asks nobody to allow it', () => {
  const cop = { spaceId: 'C1' } as Cop;
  for (const kind of ['unreachable', 'unknown-outcome'] as const) {
    const words = JSON.stringify(troubleWords(cop, 'pin', { whose: 'nobody', kind, code: 'x' }, true));
    expect(words).toContain("the platform can't be reached");
    expect(words).not.toContain('allowed');
  }
});
