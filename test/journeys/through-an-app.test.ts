/** What a member posts through an app that speaks for them, a calendar or an automation, is theirs: Slack marks it with both. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
let amira: ReturnType<Stage['person']>;
const space = 'cop-wound-care';

beforeEach(async () => {
  it_ = await stage('slack');
  amira = it_.person('Amira');
  await startCop(amira);
  await it_.settled();
  it_.playground.speaksThrough?.('Amira Haddad', 'Zapier');
});
afterEach(() => it_?.stop());

const titles = async () => {
  const rows = await it_.store.db.selectFrom('documents').select('title').orderBy('title').execute();
  return rows.map(row => row.title);
};
const kept = (title: string) =>
  it_.playground.until(async () => (await titles()).includes(title), `${title} to be kept`);

it('is kept when it is pinned, also while the bot was away', async () => {
  await amira.pins(await amira.posts(space, 'Dressing rounds'));
  await kept('Dressing rounds');
  await it_.away(async () => amira.pins(await amira.posts(space, 'Leg ulcers')));
  await kept('Leg ulcers');
});

it('is asked about anew where Slack does not tell in that moment whose it is', async () => {
  await it_.away(async () => {
    await amira.pins(await amira.posts(space, 'Dressing rounds'));
    it_.playground.injects({ on: 'users.info', does: { status: 503 } });
  });
  await kept('Dressing rounds');
  expect(it_.playground.traffic.filter(one => one.name === 'users.info' && one.status === 503)).toHaveLength(1);
}, 30_000);

it('is offered to be kept when it has a file, and saved from its menu', async () => {
  const pdf = [{ name: 'Protocol.pdf', type: 'application/pdf', body: new Uint8Array(9) }];
  const posted = await amira.posts(space, '', pdf);
  await amira.sees(/Keep Protocol\.pdf in the library/, { in: space });
  await amira.uses('Save to the library', posted);
  await amira.submits({});
  await kept('Protocol.pdf');
});

it('stays out where an app says it for itself', async () => {
  it_.playground.addsAnotherApp?.('CI');
  const apps = (await it_.playground.person('CI')).id;
  const [ts, channel] = ['1790000000.000100', (await amira.channels()).find(one => one.name === space)?.id ?? ''];
  const message = { type: 'message', ts, user: apps, bot_id: 'B0CI', app_id: 'A0CI', text: 'Build 7' };
  const item = { type: 'message', created: 1790000000, created_by: amira.id, channel, message };
  it_.playground.tells?.({ type: 'pin_added', user: amira.id, channel_id: channel, item, event_ts: ts });
  const isAboutIt = ({ name, request }: { name: string; request: unknown }) =>
    name === 'users.info' && JSON.stringify(request).includes(apps);
  const asked = () => it_.playground.traffic.some(isAboutIt);
  await it_.playground.until(asked, 'Slack to be asked who that is');
  await amira.pins(await amira.posts(space, 'Dressing rounds')); // of the same space, and so after it
  await kept('Dressing rounds');
  await it_.settled();
  expect(await titles()).toEqual(['Dressing rounds']);
});
