/** Draws the pictures of the README anew: `npm run pictures`. Needs Chromium. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { visit } from './browser.ts';
import { moving, type Still } from './moving.ts';

const folder = path.join(import.meta.dirname, '../../docs/pictures');
mkdirSync(folder, { recursive: true });
const there = await visit(14_500);

const shot = (page: Page, name: string) =>
  page.screenshot({ path: path.join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });

async function starts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close the tour for good' }).click();
  await page.getByRole('combobox', { name: /^Message/ }).fill('/startcop');
  await page.getByRole('button', { name: 'Send' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Name/).fill('Wound Care');
  await form.getByLabel(/What do you care about/).fill('Healing wounds that will not close');
}

/** As somebody lives it: typed, filled in, made, and read. */
async function lived(page: Page): Promise<void> {
  const stills: Still[] = [];
  const still = async (ms: number) => void stills.push({ png: await page.screenshot(), ms });
  const types = async (words: string, into: Locator, at: number) => {
    for (let n = at; n < words.length + at; n += at) {
      await into.fill(words.slice(0, n));
      await still(120);
    }
  };
  await page.getByRole('button', { name: 'Close the tour for good' }).click();
  await still(900);
  await types('/startcop', page.getByRole('combobox', { name: /^Message/ }), 3);
  await still(600);
  await page.getByRole('button', { name: 'Send' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Name/).waitFor();
  await still(1100);
  await types('Wound Care', form.getByLabel(/^Name/), 4);
  await types('Healing wounds that will not close', form.getByLabel(/What do you care about/), 9);
  await still(900);
  await form.getByRole('button', { name: 'Start it' }).click();
  const ready = page.getByText('Your space is ready').first();
  while (stills.length < 60 && !(await ready.isVisible())) await still(200);
  await still(2600);
  await page
    .getByRole('link', { name: 'Open the space' })
    .or(page.getByRole('button', { name: 'Open the space' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Invite or share' }).waitFor();
  const close = form.getByRole('button', { name: 'Close' }).first();
  if (await close.isVisible()) await close.click();
  await page.waitForTimeout(1500); // what came last is scrolled to
  await still(5000);
  writeFileSync(path.join(folder, 'startcop.gif'), await moving(first.browser, stills));
}

const first = await visit(14_510);
const small = await first.open({ width: 960, height: 620 });
await small.goto(`${first.url}#/slack/Amira%20Haddad/`);
await lived(small);
const phone = await first.open({ width: 390, height: 720 });
await phone.addInitScript(`localStorage['playground tour'] ??= '-1'`);
await phone.goto(small.url());
await phone.getByRole('button', { name: 'Invite or share' }).waitFor();
await phone.waitForTimeout(1500); // what came last is scrolled to
await shot(phone, 'space-phone');
await first.close();

const size = { width: 1180, height: 760 };
const slack = await there.open(size);
await slack.goto(`${there.url}#/slack/Amira%20Haddad/`);
await starts(slack);
await slack.getByRole('button', { name: 'Start it' }).click();
await slack.getByText('Your space is ready').first().waitFor();

const discord = await there.open(size, true);
await discord.goto(`${there.url}#/discord/Amira%20Haddad/`);
await starts(discord);
await discord.getByRole('button', { name: 'Submit' }).click();
await discord.getByText('Your space is ready').first().waitFor();
await discord.goto(`${there.url}#/discord/Ben%20Okafor/`);
await discord.getByRole('combobox', { name: /^Message/ }).fill('/cop find');
await discord.getByRole('button', { name: 'Send' }).click();
await discord.getByRole('button', { name: 'Request to join' }).waitFor();
await shot(discord, 'find-discord');
await discord.getByRole('button', { name: 'Request to join' }).click();
await discord
  .getByRole('dialog')
  .getByRole('textbox')
  .fill("I run the leg-ulcer clinic in Leeds and we're stuck on follow-up.");
await discord.getByRole('button', { name: 'Submit' }).click();
await discord.getByText('Your request is with the facilitators').first().waitFor();
await discord.goto(`${there.url}#/discord/Amira%20Haddad/`);
await discord.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: 'CoP Bot' }).click();
await discord.getByRole('button', { name: 'Approve' }).waitFor();
await shot(discord, 'approve-discord');
await there.close();
