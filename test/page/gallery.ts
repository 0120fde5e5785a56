/**
 * Every card, form and panel as people see it, on both platforms, on a phone and on a desk, in either language, for whoever looks them
 * over: `npm run gallery`, or `npm run gallery -- slack de`. Into screenshots/gallery, which is ignored. Needs Chromium.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { serve } from '../../playground/demo/serve.ts';
import type { DiscordPlayground } from '../../playground/discord/index.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { openPage } from '../../playground/page/server.ts';
import { fromManifest, type SlackPlayground, startSlack } from '../../playground/slack/index.ts';
import { callings, outsider, town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { type Language, languages } from '../../src/domain/language.ts';
import { type PlatformName, platformNames } from '../../src/domain/platforms.ts';
import { german } from '../../src/messages/de/index.ts';
import type { Scene } from './acting.ts';
import { scenes } from './scenes.ts';

const people = town.people.map(({ name }) => name);
const folder = path.join(import.meta.dirname, '../../screenshots/gallery');
const widths = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const asked = process.argv.slice(2);
const wanted = <T extends string>(all: readonly T[]): readonly T[] => {
  const some = all.filter(one => asked.includes(one));
  return some.length > 0 ? some : all;
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

type There = SlackPlayground | DiscordPlayground;

async function walk(platform: PlatformName, language: Language): Promise<void> {
  const people = town.people.map(one => ({ ...one, ...(language === 'de' && { locale: 'de-DE' }) }));
  const workspaces = [{ ...town, people, ...(language === 'de' && { locale: 'de' }) }];
  const there: There =
    platform === 'slack'
      ? await startSlack({ workspaces, ...fromManifest(manifest), rateLimits: false, patienceMs: 10_000 })
      : await startDiscord({ workspaces, intents: { messageContent: true }, rateLimits: false, patienceMs: 10_000 });
  const bot = await serve({ ...tokensOf(there), WEB_PORT: '14701', PUBLIC_URL: 'https://cops.example.org' }, [there]);
  const served = await openPage({
    title: 'Gallery',
    playgrounds: [there],
    people: [...people.map(({ name }) => ({ name, calling: callings[name] ?? '' })), outsider],
    read: {},
    port: 14_700,
    peek: () => undefined,
    pages: () => undefined,
    onRead() {},
  });
  const pages = await opened(served.url, platform, language);
  let n = 0;
  for (const scene of scenes) {
    const label = `${platform}-${language}-${String(++n).padStart(2, '0')}-${scene.name}`;
    try {
      await shoot(scene, { there, language, pages, label });
    } catch (error) {
      console.error(`${label}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  for (const { page } of pages) await page.context().close();
  await served.stop();
  await bot.stop();
  await there.stop();
}

interface Open {
  readonly width: keyof typeof widths;
  readonly page: Page;
  readonly url: string;
}

const opened = (url: string, platform: string, language: Language): Promise<readonly Open[]> =>
  Promise.all(
    (Object.keys(widths) as (keyof typeof widths)[]).map(async width => {
      const context = await browser.newContext({
        viewport: widths[width],
        locale: language === 'de' ? 'de-DE' : 'en-GB',
        colorScheme: platform === 'discord' ? 'dark' : 'light',
      });
      const page = await context.newPage();
      await page.addInitScript(`localStorage['playground tour'] ??= '-1'`);
      await page.goto(`${url}#/${platform}/${encodeURIComponent('Amira Haddad')}/`);
      return { width, page, url: `${url}#/${platform}/` };
    }),
  );

interface Shooting {
  readonly there: There;
  readonly language: Language;
  readonly pages: readonly Open[];
  readonly label: string;
}

/** Private answers are gone once a page is loaded anew: one page sees it all, and only its address changes. */
async function shoot({ who, where, does }: Scene, { there, language, pages, label }: Shooting): Promise<void> {
  const called = (name: string) => people.find(one => one.startsWith(name)) ?? name;
  const persona = there.person(called(who));
  const say = (words: string) => (language === 'de' ? (german[words] ?? words) : words);
  for (const name of people) if (there.screen(name, { read: {} }).form) await there.person(name).closesForm(); // what another scene left open
  await does({
    platform: there.platform,
    persona,
    person: name => there.person(called(name)),
    say,
    inAWeek: more => afternoon(there.platform, 7 + more),
    fill: values => fill(persona, values),
  });
  await quiet(there);
  const { id } = (await persona.channels()).find(one => one.name === where) ?? {};
  const channel = where === 'direct message' ? directOf(there, persona) : (id ?? '');
  await Promise.all(
    pages.map(async ({ width, page, url }) => {
      await page.goto(`${url}${encodeURIComponent(persona.name)}/${channel}`);
      await page.waitForTimeout(500);
      await page.screenshot({ path: path.join(folder, `${label}-${width}.png`) });
    }),
  );
}

const tokensOf = (there: There): Record<string, string> =>
  there.platform === 'slack'
    ? { SLACK_BOT_TOKEN: there.botToken(), SLACK_APP_TOKEN: there.appToken, SLACK_API_URL: there.apiUrl }
    : { DISCORD_TOKEN: there.token, DISCORD_API_URL: there.apiUrl };

function afternoon(platform: PlatformName, days: number): string {
  const iso = new Date(Date.now() + days * 24 * 3600_000).toISOString().slice(0, 10);
  return platform === 'slack' ? `${iso}T14:00Z` : `${iso} 14:00`;
}

/** Nothing has gone over the wire for a while: the bot is a process of its own, and what it has yet to do shows nowhere else. A picture may come too early, and is then taken again by hand. */
async function quiet({ traffic }: There): Promise<void> {
  for (let before = -1; before !== traffic.length; ) {
    before = traffic.length;
    await sleep(800);
  }
}

const directOf = (there: There, { name }: Persona): string =>
  there.screen(name, { read: {} }).channels.find(one => one.kind === 'direct')?.id ?? 'direct message';

/** By the number of the field, for labels are in the reader's language. */
async function fill(persona: Persona, values: Readonly<Record<number, string>>): Promise<void> {
  const { fields } = await persona.form();
  await persona.submits(
    Object.fromEntries(Object.entries(values).map(([n, value]) => [fields[Number(n)]?.label ?? n, value])),
  );
}

for (const platform of wanted(platformNames)) for (const language of wanted(languages)) await walk(platform, language);
await browser.close();
