/** A CoP's card in a channel into which it was shared. */
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
  return { amira, joan };
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
});
