/** What the platforms tell of languages, and when: https://docs.slack.dev/reference/methods/users.info, https://docs.discord.com/developers/interactions/application-commands#localization */
import { afterEach, expect, test } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../playground/discord/index.ts';
import { type SlackPlayground, startSlack } from '../../playground/slack/index.ts';
import { town } from '../../playground/town.ts';

let there: DiscordPlayground | SlackPlayground | undefined;
afterEach(() => there?.stop());

test('Slack tells a locale only to who asks for it', async () => {
  const slack = await startSlack({ workspaces: [town], scopes: ['users:read'] });
  there = slack;
  const asked = async (args: Record<string, string>) => {
    const headers = { authorization: `Bearer ${slack.botToken()}` };
    const body = new URLSearchParams({ user: slack.person('Carla Moreno').id, ...args });
    const answer = await fetch(new URL('users.info', `${slack.apiUrl.replace(/\/?$/, '/')}`), {
      method: 'POST',
      headers,
      body,
    });
    return (await answer.json()) as { user: { tz?: string; locale?: string } };
  };
  expect((await asked({})).user).toMatchObject({ tz: 'Europe/Berlin' });
  expect((await asked({})).user.locale).toBeUndefined();
  expect((await asked({ include_locale: 'true' })).user.locale).toBe('de-DE');
});

test('Discord tells what commands are called elsewhere only to who asks for it, and shows it to who reads that', async () => {
  const discord = await startDiscord({ workspaces: [town] });
  there = discord;
  const route = `${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`;
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const description_localizations = { de: 'Probieren' };
  const send = (words: Record<string, string>) =>
    fetch(route, {
      method: 'PUT',
      headers,
      body: JSON.stringify([
        {
          name: 'try',
          description: 'Try',
          description_localizations: words,
          options: [{ type: 3, name: 'what', description: 'What', description_localizations }],
        },
      ]),
    });
  expect((await send({ de: 'x'.repeat(101) })).status).toBe(400);
  expect((await send(description_localizations)).status).toBe(200);
  const known = async (query = '') => (await (await fetch(route + query, { headers })).json()) as object[];
  expect(JSON.stringify(await known())).not.toContain('localizations');
  expect(await known('?with_localizations=true')).toMatchObject([
    { description_localizations, options: [{ description_localizations }] },
  ]);
  const [hers] = await discord.person('Carla Moreno').completions('/tr');
  expect(hers).toMatchObject({ summary: 'Probieren', options: [{ summary: 'Probieren' }] });
  const [his] = await discord.person('Ben Okafor').completions('/tr');
  expect(his).toMatchObject({ summary: 'Try', options: [{ summary: 'What' }] });
});
