import { beforeEach, expect, it } from 'vitest';
import { amira, answers, atThePort, card, playground } from '../../contract/port.ts';

let later = 0;
beforeEach(() => {
  later = 0;
});
atThePort('slack', () => Date.now() + later);

/** From a card that only she sees. */
async function opensForm(): Promise<void> {
  answers(async ({ command }) =>
    command === 'thing say'
      ? {
          say: card('A card', [{ label: 'Form', does: { command: 'thing form' as never, options: {} } }]),
          shows: 'person',
        }
      : { say: card('It is kept'), shows: 'card' },
  );
  await amira.types('/cop say words', { in: 'general' });
  await amira.presses('Form', { in: 'general' });
  await amira.form();
}

it('a form that is sent when its card can be drawn no more is answered in its window', async () => {
  await opensForm();
  later = 31 * 60_000;
  playground.clearTraffic();
  await amira.submits({ Name: 'Wound Care' });
  await amira.sees(/It is kept/, { in: 'form' });
  expect(playground.traffic.filter(one => one.name === 'response_url')).toEqual([]);
});

it('and by direct message, where Slack says so only when it was sent', async () => {
  await opensForm();
  playground.injects({ on: 'response_url', does: { refuse: 'expired_url' }, times: 9 });
  await amira.submits({ Name: 'Wound Care' });
  await amira.sees(/It is kept/, { in: 'direct message' });
});

it('a form whose answer takes long is called as it was, meanwhile and afterwards', async () => {
  const kept = Promise.withResolvers<void>();
  answers(async () => {
    await kept.promise;
    return { say: card('At last'), shows: 'person' };
  });
  await amira.types('/cop ask', { in: 'general' });
  await amira.form();
  await amira.submits({ Name: 'Wound Care' });
  const [working] = playground.traffic.map(one => JSON.stringify(one)).filter(one => one.includes('Working on it'));
  expect(JSON.parse(working ?? '{}').response.view.title.text).toBe('A form');
  kept.resolve();
  await amira.sees(/At last/);
  const [drawn] = playground.traffic.filter(one => one.name === 'views.update').slice(-1);
  expect(JSON.stringify(drawn?.request)).toContain('A form');
});
