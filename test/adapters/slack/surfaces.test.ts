import { beforeEach, expect, it } from 'vitest';
import type { SlackPlayground } from '../../../playground/slack/index.ts';
import { amira, answers, atThePort, card, heard, it_, newKey, playground, space } from '../../contract/port.ts';

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
  const posted = playground.traffic.filter(one => one.name === 'chat.postMessage').map(one => one.request);
  expect(posted).toMatchObject([{ unfurl_links: 'false', unfurl_media: 'false' }]); // of pages that it may link to, nothing
});

/** Not before it is let. */
function answersAtLast(): PromiseWithResolvers<void> {
  const kept = Promise.withResolvers<void>();
  answers(async () => {
    await kept.promise;
    return { say: card('At last'), shows: 'person' };
  });
  return kept;
}

it('a form whose answer takes long is called as it was, meanwhile and afterwards', async () => {
  const kept = answersAtLast();
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

/** A card of the bot's that stands in a thread, and what was said to it there. */
async function cardInThread(command: string): Promise<{ readonly id: string; readonly thread: string }> {
  const channel = await space();
  const { id } = await amira.posts('cop-wound-care', 'Which day?');
  const drawn = card('Settled', [{ label: 'Go on', does: { command: command as never, options: {} } }]);
  const posted = await it_.perform.post({ to: { below: { channel, id } }, card: drawn }, newKey());
  return { id: posted.id, thread: `thread_ts=${id}` };
}
const settled = card('Settled', [{ label: 'Go on', does: { command: 'thing press' as never, options: {} } }]);
const alone = () => answers(async () => ({ say: card('Noted'), shows: 'person' }));

it('who presses in a thread is answered alone there', async () => {
  alone();
  const { id, thread } = await cardInThread('thing press');
  await amira.presses('Go on', { message: id });
  expect((await amira.sees(/Noted/)).permalink).toContain(thread);
  playground.injects({ on: 'chat.postEphemeral', does: { refuse: 'not_in_channel' } });
  await amira.presses('Go on', { message: id });
  await playground.until(() => amira.seesNow(/Noted/).length === 2, 'the second answer');
  expect(amira.seesNow(/Noted/).map(one => one.permalink.includes(thread))).toEqual([true, false]);
});

it('who fills in a form from a card in a thread as well, and who uses the menu of a reply', async () => {
  alone();
  const { id, thread } = await cardInThread('thing form');
  await amira.presses('Go on', { message: id });
  await amira.form();
  await amira.submits({ Name: 'Wound Care' });
  expect((await amira.sees(/Noted/)).permalink).toContain(thread);
  await amira.uses('Save to the library', await amira.sees(/Settled/));
  await amira.form();
  await amira.submits({ Name: 'Wound Care' });
  await playground.until(() => amira.seesNow(/Noted/).length === 2, 'the second answer');
  expect(amira.seesNow(/Noted/).map(one => one.permalink.includes(thread))).toEqual([true, true]);
});

it('who presses in the channel is answered alone there, without a call', async () => {
  alone();
  const channel = await space();
  const { id } = await it_.perform.post({ to: channel, card: settled }, newKey());
  await amira.replies(await amira.sees(/Settled/), 'So it is');
  playground.clearTraffic();
  await amira.presses('Go on', { message: id });
  expect((await amira.sees(/Noted/)).permalink).not.toContain('thread_ts');
  expect(playground.traffic.filter(one => one.name === 'chat.postEphemeral')).toEqual([]);
});

it.each([
  ['of who sent it', undefined],
  ['of whose team they are', { id: 'T0ELSEWHERE', domain: 'elsewhere', organisation: { id: 'E0', teams: [] } }],
] as const)(
  'a form is acknowledged in time though Slack tells nothing %s, and its answer takes long',
  async (_what, team) => {
    const kept = answersAtLast();
    await amira.types('/cop ask', { in: 'general' });
    await amira.form();
    later = 25 * 3600_000; // what was told of them is believed no more
    if (team) (playground as SlackPlayground).comesFrom('Amira Haddad', team);
    playground.injects({ on: 'users.info', does: { hang: true }, times: 9 });
    await amira.submits({ Name: 'Wound Care' });
    await amira.sees(/Working on it/, { in: 'form' });
    kept.resolve();
    await amira.sees(/At last/);
  },
);

it.each([
  ['and its answer takes long', {}],
  ['though Slack tells nothing of who pressed, and its answer takes long', { untold: true }],
] as const)('a plain button is acknowledged in time, %s', async (_what, { untold = false }: { untold?: boolean }) => {
  const { id } = await it_.perform.post({ to: await space(), card: settled }, newKey());
  const kept = answersAtLast();
  if (untold) {
    (playground as SlackPlayground).comesFrom('Amira Haddad', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
    playground.injects({ on: 'users.info', does: { hang: true }, times: 9 });
  }
  playground.clearTraffic();
  await amira.presses('Go on', { message: id });
  expect(amira.seesNow(/didn't respond in time/)).toEqual([]);
  const answered = playground.traffic.filter(one => one.direction === 'answer' && one.name !== 'events_api');
  expect(answered).toMatchObject([{ name: 'interactive' }]);
  kept.resolve();
  await amira.sees(/At last/);
  expect(heard.at(-1)?.waited).toBeGreaterThanOrEqual(untold ? 790 : 0); // it is kept the sooner
});
