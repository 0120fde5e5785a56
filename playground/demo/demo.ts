/** `npm run demo`: the main job on both platforms, headless, told as a story. `--json` tells the same as one object. Exit code 1 if a step isn't as expected. `--year`: a year of one community instead. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import { startDiscord } from '../discord/index.ts';
import type { Playground } from '../driver.ts';
import { fromManifest, startSlack } from '../slack/index.ts';
import { town } from '../town.ts';
import { serve } from './serve.ts';
import { type Told, tell } from './story.ts';
import { callsTable, printed } from './telling.ts';

if (process.argv.includes('--year')) {
  // Its time is set, so the bot runs in that process: it stands with the tests, where everything may be imported.
  const year = fileURLToPath(new URL('../../test/year/year.ts', import.meta.url));
  process.exit(spawnSync(process.execPath, [year], { stdio: 'inherit' }).status ?? 1);
}

const json = process.argv.includes('--json');
const say = (line = ''): void => {
  if (!json) console.log(line);
};

const workspaces = [town];
const slack = await startSlack({ workspaces, ...fromManifest(manifest) });
const discord = await startDiscord({ workspaces, intents: { messageContent: true } });
const playgrounds: readonly Playground[] = [slack, discord];
const bot = await serve(
  {
    SLACK_BOT_TOKEN: slack.botToken(),
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  },
  playgrounds,
);

const stories: Told[] = [];
try {
  say('One bot, started once, serves both platforms. This is what people see.');
  for (const playground of playgrounds) {
    say(`\n${playground.platform === 'slack' ? 'On Slack' : 'On Discord'}`);
    stories.push(await tell(playground, step => say(printed(step))));
  }
} finally {
  await bot.stop();
  await Promise.all(playgrounds.map(playground => playground.stop()));
}

const passed = stories.every(story => story.steps.every(step => step.ok));
if (json) console.log(JSON.stringify({ passed, stories }, null, 2));
else {
  say(`\nPlatform calls, per use case\n\n${callsTable(stories)}`);
  say(passed ? '\nAll as expected.' : '\nSomething was not as expected; see above.');
}
process.exit(passed ? 0 : 1);
