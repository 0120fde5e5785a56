import { webApi } from '@slack/bolt';
import { expect, it } from 'vitest';
import { town } from '../../../playground/town.ts';
import { administrators } from '../../../src/adapters/slack/administrators.ts';
import { openFor, quietly } from '../../support/stage.ts';

it('asks Slack who administers, believes it for five minutes, and takes nobody for one where Slack does not tell', async () => {
  const playground = await openFor('slack', [town]);
  if (!('botToken' in playground)) throw new Error('not a Slack');
  const client = new webApi.WebClient(playground.botToken(), {
    slackApiUrl: playground.apiUrl,
    retryConfig: { retries: 0 },
  });
  const lines: object[] = [];
  let now = 0;
  const isAdmin = administrators(client, quietly(lines), () => now);
  const asked = () => playground.traffic.filter(one => one.name === 'users.info').length;
  const [joan, amira] = [playground.person('Joan Mills').id, playground.person('Amira Haddad').id];

  expect([await isAdmin(joan), await isAdmin(amira)]).toEqual([true, false]);
  expect([await isAdmin(joan), await isAdmin(amira)]).toEqual([true, false]);
  expect(asked()).toBe(2);
  now += 5 * 60_000;
  playground.injects({ on: 'users.info', does: { refuse: 'missing_scope' } });
  expect(await isAdmin(joan)).toBe(false);
  expect(lines).toHaveLength(1);
  expect(await isAdmin(joan)).toBe(true);
  await playground.stop();
});
