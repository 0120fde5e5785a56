/** What a command is called in other languages, and what Discord answers when one is made. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DiscordPlayground, startDiscord } from '../../playground/discord/index.ts';
import { clinic } from './discord-bot.ts';
import { ask, verdict } from './discord-wire.ts';

const command = (more: object) => ({ name: 'cop', description: 'x', ...more });
const option = (more: object) => command({ options: [{ type: 3, name: 'a', description: 'x', ...more }] });
const choice = (name_localizations: object) => option({ choices: [{ name: 'One', value: 'one', name_localizations }] });

const rows: [string, object, string][] = [
  ['German', command({ name_localizations: { de: 'gruppe' }, description_localizations: { 'en-GB': 'x' } }), '200'],
  [
    'a language that Discord lacks',
    command({ name_localizations: { 'de-DE': 'gruppe' } }),
    '400 50035 0.name_localizations.de-DE BASE_TYPE_CHOICES',
  ],
  [
    'an underscore',
    command({ description_localizations: { pt_BR: 'x' } }),
    '400 50035 0.description_localizations.pt_BR BASE_TYPE_CHOICES',
  ],
  [
    'of an option',
    option({ description_localizations: { en: 'x' } }),
    '400 50035 0.options.0.description_localizations.en BASE_TYPE_CHOICES',
  ],
  [
    'of a choice',
    choice({ english: 'x' }),
    '400 50035 0.options.0.choices.0.name_localizations.english BASE_TYPE_CHOICES',
  ],
  ['a choice may have capitals', choice({ de: 'Eins, zwei' }), '200'],
  [
    'capitals',
    command({ name_localizations: { fr: 'groupe', de: 'Gruppe' } }),
    '400 50035 0.name_localizations APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'capitals of an option',
    option({ name_localizations: { de: 'Wörter' } }),
    '400 50035 0.options.0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a space of an option within',
    command({
      options: [
        {
          type: 1,
          name: 'docs',
          description: 'x',
          options: [{ type: 3, name: 'a', description: 'x', name_localizations: { de: 'zwei wörter' } }],
        },
      ],
    }),
    '400 50035 0.options.0.options.0.name_localizations.de APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a menu’s entry may have capitals',
    { type: 3, name: 'Save it', name_localizations: { de: 'In die Bibliothek' } },
    '200',
  ],
];

let discord: DiscordPlayground;
let route: string;
beforeAll(async () => {
  discord = await startDiscord({ workspaces: [clinic], rateLimits: false });
  route = `/applications/${discord.applicationId}/commands`;
});

afterAll(() => discord.stop());

test.each(rows)('in other languages: %s', async (_, body, expected) => {
  expect(await verdict(discord, 'PUT', route, [body])).toBe(expected);
});

test('201 when it is new, 200 when it takes the place of one', async () => {
  await ask(discord, 'PUT', route, []);
  const body = command({ name_localizations: { de: 'gruppe' } });
  expect(await verdict(discord, 'POST', route, body)).toBe('201');
  const again = await ask(discord, 'POST', route, body);
  expect(again.status).toBe(200);
  const change = { description: 'y' };
  expect(await verdict(discord, 'PATCH', `${route}/${again.json.id}`, change)).toBe('200');
  const capitals = { name_localizations: { de: 'Gruppe' } };
  expect(await verdict(discord, 'PATCH', `${route}/${again.json.id}`, capitals)).toMatch(/INVALID_NAME/);
});
