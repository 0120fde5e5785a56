/** Whoever opens a new space, on a phone too, reads its welcome without scrolling. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visit, visit, whyNot } from './browser.ts';

describe.skipIf(whyNot)('in the browser', { timeout: 120_000 }, () => {
  let there: Visit;
  beforeAll(async () => {
    there = await visit(14_640);
  }, 120_000);
  afterAll(() => there?.close());

  it.each(['slack', 'discord'] as const)('on %s, the welcome fits a phone', async platform => {
    const page = await there.open({ width: 390, height: 844 });
    await page.addInitScript(`localStorage['playground tour'] ??= '-1'`);
    await page.goto(`${there.url}#/${platform}/${encodeURIComponent('Amira Haddad')}/`);
    const line = page.getByRole('combobox', { name: /^Message/ });
    await line.fill('/startcop');
    await line.press('Enter');
    const form = page.getByRole('dialog');
    await form.getByLabel(/^Name/).fill('Wound Care');
    await form.getByLabel(/^What do you care about/).fill('Healing wounds that will not close');
    await form.getByRole('button', { name: /Start it|Submit/ }).click();
    await page.getByText('Your space is ready').last().waitFor();
    await page
      .getByRole('button', { name: /Open the space/ })
      .or(page.getByRole('link', { name: /Open the space/ }))
      .last()
      .click();
    const close = page.getByRole('dialog').getByRole('button', { name: 'Close' }).first();
    if (await close.isVisible()) await close.click();
    const welcome = page.getByRole('listitem').filter({ hasText: 'Welcome to Wound Care' }).last();
    await welcome.getByRole('button', { name: 'Invite or share' }).waitFor();
    await there.shot(page, `first-sight-${platform}-390`);
    await expect
      .poll(
        async () => {
          const [box, below] = [await welcome.boundingBox(), await line.boundingBox()];
          return box !== null && below !== null && box.y >= 0 && box.y + box.height <= below.y;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    await there.shot(page, `first-sight-${platform}-390`);
  });
});
