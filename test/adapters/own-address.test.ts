/** Behind an address of the operator's own, a proxy, each platform still names its own host where files lie. */
import { expect, it } from 'vitest';
import { download as fromDiscord } from '../../src/adapters/discord/files.ts';
import { download as fromSlack } from '../../src/adapters/slack/files.ts';

/** Stopped before anything goes out. */
const reach = { apiUrl: 'http://127.0.0.1:1/api/', ended: AbortSignal.abort() };

const fromTeam = async (home: string, url_private: string) => {
  const client = { files: { info: async () => ({ file: { mimetype: 'text/plain', url_private } }) } };
  return fromSlack({ ...reach, client, home, token: 'xoxb-1' } as never, { given: 'F1' });
};

it.each([
  ['Slack', () => fromTeam('https://north.slack.com/', 'https://files.slack.com/x')],
  ["Slack's edition for governments", () => fromTeam('https://north.slack-gov.com/', 'https://files.slack-gov.com/x')],
  [
    'Discord',
    async () => {
      const url = 'https://cdn.discordapp.com/x';
      const given = JSON.stringify({ name: 'a', type: 'text/plain', bytes: 1, url });
      return fromDiscord(reach as never, { given });
    },
  ],
])('fetches a file from where %s keeps it', async (_platform, fetched) => {
  await expect(fetched()).rejects.toMatchObject({ kind: 'unreachable', code: 'file_host' });
});

it.each([
  ['https://north.slack.com/', 'https://files.slack-gov.com/x'],
  ['https://north.slack-gov.com/', 'https://files.slack.com/x'],
  ['https://north.not-slack-gov.com/', 'https://files.slack-gov.com/x'],
  ['https://example.org/slack-gov.com/', 'https://files.slack-gov.com/x'],
  ['https://slack-gov.com.example.org/', 'https://files.slack-gov.com/x'],
])('a team at %s shows no token to %s', async (home, url) => {
  await expect(fromTeam(home, url)).rejects.toMatchObject({ kind: 'forbidden', code: 'other_host' });
});
