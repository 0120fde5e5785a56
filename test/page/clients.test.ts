/** What people do in the clients beside the bot, on the page: and what its tour, its panel and its keyboard do. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Visit, visit, whyNot } from './browser.ts';

const line = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
const channels = (page: Page) => page.getByRole('navigation', { name: 'Channels' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Behind the scenes' });
const messages = (page: Page) => page.getByRole('list', { name: /^Messages in/ });

async function says(page: Page, words: string): Promise<void> {
  await line(page).fill(words);
  await page.getByRole('button', { name: 'Send' }).click();
  await messages(page).getByText(words).last().waitFor();
}

async function menuOf(page: Page, words: string, entry: string | RegExp): Promise<void> {
  const message = messages(page).getByRole('listitem').filter({ hasText: words }).last();
  await message.hover();
  await message.getByRole('button', { name: /^More for the message/ }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

const patiently = { timeout: 10_000 };

/** What axe finds, serious or moderate or worse. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(one => ({ id: one.id, impact: one.impact, where: one.nodes.map(n => n.target.join(' ')).slice(0, 3) })))`,
  );
  return (found as { id: string; impact: string; where: string[] }[])
    .filter(({ impact }) => impact !== 'minor')
    .map(({ id, where }) => `${id}: ${where.join(', ')}`);
}

describe.skipIf(whyNot)('in the browser', { timeout: 120_000 }, () => {
  let there: Visit;
  beforeAll(async () => {
    there = await visit(14_600);
  }, 120_000);
  afterAll(() => there?.close());

  async function be(platform: string, name: string, more: { phone?: boolean; dark?: boolean } = {}): Promise<Page> {
    const page = await there.open(more.phone ? { width: 390, height: 844 } : undefined, more.dark);
    await page.addInitScript(`localStorage['playground tour'] ??= '-1'`);
    await page.goto(`${there.url}#/${platform}/${encodeURIComponent(name)}/`);
    await line(page).waitFor();
    return page;
  }

  describe.each(['slack', 'discord'] as const)('on %s', platform => {
    const slack = platform === 'slack';

    it('people answer, change, react to, find and drop things', async () => {
      const page = await be(platform, 'Amira Haddad');
      await line(page).pressSequentially('Who comes, @be');
      await page.getByRole('option', { name: '@Ben Okafor' }).waitFor();
      await line(page).press('Enter');
      expect(await line(page).inputValue()).toBe('Who comes, @Ben Okafor ');
      await line(page).pressSequentially('to #ann');
      await line(page).press('Tab');
      expect(await line(page).inputValue()).toBe('Who comes, @Ben Okafor to #announcements ');
      await line(page).press('Enter');
      await messages(page).getByText('@Ben Okafor').waitFor();
      await menuOf(page, 'Who comes', /Edit message/);
      await page.getByRole('textbox', { name: 'Edit the message' }).fill('Who comes at four?');
      await page.getByRole('button', { name: 'Save' }).click();
      await messages(page).getByText('(edited)').waitFor();

      await menuOf(page, 'Who comes at four?', 'React with 🎉');
      const reaction = messages(page).getByRole('button', { name: '🎉 by Amira Haddad' });
      expect(await reaction.getAttribute('aria-pressed')).toBe('true');
      await reaction.click();
      await reaction.waitFor({ state: 'detached' });

      await menuOf(page, 'Who comes at four?', /^Reply/);
      const answer = page.getByRole('combobox', { name: /^Reply/ });
      await answer.fill('I do');
      await answer.press('Enter');
      if (slack) {
        await page.getByRole('complementary', { name: 'Thread' }).getByText('I do').waitFor();
        await messages(page).getByRole('button', { name: '1 reply' }).first().waitFor();
        await page.getByRole('button', { name: 'Close: Thread' }).click();
        expect(await messages(page).getByText('I do').count()).toBe(0);
      } else await messages(page).getByRole('button', { name: 'Amira Haddad Who comes at four?' }).waitFor();

      await page.getByRole('button', { name: 'Search in this channel' }).click();
      await page.getByRole('searchbox').fill('at four');
      await page.getByRole('status').filter({ hasText: 'found' }).waitFor();
      await page.getByRole('button', { name: 'Close: Search' }).click();

      await page.evaluate(`{
        const data = new DataTransfer();
        data.items.add(new File(['leg ulcers'], 'ulcers.txt', { type: 'text/plain' }));
        document.querySelector('.composer').dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }));
      }`);
      await page.getByText('ulcers.txt').waitFor();
      await page.getByRole('button', { name: 'Send' }).click();
      await messages(page)
        .getByRole('link', { name: /ulcers\.txt/ })
        .waitFor();
      await page.context().close();
    });

    it('begins a “New” line where somebody else went on, and has a private channel of one’s own', async () => {
      const name = slack ? 'Amira Haddad' : 'Joan Mills';
      const page = await be(platform, name);
      await page.getByRole('button', { name: 'Add a channel…' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('our-corner');
      await page.getByRole('dialog').getByRole('button', { name: 'Do it' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await channels(page).getByRole('button', { name: 'our-corner' }).click();
      await page.getByRole('heading', { name: 'our-corner' }).waitFor();
      await page.getByRole('button', { name: 'More for this channel' }).click();
      await page.getByRole('menuitem', { name: slack ? 'Add somebody…' : 'Give somebody access…' }).click();
      await page.getByRole('dialog').getByLabel('Who').selectOption('Ben Okafor');
      await page.getByRole('dialog').getByRole('button', { name: 'Do it' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await says(page, 'Welcome to our corner');
      const other = await be(platform, 'Ben Okafor');
      await channels(other).getByRole('button', { name: 'our-corner' }).click();
      await messages(other).getByText('Welcome to our corner').waitFor();
      await channels(other).getByRole('button', { name: 'general' }).click();
      await other.getByRole('heading', { name: 'general' }).waitFor();
      await says(page, 'One more thing');
      await channels(other).locator('.news', { hasText: 'our-corner' }).click();
      await messages(other).locator('.new-line + li', { hasText: 'One more thing' }).waitFor();
      await other.context().close();
      await page.context().close();
    });

    it('keeps private answers no longer than the page, shows what was refused over a form, and leads the focus back', async () => {
      const page = await be(platform, 'Dev Patel');
      await line(page).fill(slack ? '/cop find' : '/cop find ');
      await line(page).press('Enter');
      const mine = page.getByText(/Only (visible to you|you can see)/).first();
      await mine.waitFor();
      await page.reload();
      await line(page).waitFor();
      expect(await mine.count()).toBe(0);

      await line(page).fill('/startcop');
      await line(page).press('Enter');
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: /Start it|Submit/ }).click();
      await form.getByRole('alert').first().waitFor();
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
      await expect
        .poll(() => page.evaluate('document.activeElement?.matches(".composer textarea")'), patiently)
        .toBe(true);

      await page.getByRole('button', { name: 'More for this channel' }).click();
      await page.getByRole('menuitem').first().waitFor();
      await page.keyboard.press('Escape');
      await expect
        .poll(() => page.evaluate('document.activeElement?.getAttribute("aria-label")'), patiently)
        .toBe('More for this channel');
      await page.context().close();
    });

    it('takes a right away in its panel, says so there, and gives it back', async () => {
      const page = await be(platform, 'Joan Mills', { phone: true });
      await page.getByRole('button', { name: 'Behind the scenes' }).click();
      await panel(page).getByRole('tab', { name: 'The platform' }).click();
      await there.shot(page, `${platform}-phone-platform`);
      const what = slack ? 'pins:read' : 'PIN_MESSAGES';
      await panel(page)
        .getByRole('button', { name: /^Take a (scope away|permission from the bot)…/ })
        .click();
      await page.getByRole('dialog').getByRole('combobox').selectOption(what);
      await page.getByRole('dialog').getByRole('button', { name: 'Do it' }).click();
      await panel(page).getByRole('list', { name: 'Not as it should be' }).getByText(what).waitFor();
      await panel(page)
        .getByRole('button', { name: /^Give a (scope back|permission to the bot)…/ })
        .click();
      await page.getByRole('dialog').getByRole('button', { name: 'Do it' }).click();
      await panel(page).getByText('All is as it should be.').waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await page.context().close();
    });

    it.each([
      ['wide, in the light', {}],
      ['on a phone, in the dark', { phone: true, dark: true }],
    ])('passes the rules of axe, %s', async (_, more) => {
      const page = await be(platform, 'Amira Haddad', more);
      await says(page, 'A word for axe, and more in #announcements for all: https://example.org');
      const found = [await faults(page)];
      await page.getByRole('button', { name: 'More for this channel' }).click();
      found.push(await faults(page));
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /people$/ }).click();
      found.push(await faults(page));
      if ('phone' in more) await page.getByRole('button', { name: 'Behind the scenes' }).click();
      for (const tab of ['In its store', 'The platform']) {
        await panel(page).getByRole('tab', { name: tab }).click();
        found.push(await faults(page));
      }
      await panel(page).getByRole('button', { name: 'Close this panel' }).click();
      // What is open is kept a moment after it is drawn, and the tour with it.
      await expect.poll(() => page.evaluate(`localStorage['playground panel']`), patiently).toBe('closed');
      await page.evaluate(`localStorage['playground tour'] = '0'`);
      await page.reload();
      await page.getByRole('complementary', { name: 'A short tour' }).waitFor();
      await line(page).fill('/startcop');
      await line(page).press('Enter');
      await page.getByRole('dialog').getByLabel(/^Name/).waitFor();
      found.push(await faults(page));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.goto(`${there.url}#/${platform}/Eli%20Novak/`);
      await page.getByRole('heading', { name: 'Eli Novak is outside' }).waitFor();
      found.push(await faults(page));
      expect(found.flat()).toEqual([]);
      await page.context().close();
    });

    it('leads through its tour: each button does what it says, and a step goes on once it is done', async () => {
      const page = await there.open();
      await page.goto(`${there.url}#/${platform}/Dev%20Patel/`);
      const tour = page.getByRole('complementary', { name: 'A short tour' });
      const step = (n: number) => tour.getByText(`${n} of 8`).waitFor({ timeout: 40_000 });
      const holds = (words: string) => expect.poll(() => line(page).inputValue(), patiently).toBe(words);
      const close = async () => {
        const button = page.getByRole('dialog').getByRole('button', { name: 'Close' }).first();
        if (await button.isVisible()) await button.click();
      };
      await tour.getByRole('button', { name: 'Be Amira, type /startcop' }).click();
      await holds('/startcop');
      await page.getByRole('button', { name: 'Send' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel(/^Name/).fill('Wound Care');
      await form.getByLabel(/What do you care about/).fill('Healing wounds');
      await form.getByRole('button', { name: /Start it|Submit/ }).click();
      await page.getByText('Your space is ready').first().waitFor({ timeout: 40_000 });
      await close();
      await step(2);
      await tour.getByRole('button', { name: 'Be Ben, type /cop find' }).click();
      await holds('/cop find');
      await page.getByRole('button', { name: 'Send' }).click();
      await page.getByRole('button', { name: 'Request to join' }).first().click();
      await form.getByRole('button', { name: /Send|Submit|Ask/ }).click();
      await step(3);
      await close();
      await tour.getByRole('button', { name: 'Be Amira, and look' }).click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await step(4);
      await tour.getByRole('button', { name: 'Be Ben, type it' }).click();
      await page.getByRole('heading', { name: 'cop-wound-care' }).waitFor();
      await holds('Healing leg ulcers, a good read: https://example.org/leg-ulcers');
      await page.getByRole('button', { name: 'Send' }).click();
      await messages(page).getByText('a good read').waitFor();
      await menuOf(page, 'a good read', /^Pin/);
      await step(5);
      await tour.getByRole('button', { name: 'Be Ben, type /cop docs find ulcers' }).click();
      await holds('/cop docs find ulcers');
      await page.getByRole('button', { name: 'Send' }).click();
      await step(6);
      await tour.getByRole('button', { name: 'Show it on a phone' }).click();
      const phone = page.frameLocator('iframe[title="The page on a phone"]');
      await phone.getByRole('button', { name: 'Show or hide the channels' }).waitFor();
      await there.shot(page, `${platform}-tour-phone`);
      await page.keyboard.press('Escape');
      await tour.getByRole('button', { name: 'Next' }).click();
      await tour.getByRole('button', { name: 'Be Eli' }).click();
      await page.getByRole('heading', { name: 'Eli Novak is outside' }).waitFor();
      await tour.getByRole('button', { name: 'Next' }).click();
      await tour.getByRole('button', { name: 'Be Carla, type /cop find' }).click();
      await holds('/cop find');
      await tour.getByRole('button', { name: 'Done' }).click();
      await tour.waitFor({ state: 'detached' });
      await page.context().close();
    });
  });

  it('Enter sends a command as it stands, and takes no suggestion that is optional', async () => {
    const page = await be('discord', 'Ben Okafor');
    await line(page).fill('/cop guide ');
    await page.getByRole('option', { name: 'Start-up guide' }).waitFor();
    await line(page).press('Enter');
    await page.getByText('The guides').first().waitFor();
    await expect.poll(() => line(page).inputValue(), patiently).toBe('');
    await page.context().close();
  });

  it('has no line where nobody can write, and says why', async () => {
    const page = await be('slack', 'Ben Okafor');
    await channels(page).getByRole('button', { name: 'CoP Bot' }).click();
    await page.getByText('Messages to this app are switched off').waitFor();
    expect(await line(page).count()).toBe(0);
    await page.context().close();
  });

  it('leads straight to the messages, by keyboard', async () => {
    const page = await be('slack', 'Ben Okafor');
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Skip to the messages' }).press('Enter');
    expect(await page.evaluate('document.activeElement?.id')).toBe('messages');
    await page.context().close();
  });

  it('tells the time in the language and the time zone of whoever reads', async () => {
    const page = await be('slack', 'Amira Haddad');
    await says(page, 'At this very moment');
    const shown = (of: Page) =>
      messages(of).getByRole('listitem').filter({ hasText: 'At this very moment' }).locator('time').innerText();
    const dev = await be('slack', 'Dev Patel');
    await messages(dev).getByText('At this very moment').waitFor();
    const [london, kolkata] = [await shown(page), await shown(dev)].map(
      at => Number(at.split(':')[0]) * 60 + Number(at.split(':')[1]),
    );
    expect(((kolkata ?? 0) - (london ?? 0) + 1440) % 1440).toBeOneOf([270, 330]);
    await dev.context().close();
    await page.context().close();
  });
});
