/** Both playgrounds in a process of their own, which can be made to stand still: it takes every connection then, and answers nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { compiled } from '../../playground/demo/serve.ts';
import { startDiscord } from '../../playground/discord/index.ts';
import type { Persona } from '../../playground/driver.ts';
import { startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';

export interface Apart {
  readonly slack: Record<string, string>;
  readonly discord: Record<string, string>;
  /** On either platform a CoP is begun, and nothing is waited for. */
  begins(): Promise<void>;
  standsStill(): void;
  end(): Promise<void>;
}

export async function apart(): Promise<Apart> {
  const child = spawn(process.execPath, [import.meta.filename, 'serve'], {
    env: { ...process.env, ...compiled },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [told] = (await once(child, 'message')) as [Pick<Apart, 'slack' | 'discord'>];
  return {
    ...told,
    async begins() {
      const begun = once(child, 'message');
      child.send('begin');
      await begun;
    },
    standsStill: () => void child.kill('SIGSTOP'),
    async end() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function serve(): Promise<void> {
  const slack = await startSlack({ workspaces: [town] });
  const discord = await startDiscord({ workspaces: [town] });
  const begin = async (amira: Persona) => {
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    await amira.submits({ Name: 'Wound Care', 'What do you care about?': 'Healing wounds' });
  };
  process.on('message', async () => {
    const places = [slack, discord].filter(one => one.connected());
    await Promise.all(places.map(one => begin(one.person('Amira Haddad'))));
    process.send?.('begun');
  });
  process.send?.({
    slack: { SLACK_BOT_TOKEN: slack.botToken(), SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl },
    discord: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
  });
}

if (process.argv[2] === 'serve' && path.resolve(process.argv[1] ?? '') === import.meta.filename) await serve();
