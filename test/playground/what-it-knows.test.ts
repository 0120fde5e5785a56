/** What a bot other than ours can use of the playground: a list that is read off its tables (`-u` writes it anew). */
import { expect, it } from 'vitest';
import { routeNames } from '../../playground/discord/routes/table.ts';
import { methods } from '../../playground/slack/methods/table.ts';

const slack = Object.entries(methods)
  .map(([name, { scopes = [] }]) => ({ name, scopes }))
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(
    ({ name, scopes }) => `- \`${name}\`${scopes.length > 0 ? `: ${scopes.map(one => `\`${one}\``).join(', ')}` : ''}`,
  );
const discord = [...routeNames].sort().map(name => `- \`${name}\``);

it('is written down in playground/what-it-knows.md', async () => {
  await expect(`# What the playground knows

Any other method or route is refused, as one that is not there.

## Slack: methods, each with the scopes of which it asks for one

\`apps.connections.open\` opens a socket, with the app's token.

${slack.join('\n')}

## Discord: routes

${discord.join('\n')}
`).toMatchFileSnapshot('../../playground/what-it-knows.md');
});
