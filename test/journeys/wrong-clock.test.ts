/** A clock that is wrong by seconds or minutes, either way: what was done though nobody heard is found, and nothing is there twice. */
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/jobs/clock.ts';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const minute = 60_000;
const wrongBy = (ms: number) => ({
  now: () => Date.now() + ms,
  at: (time: number, callback: () => void) => systemClock.at(time - ms, callback),
});

describe.each([-10 * minute, -5000, 5000, 10 * minute])('on slack, with a clock that is wrong by %i ms', ms => {
  it('opens one channel and posts once', async () => {
    it_ = await stage('slack', { clock: wrongBy(ms) });
    for (const on of ['conversations.create', 'chat.postMessage'])
      it_.playground.injects({ on, does: { status: 500, performed: true } });
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    expect((await amira.channels()).map(one => one.name).filter(name => name.startsWith('cop-'))).toEqual([
      'cop-wound-care',
    ]);
    const all = (await amira.reads('cop-wound-care')).map(one => one.text);
    const posted = all.filter(words => !/pinned a message|joined/.test(words)); // what Slack itself says
    expect(posted.length).toBeGreaterThan(2);
    expect(new Set(posted).size).toBe(posted.length);
  });
});

it('looks at the pins again when Slack could not tell them, though its connection stands', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  await it_.away(async () => {
    const said = await amira.posts('cop-wound-care', 'Dressing protocol https://example.org/protocol');
    await amira.pins(said);
    it_.playground.injects({ on: 'pins.list', does: { status: 503 } });
  });
  await it_.playground.until(
    async () => (await it_.store.db.selectFrom('documents').select('id').execute()).length > 0,
    'the pin to be kept',
  );
});
