/** The process is killed between a decision and its drawing on what was pressed, and started again: the buttons go. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { launch } from '../../playground/demo/serve.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import { tokens, up, waitedOut } from '../support/process.ts';
import { askIn, startCop } from '../support/scenes.ts';
import type { AnyPlayground, platformNames } from '../support/stage.ts';

const folders: string[] = [];
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function opened(platform: (typeof platformNames)[number]) {
  const options = { workspaces: [town], patienceMs: 40_000 };
  const playground: AnyPlayground =
    platform === 'slack'
      ? await startSlack(options)
      : await startDiscord({ ...options, intents: { messageContent: true } });
  running.push(playground);
  const folder = mkdtempSync(path.join(tmpdir(), 'cop-pressed-'));
  folders.push(folder);
  const start = async () => {
    const bot = launch({ ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite`, LOG_LEVEL: 'info' });
    running.push(bot);
    await up(bot, playground);
    return bot;
  };
  const first = await start();
  const [amira, ben] = [playground.person('Amira Haddad'), playground.person('Ben Okafor')];
  await startCop(amira);
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, { in: 'direct message' });

  /** Its drawing is on its way, and no answer to that has come: then the process ends. */
  async function killedAt(call: string, press: () => Promise<void>) {
    playground.injects({ on: call, times: 2, does: { hang: true } });
    const before = playground.traffic.filter(one => one.name === call).length;
    void press().catch(() => {});
    await playground.until(() => playground.traffic.filter(one => one.name === call).length > before, call);
    first.kill();
    await first.ended;
    const second = await start();
    const store = await waitedOut(folder, second);
    expect(await store.db.selectFrom('join_requests').select('state').execute()).toEqual([{ state: 'approved' }]);
    expect(
      await store.db.selectFrom('effects').select(['state', 'error']).where('kind', '=', 'redraw').execute(),
    ).toEqual(call === 'views.publish' ? [] : [{ state: 'done', error: null }]);
    await store.close();
  }
  return { amira, killedAt };
}

const buttons = (who: Persona, pattern: RegExp, where: string) =>
  who.seesNow(pattern, { in: where }).flatMap(one => one.buttons.map(button => button.label));

describe('killed while the answer is on its way', () => {
  it.each([
    ['slack', 'chat.update'],
    ['discord', 'POST /interactions/:id/:token/callback'],
  ] as const)('the card on %s', { timeout: 150_000 }, async (platform, call) => {
    const { amira, killedAt } = await opened(platform);
    await killedAt(call, () => amira.presses('Approve', { in: 'direct message' }));
    await amira.sees(/Ben Okafor asks to join.*said yes/s, { in: 'direct message' });
    const left = buttons(amira, /Ben Okafor asks to join/, 'direct message');
    expect(left.filter(label => label !== 'Say hello')).toEqual([]); // once Ben is in, too
  });

  it("Slack's private panel", { timeout: 150_000 }, async () => {
    const { amira, killedAt } = await opened('slack');
    await amira.types('/cop home', { in: 'general' });
    await amira.sees(/This week.*One thing is waiting for you/s);
    await killedAt('response_url', () => amira.presses('Approve', { with: /This week/ }));
    expect(buttons(amira, /This week/, 'general')).not.toContain('Approve');
  });

  it("Slack's Home", { timeout: 150_000 }, async () => {
    const { amira, killedAt } = await opened('slack');
    await amira.home();
    await killedAt('views.publish', () => amira.presses('Approve', { in: 'home' }));
    expect(buttons(amira, /This week/, 'home')).not.toContain('Approve');
  });
});
