/** Discord waits three seconds for a first answer, however long it takes to tell what it is asked for. */
import { afterEach, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it('a form that was open over a restart is promised an answer in time, though its message is slow to be read', async () => {
  it_ = await stage('discord', { times: { promise: 500 } });
  const amira = it_.person('Amira');
  await startCop(amira);
  const paper = await amira.posts('cop-wound-care', 'Our protocol, worth reading');
  await amira.uses('Save to the library', paper);
  await amira.form();
  await it_.settled();
  await it_.away(async () => {});
  const reading = 'GET /channels/:id/messages/:id';
  const promised = () => it_.playground.traffic.some(one => one.name === 'POST /interactions/:id/:token/callback');
  const told = Promise.withResolvers<void>();
  it_.playground.clearTraffic();
  it_.playground.watch(async (moment, { name }) => {
    if (moment === 'performed' && name === reading) await told.promise;
  });
  const submitting = amira.submits({ Title: 'Our protocol' });
  await it_.playground.until(promised, 'an answer to be promised');
  told.resolve();
  await submitting;
  await amira.sees(/Saved: Our protocol/);
  expect(amira.seesNow(/failed|didn't respond/)).toEqual([]);
}, 60_000);
