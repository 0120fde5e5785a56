/** Two networks served by one bot: the same names, the same people, and no way from one into the other. */
import { afterEach, expect, it } from 'vitest';
import { startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const workspaces = [
  { name: 'North', people: [{ name: 'Amira Haddad' }, { name: 'Ben Okafor' }] },
  { name: 'South', people: [{ name: 'Zoe Lang' }, { name: 'Ben Okafor' }] },
];

it('one guild sees nothing of another, and a press in a direct message finds its own', async () => {
  it_ = await stage('discord', { workspaces });
  const [amira, zoe] = [it_.person('Amira Haddad', 'North'), it_.person('Zoe Lang', 'South')];
  const [benNorth, benSouth] = [it_.person('Ben Okafor', 'North'), it_.person('Ben Okafor', 'South')];
  await startCop(amira, { 'What do you care about?': 'Northern wounds' });
  await startCop(zoe, { 'What do you care about?': 'Southern wounds' });
  await it_.settled();

  await benSouth.types('/cop find wound', { in: 'general' });
  const found = await benSouth.sees(/CoPs that match/);
  expect(found.text).toMatch(/Southern wounds/);
  expect(found.text).not.toMatch(/Northern/);

  await benSouth.presses('Request to join', { with: /Southern wounds/ });
  await benSouth.form();
  await benSouth.submits({ 'What brings you here? (optional)': 'From the south' });
  await zoe.sees(/asks to join Wound Care/, { in: 'direct message' });
  expect(amira.seesNow(/asks to join Wound Care/)).toEqual([]);

  await zoe.presses('Approve', { in: 'direct message' });
  await benSouth.sees(/Please welcome/, { in: 'cop-wound-care' });
  await it_.settled();
  expect(await amira.membersOf('cop-wound-care')).toEqual(['Amira Haddad']);

  await benNorth.types('/cop docs find', { in: 'general' });
  await benNorth.sees(/aren't in a CoP yet/);
  const networks = await it_.store.db.selectFrom('cops').select(['network_id', 'name']).execute();
  expect(new Set(networks.map(one => one.network_id)).size).toBe(2);
});
