import { webApi } from '@slack/bolt';
import { expect, it } from 'vitest';
import { town } from '../../../playground/town.ts';
import { adminBelievedMs, profiles } from '../../../src/adapters/slack/profiles.ts';
import { openFor, quietly } from '../../support/stage.ts';

it('asks Slack about somebody once a day, about their rights every five minutes, and does without where Slack does not tell', async () => {
  const playground = await openFor('slack', [town]);
  if (!('botToken' in playground)) throw new Error('not a Slack');
  const client = new webApi.WebClient(playground.botToken(), {
    slackApiUrl: playground.apiUrl,
    retryConfig: { retries: 0 },
  });
  const lines: object[] = [];
  let now = 0;
  const about = profiles(
    () => client,
    quietly(lines),
    () => now,
  );
  const asked = () => playground.traffic.filter(one => one.name === 'users.info').length;
  const [joan, carla] = [playground.person('Joan Mills').id, playground.person('Carla Moreno').id];

  expect(await Promise.all([about(joan), about(carla), about(carla)])).toMatchObject([
    { name: 'Joan Mills', admin: true, locale: 'en-GB', timeZone: 'Europe/London' },
    { name: 'Carla Moreno', admin: false, locale: 'de-DE', timeZone: 'Europe/Berlin' },
    { name: 'Carla Moreno' },
  ]);
  expect(asked()).toBe(2);
  now += adminBelievedMs;
  expect(await about(carla)).toMatchObject({ name: 'Carla Moreno' });
  expect(asked()).toBe(2);
  playground.injects({ on: 'users.info', does: { refuse: 'missing_scope' } });
  expect(await about(joan, adminBelievedMs)).toBeUndefined();
  expect(lines).toHaveLength(1);
  expect(await about(joan, adminBelievedMs)).toMatchObject({ admin: true });
  expect(asked()).toBe(4);

  await playground.person('Carla Moreno').leavesWorkspace();
  expect(await about(carla)).toMatchObject({ gone: false }); // nobody has told of it
  about.forgets(carla); // another process has
  expect(await about(carla)).toMatchObject({ gone: true, name: 'Carla Moreno' });
  await playground.person('Carla Moreno').returnsToWorkspace();
  expect(await about(carla)).toMatchObject({ gone: false }); // who is gone is asked about each time
  expect(asked()).toBe(6);
  expect(await about(carla)).toMatchObject({ gone: false });
  expect(asked()).toBe(6);
  about.forgets(undefined);
  expect(await about(joan)).toMatchObject({ admin: true });
  expect(asked()).toBe(7);

  const look = 6 * 3600_000;
  await about.surely(joan, look);
  expect(asked()).toBe(7);
  now += look;
  await about.surely(joan);
  expect(asked()).toBe(7);
  await about.surely(joan, look);
  expect(asked()).toBe(8);
  now += 1000;
  about.doubts(); // something may have been missed
  now += 1000;
  expect(about.known(joan)).toMatchObject({ name: 'Joan Mills' });
  await Promise.all([about.surely(joan, look), about.surely(joan, look)]);
  await about.surely(joan, look);
  expect(asked()).toBe(9);
  await playground.stop();
});
