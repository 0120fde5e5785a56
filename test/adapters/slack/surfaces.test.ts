import { expect, it } from 'vitest';
import { amira, answers, atThePort, card, playground } from '../../contract/port.ts';

atThePort('slack');

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
