/** Draws the pictures of the README anew: `npm run pictures`. Needs Chromium. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { visit } from './browser.ts';

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

const size = { width: 1180, height: 760 };
const slack = await there.open(size);
await slack.goto(`${there.url}#/slack/Amira%20Haddad/`);
await starts(slack);
await shot(slack, 'start-slack');
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
