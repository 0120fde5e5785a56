/** A CoP's card in a channel into which it was shared: up to date; and deleted there, nobody is led to it, and it can be shared there anew. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { pagePathOf } from '../../src/domain/cop.ts';
import { webApp } from '../../src/web/app.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const page = async () => {
  const cop = await it_.store.db.selectFrom('cops').select(['id', 'slug']).executeTakeFirstOrThrow();
  return (await webApp(it_.store, []).request(pagePathOf(cop))).text();
};
const until = (condition: () => Promise<boolean>, what: string) => it_.playground.until(condition, what);
const leadsToCard = /Find the card of/;

async function sharing(platform: (typeof platformNames)[number], channel: string) {
  it_ = await stage(platform, { publicUrl: 'https://cops.example.org' });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await startCop(amira);
  await it_.settled();
  const shares = async () => {
    await amira.types(`/cop share #${channel}`, { in: 'cop-wound-care' });
    await amira.sees(/The invitation to Wound Care is in/);
    await it_.settled();
  };
  await shares();
  expect(await page()).toMatch(leadsToCard);
  const cards = async () => (await joan.reads(channel)).filter(one => /Wound Care/.test(one.text));
  return { amira, joan, shares, cards };
}

async function edits(amira: Persona): Promise<void> {
  await amira.types('/cop edit', { in: 'cop-wound-care' });
  await amira.presses('Name and statement', { with: /^Edit Wound Care/ });
  await amira.form();
  await amira.submits({ 'What do you care about?': 'Wounds that do not heal' });
  await amira.sees(/Wounds that do not heal/);
  await it_.settled();
}

describe.each(platformNames)('on %s', platform => {
  it('says what the CoP is about since it was edited', async () => {
    const { amira, joan } = await sharing(platform, 'announcements');
    await edits(amira);
    await joan.sees(/Wounds that do not heal/, { in: 'announcements', with: /Wound Care/ });
  });

  it('is known at once where the platform tells, else with its next change', async () => {
    const { amira, joan, shares, cards } = await sharing(platform, 'announcements');
    const [card] = await cards();
    if (!card) throw new Error('no card');
    await joan.deletes(card);
    if (platform === 'slack') await edits(amira);
    await until(async () => !leadsToCard.test(await page()), 'the page to lead elsewhere');
    await it_.settled();
    await shares();
    expect(await cards()).toHaveLength(1);
    expect(await page()).toMatch(leadsToCard);
  });
});

it('is known to be gone with its channel on Discord', async () => {
  const { joan } = await sharing('discord', 'announcements');
  await joan.deletesChannel('announcements');
  await until(async () => !leadsToCard.test(await page()), 'the page to lead elsewhere');
});

it("is known to be gone where it was deleted in another CoP's space on Discord", async () => {
  it_ = await stage('discord', { publicUrl: 'https://cops.example.org' });
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
  await startCop(amira);
  await startCop(amira, { Name: 'Heel Care' });
  await it_.settled();
  const shared = async () => {
    await amira.types('/cop share #cop-heel-care', { in: 'cop-wound-care' });
    await amira.sees(/The invitation to Wound Care is in/);
    await it_.settled();
    return (await amira.reads('cop-heel-care')).filter(one => /Wound Care/.test(one.text));
  };
  const [card] = await shared();
  if (!card) throw new Error('no card');
  await joan.deletes(card);
  const stands = it_.store.db.selectFrom('posts').select('effect_id').where('message', '=', 'cop-invitation');
  await until(async () => (await stands.execute()).length === 0, 'the card to be known to be gone');
  expect(await shared()).toHaveLength(1);
});

it('is brought up to date once in each channel, though the platform says to wait in the midst of them', async () => {
  const { amira, joan } = await sharing('slack', 'announcements');
  for (const channel of ['one', 'two']) {
    await joan.makesChannel(channel);
    await joan.brings('CoP Bot', channel);
    await joan.brings(amira.name, channel);
    await amira.types(`/cop share #${channel}`, { in: 'cop-wound-care' });
    await until(async () => (await joan.reads(channel)).some(one => /Wound Care/.test(one.text)), 'the card');
  }
  await it_.settled();
  it_.playground.clearTraffic();
  const places = (await joan.channels()).filter(one => ['announcements', 'one', 'two'].includes(one.name));
  const updates = () =>
    it_.playground.traffic
      .filter(one => one.direction === 'call' && one.name === 'chat.update')
      .map(one => (one.request as { channel?: string }).channel ?? '')
      .filter(channel => places.some(place => place.id === channel));
  let asked = 0;
  it_.playground.failsBy(name => (name === 'chat.update' && ++asked === 3 ? { rateLimit: 2 } : undefined));
  await edits(amira);
  for (const channel of ['announcements', 'one', 'two'])
    await joan.sees(/Wounds that do not heal/, { in: channel, with: /Wound Care/ });
  await it_.settled();
  expect(updates()).toHaveLength(4); // three, and the one that was told to wait
}, 30_000);
