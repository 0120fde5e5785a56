/** The main job in the browser, on both platforms, on a desk's screen and on a phone's. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visit, visit, whyNot } from './browser.ts';

if (whyNot) console.warn(`the tests of the page are skipped: ${whyNot}`);

const be = (page: Page, name: string) =>
  page
    .getByRole('button', { name: new RegExp(`^.*${name}`) })
    .first()
    .click();
const line = (page: Page) => page.getByRole('combobox', { name: /^Message/ });

async function types(page: Page, words: string): Promise<void> {
  await line(page).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
}

async function startCop(page: Page, name: string): Promise<void> {
  await types(page, '/startcop');
  const form = page.getByRole('dialog');
  await form.getByLabel(/^Name/).fill(name);
  await form.getByLabel(/What do you care about/).fill('Healing wounds that will not close');
  await form.getByRole('button', { name: /Start it|Submit/ }).click();
}

const member = (page: Page, channel: string) =>
  page.getByRole('navigation', { name: 'Channels' }).getByRole('button', { name: channel });

describe.skipIf(whyNot)('in the browser', { timeout: 60_000 }, () => {
  let there: Visit;
  beforeAll(async () => {
    there = await visit(14_400);
  }, 60_000);
  afterAll(() => there?.close());

  describe.each(['slack', 'discord'] as const)('on %s', platform => {
    it('a community is started, asked into, entered, and its library filled and searched', async () => {
      const page = await there.open();
      const trouble: string[] = [];
      page.on('pageerror', error => trouble.push(error.message));
      page.on('console', said => said.type() === 'error' && trouble.push(said.text()));
      const outside: string[] = [];
      page.on(
        'request',
        request =>
          new URL(request.url()).hostname !== '127.0.0.1' &&
          !request.url().startsWith('data:') &&
          outside.push(request.url()),
      );
      await page.goto(`${there.url}#/${platform}/Amira%20Haddad/`);
      await line(page).waitFor();
      await there.shot(page, `${platform}-1-first-screen`);
      await line(page).fill('/');
      await page.getByRole('option').first().waitFor();
      await there.shot(page, `${platform}-2-completion`);
      await startCop(page, 'Wound Care');
      await page.getByText('Your space is ready').first().waitFor();
      await there.shot(page, `${platform}-3-ready`);
      const close = page.getByRole('dialog').getByRole('button', { name: 'Close' }).first();
      if (await close.isVisible()) await close.click();

      await member(page, 'cop-wound-care').click();
      await page.getByRole('heading', { name: 'Welcome to Wound Care' }).waitFor();
      await page
        .getByRole('heading', { name: /Virtuous Circle/ })
        .first()
        .waitFor();
      await there.shot(page, `${platform}-4-space`);
      await page.getByRole('button', { name: /pinned messages/ }).click();
      await page.getByRole('complementary', { name: 'Pinned messages' }).getByRole('listitem').nth(3).waitFor();
      await there.shot(page, `${platform}-5-pins`);

      await be(page, 'Ben Okafor');
      await page.getByRole('heading', { name: 'general' }).waitFor();
      expect(await member(page, 'cop-wound-care').count()).toBe(0);
      await types(page, platform === 'slack' ? '/cop find' : '/cop find words: wound');
      await page.getByRole('button', { name: 'Request to join' }).first().click();
      const asking = page.getByRole('dialog');
      await asking.getByRole('textbox').first().fill('I run the leg-ulcer clinic in Leeds.');
      await there.shot(page, `${platform}-6-asking`);
      await asking.getByRole('button', { name: /Send|Submit|Ask/ }).click();
      await page.getByText('Your request is with the facilitators').first().waitFor();
      if (await close.isVisible()) await close.click();

      await page
        .getByRole('button', { name: /Amira Haddad.*for Amira|Amira Haddad/ })
        .first()
        .click();
      await member(page, 'CoP Bot').click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await page
        .getByText(/You said yes.*Ben Okafor is in/)
        .first()
        .waitFor();
      await there.shot(page, `${platform}-7-approved`);

      await be(page, 'Ben Okafor');
      await member(page, 'cop-wound-care').click();
      await types(page, 'Healing leg ulcers, a good read: https://example.org/leg-ulcers');
      const posted = page.getByRole('listitem').filter({ hasText: 'a good read' });
      await posted.hover();
      await posted.getByRole('button', { name: /^More for/ }).click();
      await there.shot(page, `${platform}-8-menu`);
      await page.getByRole('menuitem', { name: /^Pin/ }).click();
      await posted.getByText('Pinned').waitFor();
      await page
        .getByRole('complementary', { name: 'Behind the scenes' })
        .getByRole('tab', { name: 'In its store' })
        .click();
      await page
        .getByRole('complementary', { name: 'Behind the scenes' })
        .getByText(/leg.ulcers/)
        .first()
        .waitFor();
      await there.shot(page, `${platform}-9-store`);
      await types(page, platform === 'slack' ? '/cop docs find ulcers' : '/cop docs find words: ulcers');
      await page
        .getByRole('listitem')
        .filter({ hasText: /Only (you can see|visible to you)/ })
        .getByText(/leg ulcers/)
        .first()
        .waitFor();
      await there.shot(page, `${platform}-10-found`);
      expect(trouble).toEqual([]);
      expect(outside).toEqual([]);
      await page.context().close();
    });

    it('works on a phone’s width, in the dark, and by keyboard alone', async () => {
      const page = await there.open({ width: 390, height: 800 }, true);
      await page.goto(`${there.url}#/${platform}/Dev%20Patel/`);
      await page.getByRole('button', { name: 'Close the tour for good' }).click();
      await line(page).press('/');
      await page.getByRole('option').first().waitFor();
      await line(page).fill('/startcop');
      await line(page).press('Enter');
      const form = page.getByRole('dialog');
      await form.getByLabel(/^Name/).waitFor();
      await there.shot(page, `${platform}-phone-form`);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Show or hide the channels' }).press('Enter');
      await there.shot(page, `${platform}-phone-channels`);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.context().close();
    });
  });

  it('says what a wrong command is answered with, and what is wrong in a form', async () => {
    const page = await there.open();
    await page.goto(`${there.url}#/slack/Dev%20Patel/`);
    await types(page, '/nonsense');
    await page.getByText('/nonsense is not a valid command.').waitFor();
    await startCop(page, 'Wound Care');
    await page
      .getByRole('alert')
      .getByText(/That name is taken by Wound Care/)
      .waitFor();
    await there.shot(page, 'slack-form-errors');
    await page.goto(`${there.url}#/discord/Dev%20Patel/`);
    await types(page, '/nonsense');
    await page
      .getByRole('alert')
      .getByText(/there is no command/)
      .waitFor();
    await page.context().close();
  });

  it('takes what is typed in a picker for the one that begins so', async () => {
    const page = await there.open();
    for (const platform of ['slack', 'discord']) {
      await page.goto(`${there.url}#/${platform}/Joan%20Mills/`);
      await types(page, '/cop setup');
      await page.getByRole('button', { name: 'Support Team and starting' }).last().click();
      const form = page.getByRole('dialog');
      const support = form.getByLabel(/The Support Team's channel/);
      await support.pressSequentially('ann');
      await form.locator('datalist option[value=announcements]').first().waitFor({ state: 'attached' });
      await support.press('Tab');
      await form.getByRole('button', { name: 'Take announcements out' }).waitFor();
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
    }
    await page.context().close();
  });

  it('closes the tour for good', async () => {
    const page = await there.open();
    await page.goto(there.url);
    await page.getByText('1 of 8').waitFor();
    await page.getByRole('button', { name: 'Close the tour for good' }).click();
    await page.reload();
    await line(page).waitFor();
    expect(await page.getByText('1 of 8').count()).toBe(0);
    await page.context().close();
  });

  it('lets no page from elsewhere in, and shows a person nothing that isn’t theirs', async () => {
    const elsewhere = await fetch(`${there.url}api/about`, { headers: { origin: 'http://example.org' } });
    expect(elsewhere.status).toBe(403);
    const answer = await fetch(`${there.url}api/slack/screen?as=Carla%20Moreno`);
    const asCarla = (await answer.json()) as { channels: readonly { name: string }[] };
    expect(asCarla.channels.map(channel => channel.name)).not.toContain('cop-wound-care');
  });

  it('says so when the playground ends, comes back by itself, and goes on where it stopped', async () => {
    const page = await there.open();
    await page.goto(`${there.url}#/slack/Amira%20Haddad/`);
    await member(page, 'cop-wound-care').click();
    const began = Date.now();
    await there.stop();
    expect(Date.now() - began).toBeLessThan(10_000);
    await page.getByText('The playground has stopped.').waitFor();
    await there.shot(page, 'slack-stopped');
    await there.again();
    await page.getByText('The playground has stopped.').waitFor({ state: 'detached', timeout: 20_000 });
    await page.getByRole('heading', { name: 'Welcome to Wound Care' }).waitFor();
    await types(page, '/cop docs find ulcers');
    await page
      .getByText(/leg.ulcers/)
      .last()
      .waitFor();
    await page.context().close();
  });
});
