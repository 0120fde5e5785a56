/** The public page over real HTTP, from a real store: what anybody may read, and nothing else. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { pagePathOf } from '../../src/domain/cop.ts';
import type { CopId, NetworkId, WorkspaceKey } from '../../src/domain/ids.ts';
import * as posts from '../../src/store/posts.ts';
import { startWeb, type Web } from '../../src/web/serve.ts';
import { quietly } from '../support/stage.ts';
import { amira, at, choose, type Village, village } from '../support/village.ts';

let it_: Village;
let web: Web;
let network: NetworkId;
beforeEach(async () => {
  it_ = await village();
  web = await startWeb(it_.store, 0);
  network = (
    await it_.store.db
      .selectFrom('cops')
      .select('network_id')
      .where('id', '=', it_.cop as CopId)
      .executeTakeFirstOrThrow()
  ).network_id;
});
afterEach(async () => {
  await web.stop();
  await it_.store.close();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${web.port}${path}`, { headers, redirect: 'manual' });
const pathOf = async (id: string) => {
  const { slug } = await it_.store.db
    .selectFrom('cops')
    .select('slug')
    .where('id', '=', id as CopId)
    .executeTakeFirstOrThrow();
  return pagePathOf({ id: id as CopId, slug });
};
const change = (values: object) =>
  it_.store.db
    .updateTable('cops')
    .set(values)
    .where('id', '=', it_.cop as CopId)
    .execute();

/** As if the card had been posted there. */
async function shared(channel: string) {
  await it_.presses(amira, 'cop share', { cop: it_.cop, channel });
  const { id } = await it_.store.db
    .selectFrom('effects')
    .select('id')
    .where('wish', 'like', `%"channel":"${channel}"%`)
    .executeTakeFirstOrThrow();
  const post = {
    effectId: id,
    workspace: 'discord:here' as WorkspaceKey,
    channelId: channel,
    messageId: 'm',
    language: 'en' as const,
  };
  const about = { kind: 'cop', id: it_.cop as CopId } as const;
  await it_.store.db.transaction().execute(tx => posts.add(tx, network, post, 'cop-invitation', about));
}

it('asks whoever comes while the database is away to come again, and says why in the log alone', async () => {
  const lines: object[] = [];
  const printed = vi.spyOn(console, 'error');
  await web.stop();
  web = await startWeb(it_.store, 0, [], undefined, quietly(lines));
  const path = await pathOf(it_.cop);
  expect((await get(path)).status).toBe(200);
  await it_.store.close();
  for (const one of [path, path, `/calendar/${'x'.repeat(43)}.ics`]) {
    const answer = await get(one);
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
      503,
      '30',
      'no-store',
    ]);
    expect(await answer.text()).toBe('Back in a moment.\nGleich wieder da.\n');
  }
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
  expect(lines.filter(line => 'level' in line && line.level === 'error')).toEqual([
    expect.objectContaining({ sentence: 'a page could not be answered' }),
  ]);
});

describe('the public page', () => {
  it('tells name, domain, statement and how many; nobody is named', async () => {
    await it_.presses(amira, 'cop edit', {
      cop: it_.cop,
      name: 'Wound Care',
      domain: 'Healing wounds',
      statement: 'We are nurses, so that wounds close',
    });
    const answer = await get(await pathOf(it_.cop));
    const words = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    for (const shown of ['<h1 dir="auto">Wound Care</h1>', 'Healing wounds', 'We are nurses, so that wounds close'])
      expect(words).toContain(shown);
    for (const hidden of [
      'Members',
      'people so far',
      'Amira',
      'Mo',
      'Al',
      'Ivy',
      'Nia',
      'clinic',
      'Dressing',
      'space-1',
      it_.cop,
      'u-amira',
    ])
      expect(words).not.toMatch(new RegExp(`\\b${hidden}\\b`));
  });

  it('tells how to get an account as an administrator said it, and nothing until then', async () => {
    const ada = { ...at('here', 'u-ada', 'Ada'), admin: true };
    const chooses = (options: Record<string, string>) =>
      it_.presses(ada, 'settings choose', { section: 'way-in', ...options });
    const page = async () => (await get(await pathOf(it_.cop))).text();
    const first = (words: string) => /<section class="step">\s*<h2>1\.(.*?)<\/section>/s.exec(words)?.[1] ?? '';
    expect(first(await page())).toMatch(/Discord server.*Whoever gave you this link/s);
    expect(first(await page())).not.toContain('href');

    expect(await chooses({ how: 'link', link: 'http://localhost/join' })).toMatch(/Nobody outside/);
    expect(await chooses({ how: 'link', link: 'javascript:alert(1)' })).toMatch(/Only addresses/);
    expect(await chooses({ how: 'person', person: '  ' })).toMatch(/Write whom to ask/);
    expect(first(await page())).not.toContain('href');

    expect(await chooses({ how: 'link', link: 'https://join.example.org/us' })).toMatch(/leads them to/);
    expect(first(await page())).toMatch(/href="https:\/\/join\.example\.org\/us">Join the server</);
    expect(await chooses({ how: 'person', person: 'Joan Mills <joan@example.org>', link: 'https://x.org' })).toMatch(
      /Joan/,
    );
    expect(first(await page())).toContain('<strong>Joan Mills &lt;joan@example.org&gt;</strong>');
    expect(first(await page())).not.toContain('href');
    expect(await (await get(await pathOf(it_.cop), { 'accept-language': 'de' })).text()).toMatch(
      /1\. Auf unseren Discord-Server kommen.*wende dich an.*2\. Beitritt anfragen/s,
    );
    await chooses({ how: 'untold' });
    expect(await page()).not.toContain('Joan');
  });

  it('promises no answer of its facilitators where it has none, and no quick one while it rests', async () => {
    const path = await pathOf(it_.cop);
    const asked = async (language = 'en') => {
      const words = await (await get(path, { 'accept-language': language })).text();
      return /<h2>2\.(.*?)<\/section>/s.exec(words)?.[1] ?? '';
    };
    expect(await asked()).toMatch(/Its facilitators answer you there\.</);
    await change({ unattended_since: 1 });
    expect(await asked()).toMatch(/choose <strong>.*Nobody facilitates it at the moment: your request is kept/);
    expect(await asked()).not.toContain('Its facilitators answer');
    expect(await asked('de')).toMatch(/Gerade begleitet sie niemand/);
    await shared('c1');
    expect(await asked()).toMatch(/Find the card of .*Nobody facilitates it at the moment/);
    await change({ unattended_since: null, resting_since: 1 });
    expect(await asked()).toMatch(/It rests for now, so that may take a little longer/);
    await change({ resting_since: null });
    expect(await asked()).toMatch(/Its facilitators answer you there\.</);
  });

  it('unfurls as plain words: name and what it is about, no picture', async () => {
    await change({ name: 'Wound "Care"', domain: 'Healing & more' });
    const words = await (await get(await pathOf(it_.cop))).text();
    expect(words).toContain('<meta property="og:title" content="Wound &quot;Care&quot;">');
    expect(words).toContain('<meta property="og:description" content="Healing &amp; more">');
    expect(words).not.toContain('og:image');
  });

  it('is in the language that the browser prefers, of those spoken here', async () => {
    const inLanguage = async (accepted: string) => {
      const answer = await get(await pathOf(it_.cop), { 'accept-language': accepted });
      expect(answer.headers.get('vary')).toMatch(/Accept-Language/);
      return answer.text();
    };
    expect(await inLanguage('fr;q=0.9, de-AT;q=0.8, en;q=0.5')).toMatch(/<html lang="de">.*Worum es geht/s);
    expect(await inLanguage('fr, *;q=0.1')).toMatch(/<html lang="en">.*What it cares about/s);
  });

  it('is for no search engine and gives away no reader', async () => {
    const answer = await get(await pathOf(it_.cop));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=60',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      ),
    });
    expect(await answer.text()).toContain('<meta name="robots" content="noindex, nofollow">');
  });

  it('shows what people wrote to the letter', async () => {
    await change({ name: '<script>alert(1)</script>', domain: '"><img src=x onerror=alert(1)> & **bold**' });
    const words = await (await get(await pathOf(it_.cop))).text();
    expect(words).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(words).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp; **bold**');
    expect(words).not.toMatch(/<script|<img/);
  });

  it('need not be sent twice', async () => {
    const path = await pathOf(it_.cop);
    const tag = (await get(path)).headers.get('etag') ?? '';
    const again = await get(path, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('referrer-policy')).toBe('no-referrer');
    await change({ domain: 'Something new' });
    expect((await get(path, { 'if-none-match': tag })).status).toBe(200);
  });

  it('answers alike for what is unknown, unlisted, closed, and not open yet', async () => {
    const path = await pathOf(it_.cop);
    const seen = async (where: string) => {
      const answer = await get(where);
      const { date: _date, ...headers } = Object.fromEntries(answer.headers);
      return { status: answer.status, headers, words: await answer.text() };
    };
    const unknown = await seen('/c/wound-care-0000000000');
    expect(unknown.status).toBe(404);
    expect(await seen('/c/wound-care')).toEqual(unknown);
    await change({ unlisted: 1 });
    expect(await seen(path)).toEqual(unknown);
    await change({ unlisted: 0, closed_at: 1 });
    expect(await seen(path)).toEqual(unknown);
    await change({ closed_at: null, state: 'starting' });
    expect(await seen(path)).toEqual(unknown);
  });

  it('tells two CoPs of the same name in two networks apart', async () => {
    const theirs = await it_.store.db
      .selectFrom('cops')
      .select('id')
      .where('workspace_id', '=', 'discord:there' as never)
      .executeTakeFirstOrThrow();
    expect(await (await get(await pathOf(theirs.id))).text()).toContain('The same elsewhere');
    expect(await (await get(await pathOf(it_.cop))).text()).not.toContain('The same elsewhere');
  });

  it('is found under its old name, and in any script', async () => {
    const old = await pathOf(it_.cop);
    await it_.presses(amira, 'cop edit', { cop: it_.cop, name: 'جروح', domain: 'Healing wounds' });
    const led = await get(old);
    expect(led.status).toBe(302);
    const there = new URL(led.headers.get('location') ?? '', `http://127.0.0.1:${web.port}${old}`).pathname;
    expect(there).toBe(await pathOf(it_.cop));
    expect(await (await get(there)).text()).toContain('<h1 dir="auto">جروح</h1>');
  });

  it('leads to the channel where it was shared last, else to the server; never into the space', async () => {
    const path = await pathOf(it_.cop);
    expect(await (await get(path)).text()).toContain('href="https://discord.com/channels/here"');
    await shared('c1');
    await shared('c2');
    expect(await (await get(path)).text()).toMatch(/Find the card of <strong>.*Request to join/);
    expect(await (await get(path)).text()).toContain('href="https://discord.com/channels/here/c2"');
  });

  it('leads to no card where whoever comes from outside sees nothing: in another CoP’s space, with the Support Team, in the forum', async () => {
    const path = await pathOf(it_.cop);
    const page = async () => (await get(path)).text();
    await choose(it_, { supportChannel: 'support-1', forum: 'there', forumChannel: 'forum-1' });
    for (const channel of ['space-2', 'support-1', 'forum-1']) await shared(channel);
    expect(await page()).toContain('href="https://discord.com/channels/here"');
    expect(await page()).not.toMatch(/Find the card of|space-2|support-1|forum-1/);
    await shared('c1');
    await it_.store.db.updateTable('cops').set({ space_id: 'space-4' }).where('space_id', '=', 'space-2').execute();
    await shared('space-4');
    expect(await page()).toContain('href="https://discord.com/channels/here/c1"');
  });

  it('opens Slack with team and channel', async () => {
    const started = await it_.invoke({
      id: 'slack-1',
      by: { platform: 'slack', workspace: 'T1', id: 'U1', name: 'Sol' },
      locale: 'en',
      from: 'form',
      command: 'cop start',
      options: { name: 'On Slack', domain: 'Slack' },
    });
    expect('say' in started).toBe(true);
    const { id } = await it_.store.db
      .updateTable('cops')
      .set({ state: 'open' })
      .where('name', '=', 'On Slack')
      .returning('id')
      .executeTakeFirstOrThrow();
    const words = await (await get(await pathOf(id))).text();
    expect(words).toContain('href="https://app.slack.com/client/T1"');
    expect(words).toContain('<strong>/cop join</strong> <strong>On Slack</strong>');
  });
});

it.each(['/healthz', '/health'])('says at %s that it is alive', async path => {
  const alive = await get(path);
  expect([alive.status, await alive.json(), alive.headers.get('cache-control')]).toEqual([
    200,
    { status: 'ok', version: about.version },
    'no-store',
  ]);
});

it('has nothing else', async () => {
  for (const path of ['/', '/c/', '/c/x/y', '/robots.txt', '/health/x']) expect((await get(path)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${web.port}/health`, { method: 'POST' })).status).toBe(404);
});

it('says so where its port is taken', async () => {
  await expect(startWeb(it_.store, web.port)).rejects.toThrow(/EADDRINUSE/);
});
