/** On Discord whoever tends a space can make it a channel for announcements: it goes on, though there are no private threads in it, and its public ones are of another kind. */
import { afterEach, expect, it } from 'vitest';
import { askIn, letsIn, setUp, startCop } from '../support/scenes.ts';
import { type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = 'cop-wound-care';
const dm = { in: 'direct message' } as const;
const pdf = (name: string) => [{ name, type: 'application/pdf', body: new Uint8Array(9) }];

async function forAnnouncements() {
  it_ = await stage('discord');
  const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
  await setUp(joan);
  await startCop(amira);
  await it_.settled();
  it_.playground.turnsInto?.(space, 'announcements');
  await it_.playground.until(() => it_.playground.underWay() === 0, 'it to be told');
  return { amira, ben, joan };
}

it('tells the Support Team of a request where who decides takes no direct messages: there is no thread for them', async () => {
  const { amira, ben, joan } = await forAnnouncements();
  await amira.closesDirectMessages();
  await askIn(ben);
  await joan.sees(/I couldn't reach @?Amira Haddad, so nobody who could answer knows of it/, { in: 'support' });
  await ben.sees(/could be reached yet; the Support Team was asked to help/, dm);
  await it_.settled();
  expect(it_.playground.traffic.filter(one => one.error === '50024')).toEqual([]); // nobody asked for what can't be
  expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
});

it('lets another such channel be chosen, for the Support Team and for an invitation', async () => {
  const { amira, joan } = await forAnnouncements();
  it_.playground.turnsInto?.('announcements', 'announcements');
  await it_.playground.until(() => it_.playground.underWay() === 0, 'it to be told');
  await joan.types('/cop setup', { in: 'general' });
  await joan.presses('Support Team and starting', { with: /Set up/ });
  const support = "The Support Team's channel";
  await joan.form();
  expect(await joan.formSuggestions(support, '')).toContain('announcements');
  await joan.submits({ 'The Support Team': 'Use the channel I choose below', [support]: 'announcements' });
  await joan.sees(/Support Team: #announcements/, { with: /Saved/ });
  await amira.types('/cop share', { in: space });
  await amira.form();
  await amira.submits({ 'In which channel?': 'announcements' });
  await joan.sees(/Wound Care/, { in: 'announcements' });
});

it('lets people in, keeps what they pin, and is found again after an absence', async () => {
  const { amira, ben } = await forAnnouncements();
  await letsIn(amira, ben);
  await it_.settled();
  await ben.pins(await ben.posts(space, 'Ours', pdf('Protocol.pdf')));
  const kept = async (...names: readonly string[]) => {
    const rows = await it_.store.db.selectFrom('documents').select('title').execute();
    return names.every(name => rows.some(row => row.title === name));
  };
  await it_.playground.until(() => kept('Protocol.pdf'), 'it to be kept');
  await it_.away(async () => ben.pins(await ben.posts(space, 'More', pdf('Audit.pdf'))));
  await it_.playground.until(() => kept('Protocol.pdf', 'Audit.pdf'), 'the other one, too');
  expect(await it_.store.db.selectFrom('cops').select('state').execute()).toEqual([{ state: 'open' }]);
});
