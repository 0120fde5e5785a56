/** What comes from Slack with parts missing, or as this app never asked for it: acknowledged in time, and not a word of it in the log. */
import { expect, it } from 'vitest';
import type { SlackPlayground } from '../../../playground/slack/index.ts';
import {
  account,
  amira,
  atThePort,
  card,
  heard,
  logged,
  newKey,
  it_ as platform,
  playground,
  space,
} from '../../contract/port.ts';
import { deed } from '../../support/deed.ts';

atThePort('slack');

type Json = { [part: string]: unknown };
const slack = () => playground as SlackPlayground;
const secret = 'what somebody wrote';

/** Each part of it in its turn is missing, or is something else. */
function* spoilt(whole: unknown, given: readonly (string | number)[] = []): Generator<[string, Json]> {
  const at = given.reduce<unknown>((one, name) => (one as Json)[name], whole);
  if (typeof at !== 'object' || at === null || given.length > 4) return;
  for (const name of Object.keys(at)) {
    const path = [...given, name];
    for (const other of [undefined, null, 7, secret, [secret], { [secret]: secret }]) {
      const copy = structuredClone(whole) as Json;
      const holder = given.reduce<unknown>((one, part) => (one as Json)[part], copy) as Json;
      if (other === undefined) delete holder[name];
      else holder[name] = other;
      yield [`${path.join('.')} = ${JSON.stringify(other)}`, copy];
    }
    yield* spoilt(whole, path);
  }
}

/** As the playground sent them last. */
const sent = (name: string, type?: string): Json => {
  const all = playground.traffic.filter(one => one.direction === 'event' && one.name === name);
  const found = all.map(one => one.request as Json).filter(one => type === undefined || one.type === type);
  return found.at(-1) ?? {};
};

async function allAcknowledged(type: string, whole: Json): Promise<void> {
  expect(Object.keys(whole).length).toBeGreaterThan(3);
  const payloads = [...spoilt(whole)];
  const answers = await Promise.all(
    payloads.map(async ([what, payload]) => ({ what, ...(await slack().hands(type, payload)) })),
  );
  expect(answers.filter(one => !one.acked).map(one => one.what)).toEqual([]);
  expect(JSON.stringify(logged)).not.toContain(secret);
}

it('a command that was typed', async () => {
  await amira.types('/cop thing', { in: 'general' });
  await allAcknowledged('slash_commands', sent('slash_commands'));
}, 120_000);

it('a form that was sent', async () => {
  await amira.types('/cop ask', { in: 'general' });
  await amira.form();
  await amira.submits({ Name: 'Wound Care' });
  await allAcknowledged('interactive', sent('interactive', 'view_submission'));
}, 120_000);

it('what a form remembers, which is nothing that the bot wrote', async () => {
  await amira.types('/cop ask', { in: 'general' });
  await amira.form();
  await amira.submits({ Name: 'Wound Care' });
  const whole = sent('interactive', 'view_submission') as { view: Json };
  const before = [...logged];
  const many = heard.length;
  for (const metadata of [secret, 'null', '7', '[]', '{"on":7}', '{"message":{}}', '{"answer":"x"}']) {
    const payload = { ...whole, view: { ...whole.view, id: `V${metadata.length}`, private_metadata: metadata } };
    expect(await slack().hands('interactive', payload), metadata).toEqual({ acked: true, payload: {} });
  }
  expect(heard).toHaveLength(many);
  const since = logged.slice(before.length).map(one => (one as { sentence: string }).sentence);
  expect(new Set(since)).toEqual(
    new Set(['Slack sent view_submission without what it always has: acknowledged, and nothing is done']),
  );
}, 120_000);

it('a button that was pressed', async () => {
  const offered = card('Press me', [{ label: 'Go', does: deed('thing press', {}) }]);
  await platform.perform.post({ to: { person: account(amira) }, card: offered }, newKey());
  await amira.sees(/Press me/);
  await amira.presses('Go');
  await allAcknowledged('interactive', sent('interactive', 'block_actions'));
}, 120_000);

it('the menu of a message', async () => {
  await space();
  const posted = await amira.posts('cop-wound-care', 'Look at https://example.org/a');
  await amira.uses('Save to the library', posted);
  await allAcknowledged('interactive', sent('interactive', 'message_action'));
}, 120_000);

it('something that was told', async () => {
  await space();
  await amira.posts('cop-wound-care', 'Look at https://example.org/a');
  await allAcknowledged('events_api', sent('events_api', 'event_callback'));
}, 120_000);

it('what nobody offers: suggestions, closed windows, and kinds that are yet to come', async () => {
  const before = [...logged];
  const { user, team } = { user: { id: amira.id }, team: { id: playground.workspaceId() } };
  expect(await slack().hands('interactive', { type: 'block_suggestion', user, team, value: secret })).toEqual({
    acked: true,
    payload: { options: [] },
  });
  for (const type of ['view_closed', 'shortcut', 'something_new', 'constructor', 7])
    expect(await slack().hands('interactive', { type, user, team, callback_id: secret }), `${type}`).toEqual({
      acked: true,
      payload: {},
    });
  expect(await slack().hands('something_new', { type: secret })).toEqual({ acked: true, payload: {} });
  expect(logged).toEqual(before);
}, 60_000);
