/** What was chosen in a form before it is opened (again) may be gone by then: the form opens without it. */
import { afterEach, expect, it } from 'vitest';
import { setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it('on discord, a channel that is deleted before the form is opened again', async () => {
  it_ = await stage('discord');
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await startCop(amira);
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('Support Team and starting', { with: /Set up/ });
  await joan.form();
  await joan.submits({
    'The Support Team': 'Use the channel I choose below',
    "The Support Team's channel": 'cop-wound-care',
  });
  await joan.sees(/That channel is a CoP's own space/);
  await joan.deletesChannel('cop-wound-care');
  await joan.presses('Open the form again');
  const form = await joan.form();
  expect(form.fields.map(field => field.value)).toEqual([
    'Use the channel I choose below',
    '',
    'Anyone, straight away',
  ]);
  await joan.submits({ 'The Support Team': 'Make a private channel' });
  await joan.sees(/Saved/);
});

it('on slack, a channel that Slack does not take: in the language of who reads it all the same', async () => {
  it_ = await stage('slack');
  const [amira, carla, joan] = [it_.person('Amira'), it_.person('Carla'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await amira.brings('Carla Moreno', 'cop-wound-care');
  const isIn = async () =>
    (await it_.store.db.selectFrom('memberships').select('state').where('state', '=', 'member').execute()).length === 2;
  await it_.playground.until(isIn, 'Carla to be a member');
  for (const [who, label] of [
    [amira, 'In which channel?'],
    [carla, 'In welchem Kanal?'],
  ] as const) {
    it_.playground.injects({ on: 'views.open', does: { refuse: 'invalid_arguments' } });
    await who.types('/cop share', { in: 'general' });
    const form = await who.form(open => open.fields[0]?.label === label);
    expect(form.fields[0]?.value).toBe('');
  }
});
