/** What a meeting costs in calls, over the wire: as many as it takes to show it, and no more. */
import { afterEach, expect, it } from 'vitest';
import { meetingOf } from '../../bench/meeting-of.ts';
import { movableClock } from '../support/clock.ts';
import { letsIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

/** A form, an answer to whoever presses, the card, the line below it, and the welcome, which says when they meet next; once it is over all three say so; notes are a post of their own: each once. */
const least = {
  slack: {
    called: { 'views.open': 1, response_url: 2, 'chat.postMessage': 1, 'chat.update': 1 },
    answered: { response_url: 10, 'chat.update': 9 },
    moved: { 'views.open': 1, response_url: 1, 'chat.postMessage': 1, 'chat.update': 2 },
    held: { 'chat.update': 3 },
    writtenUp: { 'views.open': 1, response_url: 1, 'chat.postMessage': 1, 'chat.update': 1 },
  },
  discord: {
    called: { 'POST /channels/:id/messages': 1, 'PATCH /channels/:id/messages/:id': 1 },
    answered: { 'PATCH /channels/:id/messages/:id': 9 },
    moved: {
      'POST /channels/:id/messages/:id/threads': 1,
      'POST /channels/:id/messages': 1,
      'PATCH /channels/:id/messages/:id': 2,
    },
    held: { 'PATCH /channels/:id/messages/:id': 3 },
    writtenUp: { 'POST /channels/:id/messages': 1, 'PATCH /channels/:id/messages/:id': 1 },
  },
} as const;

it.each(platformNames)('on %s', { timeout: 90_000 }, async platform => {
  const clock = movableClock();
  it_ = await stage(platform, { clock });
  const amira = it_.person('Amira');
  await startCop(amira);
  for (const name of ['Ben', 'Dev']) await letsIn(amira, it_.person(name));
  await it_.settled();
  expect(await meetingOf(it_, clock)).toEqual(least[platform]);
});
