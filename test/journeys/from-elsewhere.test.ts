/** People of another Slack team, in a channel that is connected with ours: refused kindly, and nothing is filed about them. */
import { afterEach, expect, it } from 'vitest';
import { fillsIn, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it('whatever they press, type or send', { timeout: 60_000 }, async () => {
  const { amira, dev } = await sharedCard();
  await it_.settled();
  const filed = async () => ({
    networks: (await it_.store.db.selectFrom('networks').select('id').execute()).length,
    workspaces: (await it_.store.db.selectFrom('workspaces').select('id').execute()).length,
    accounts: (await it_.store.db.selectFrom('accounts').selectAll().execute()).length,
    requests: (await it_.store.db.selectFrom('join_requests').select('id').execute()).length,
    cops: (await it_.store.db.selectFrom('cops').select('id').execute()).length,
    audit: (await it_.store.db.selectFrom('audit').select('id').execute()).length,
    effects: (await it_.store.db.selectFrom('effects').select('id').execute()).length,
  });
  const before = await filed();
  const words = /belong to another Slack workspace than yours, so nothing was done/;

  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  await dev.presses('Request to join', { in: 'general' });
  await dev.sees(words);
  for (const line of ['/startcop', '/cop home', '/cop find wound', '/cop setup']) {
    const seen = dev.seesNow(words).length;
    await dev.types(line, { in: 'general' });
    await it_.playground.until(() => dev.seesNow(words).length > seen, `an answer to ${line}`);
  }
  expect(amira.seesNow(words)).toEqual([]);
  await it_.settled();
  expect(await filed()).toEqual(before);
  expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
});

it('who opens the Home, which Slack tells of as well, and of nobody’s team; nor who names the bot there', {
  timeout: 60_000,
}, async () => {
  const { amira, dev } = await sharedCard();
  await amira.brings('CoP Bot', 'general');
  await it_.settled();
  const people = () => it_.store.db.selectFrom('accounts').select('external_id').execute();
  const before = (await people()).length;
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  const at = '1700000000.000100';
  it_.playground.tells?.({ type: 'app_home_opened', user: dev.id, channel: 'D0DEV', tab: 'home', event_ts: at });
  await dev.posts('general', '@CoP Bot who is in here?');
  await dev.sees(/I understand buttons and commands, not words/, { in: 'general' });
  await amira.home(); // told later, and drawn by now
  await it_.settled();
  const drawn = it_.playground.traffic.filter(one => one.name === 'views.publish');
  expect(JSON.stringify(drawn.map(one => one.request))).not.toContain(dev.id);
  expect(await people()).toHaveLength(before);
});

it('nor of whom Slack does not tell at once; who is of here sees their Home once it has', {
  timeout: 60_000,
}, async () => {
  const { dev } = await sharedCard();
  const ben = it_.person('Ben');
  await it_.settled();
  const people = () => it_.store.db.selectFrom('accounts').select('external_id').execute();
  const before = await people();
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  it_.playground.clearTraffic();
  it_.playground.injects({ on: 'users.info', does: { status: 503 } });
  const opens = { type: 'app_home_opened', channel: 'D0DEV', tab: 'home' };
  it_.playground.tells?.({ ...opens, user: dev.id, event_ts: '1700000000.000100' });
  const asked = () => it_.playground.traffic.filter(one => one.name === 'users.info').length;
  await it_.playground.until(() => asked() === 2, 'Slack to be asked again');
  it_.playground.injects({ on: 'users.info', does: { status: 503 } });
  await ben.home(); // told later, and drawn by now
  await it_.settled();
  const shown = it_.playground.traffic.filter(one => one.name === 'views.publish');
  expect(shown.map(one => (one.request as { user_id?: string }).user_id)).toEqual([ben.id]);
  expect(await people()).toEqual([...before, { external_id: ben.id }]);
});

/** Dev sees the card of Wound Care in a channel. */
async function sharedCard() {
  it_ = await stage('slack');
  const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
  await startCop(amira);
  await amira.types('/cop share', { in: 'general' });
  await amira.form();
  await amira.submits({});
  await dev.sees(/Wound Care/, { in: 'general' });
  return { amira, dev };
}

it.each([
  ['beside who presses alone', { id: 'T0ELSEWHERE', domain: 'elsewhere', told: 'beside-them' }],
  [
    'in an organisation of theirs',
    {
      id: 'T0ELSEWHERE',
      domain: 'elsewhere',
      told: 'beside-them',
      organisation: { id: 'E0THEIRS', teams: ['T0ELSEWHERE', 'T0THIRD'] },
    },
  ],
] as const)('where Slack names their team %s', { timeout: 60_000 }, async (_how, team) => {
  const { dev } = await sharedCard();
  await it_.settled();
  it_.playground.comesFrom?.('Dev Patel', team);
  await dev.presses('Request to join', { in: 'general' });
  await dev.sees(/belong to another Slack workspace than yours/);
  await it_.settled();
  expect(await it_.store.db.selectFrom('join_requests').select('id').execute()).toEqual([]);
});

/** Dev is in another workspace of the organisation, and in ours; he sees the card of Wound Care. */
async function ofOurOrganisation(more: { told?: 'beside-them' } = { told: 'beside-them' }) {
  const { dev } = await sharedCard();
  await it_.settled();
  const [ours = ''] = (await it_.store.db.selectFrom('workspaces').select('id').execute()).map(({ id }) => id);
  const organisation = { id: 'E0OURS', teams: ['T0MAIN', ours.replace(/^slack:/, '')] };
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0MAIN', domain: 'main', ...more, organisation });
  return dev;
}

it.each([
  ['beside them', { told: 'beside-them' }],
  ['in place of ours', {}],
] as const)(
  'nobody who is in another workspace of the same organisation besides, which Slack names %s',
  {
    timeout: 60_000,
  },
  async (_where, told) => {
    const dev = await ofOurOrganisation(told);
    await dev.presses('Request to join', { in: 'general' });
    await dev.form();
    expect(dev.seesNow(/belong to another Slack workspace/)).toEqual([]);
  },
);

it('but nobody is let in whose team Slack names in place of ours, where the bot itself is of another team than its token names', {
  timeout: 60_000,
}, async () => {
  const { dev } = await sharedCard();
  await it_.settled();
  it_.playground.comesFrom?.('CoP Bot', { id: 'E0OURS', domain: 'ours', told: 'beside-them' });
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  await dev.presses('Request to join', { in: 'general' });
  await dev.sees(/belong to another Slack workspace than yours/);
});

it('whoever is chosen of them facilitates nothing: the form says whom to choose', { timeout: 60_000 }, async () => {
  it_ = await stage('slack');
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  const amira = it_.person('Amira');
  await fillsIn(amira, { Facilitator: 'Dev Patel' });
  const form = await amira.form(open => open.fields.some(field => field.error));
  expect(form.fields[3]?.error).toMatch(/Choose somebody who is a full member/);
  expect(await it_.store.db.selectFrom('cops').select('id').execute()).toEqual([]);
});

it('nobody for good of whom Slack does not tell just now whether they are', { timeout: 60_000 }, async () => {
  const dev = await ofOurOrganisation();
  it_.playground.injects({ on: 'users.info', does: { status: 503 } });
  await dev.presses('Request to join', { in: 'general' });
  await dev.sees(/hasn't told me just now whether you are in this workspace.*try again/);
  expect(dev.seesNow(/belong to another Slack workspace/)).toEqual([]);
  await dev.presses('Request to join', { in: 'general' });
  await dev.form();
});

it('nobody is invited who could not say yes', { timeout: 60_000 }, async () => {
  it_ = await stage('slack');
  const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
  await startCop(amira);
  await it_.settled();
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere', told: 'beside-them' });
  await amira.types('/cop invite @Dev Patel', { in: 'general' });
  await amira.sees(/Dev Patel: of another workspace, so not asked/);
  await it_.settled();
  expect(dev.seesNow(/invites you/)).toEqual([]);
  expect(await it_.store.db.selectFrom('invitations').select('id').execute()).toEqual([]);
});

it('a form that was opened before', { timeout: 60_000 }, async () => {
  it_ = await stage('slack');
  const dev = it_.person('Dev');
  await dev.types('/startcop', { in: 'general' });
  await dev.form();
  it_.playground.comesFrom?.('Dev Patel', { id: 'T0ELSEWHERE', domain: 'elsewhere' });
  await dev.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing' });
  await dev.sees(/belong to another Slack workspace/);
  expect(await it_.store.db.selectFrom('cops').select('id').execute()).toEqual([]);
  expect(await it_.store.db.selectFrom('networks').select('id').execute()).toEqual([]);
});

it('but where the bot itself is of another team than its token names, teams tell nothing of people', async () => {
  it_ = await stage('slack');
  const amira = it_.person('Amira');
  await startCop(amira);
  const organisation = { id: 'E0OURS', domain: 'ours', told: 'beside-them' } as const;
  for (const name of ['CoP Bot', 'Ben Okafor', 'Dev Patel']) it_.playground.comesFrom?.(name, organisation);
  await amira.brings('Ben Okafor', 'cop-wound-care');
  const members = () =>
    it_.store.db.selectFrom('memberships').select('person_id').where('state', '=', 'member').execute();
  await it_.playground.until(async () => (await members()).length === 2, 'Ben to be a member');
  await amira.types('/cop invite', { in: 'cop-wound-care' });
  await amira.form();
  await amira.submits({ 'Who would care about this?': ['Dev Patel'] });
  await it_.person('Dev').presses('Join', { in: 'direct message', with: /invites you to Wound Care/ });
  await it_.playground.until(async () => (await members()).length === 3, 'Dev to be a member');
});

it.each(['user_not_visible', 'user_not_found'])(
  'who comes into a space, and whom Slack shows to no app here (%s), is no member',
  async code => {
    it_ = await stage('slack');
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    const members = async () => (await it_.store.db.selectFrom('memberships').select('state').execute()).length;
    const before = await members();
    const asked = () => it_.playground.traffic.filter(one => one.name === 'users.info' && one.error === code).length;
    it_.playground.injects({ on: 'users.info', times: 9, does: { refuse: code } });
    await amira.brings('Ben Okafor', 'cop-wound-care');
    await it_.playground.until(() => asked() > 0, 'Slack to be asked who it is');
    await it_.settled();
    const then = asked();
    await it_.away(async () => {});
    await it_.playground.until(() => asked() > then, 'it to be asked again on a look');
    await it_.settled();
    expect(await members()).toBe(before);
  },
);
