/** Bots that are killed and started again. One that came back well is the next to be killed: half as many have to be started, and what one leaves meets the next. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { launch, type Served } from '../../playground/demo/serve.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import { fromManifest, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import type { PlatformName } from '../../src/platform/chat-platform.ts';
import { tokens, up } from './process.ts';
import type { AnyPlayground } from './stage.ts';

export interface Scene {
  readonly playground: AnyPlayground;
  readonly folder: string;
  /** What the bot is told, and `copbot` beside it. */
  readonly env: Readonly<Record<string, string>>;
  /** Nobody waits until it is up. */
  begin(): Served;
  start(): Promise<Served>;
}

export interface Standing {
  readonly scene: Scene;
  readonly bot: Served;
}

/** `anew`: where nothing has happened yet. `goesOn`: called at the end of a test that went well. */
export function goingOn(environment: (folder: string) => Readonly<Record<string, string>> = () => ({})): {
  whoIsUp(platform: PlatformName, anew?: boolean): Promise<Standing & { readonly isNew: boolean }>;
  goesOn(standing: Standing): void;
} {
  let standing: Standing | undefined;
  let of: PlatformName | undefined;
  const folders: string[] = [];
  const running: { stop(): Promise<void> }[] = [];

  async function end(): Promise<void> {
    standing = undefined;
    for (const one of running.splice(0).reverse()) await one.stop();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
  afterEach(async () => {
    if (!standing) await end(); // it went wrong: the next has a bot of its own
  });
  afterAll(end);

  async function newScene(platform: PlatformName): Promise<Scene> {
    const options = { workspaces: [town], patienceMs: 40_000, rateLimits: false };
    const playground: AnyPlayground =
      platform === 'slack'
        ? await startSlack({ ...options, ...fromManifest(manifest) })
        : await startDiscord({ ...options, intents: { messageContent: true } });
    running.push(playground);
    const folder = mkdtempSync(path.join(tmpdir(), 'cop-kill-'));
    folders.push(folder);
    const given = { ...tokens(playground), DATABASE_URL: `sqlite:${folder}/cop.sqlite`, LOG_LEVEL: 'info' };
    const env = { ...given, ...environment(folder) };
    const begin = () => {
      const bot = launch(env);
      running.push(bot);
      return bot;
    };
    const start = async () => {
      const bot = begin();
      await up(bot, playground);
      return bot;
    };
    return { playground, folder, env, begin, start };
  }

  return {
    async whoIsUp(platform, anew = false) {
      const before = standing;
      standing = undefined;
      if (before && of === platform && !anew) return { ...before, isNew: false };
      await end();
      of = platform;
      const scene = await newScene(platform);
      return { scene, bot: await scene.start(), isNew: true };
    },
    goesOn(next) {
      standing = next;
    },
  };
}
