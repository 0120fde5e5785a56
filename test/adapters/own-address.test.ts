/** Behind an address of the operator's own, a proxy, each platform still names its own host where files lie. */
import { expect, it } from 'vitest';
import { download as fromDiscord } from '../../src/adapters/discord/files.ts';
import { download as fromSlack } from '../../src/adapters/slack/files.ts';

/** Stopped before anything goes out. */
const reach = { apiUrl: 'http://127.0.0.1:1/api/', ended: AbortSignal.abort() };

it.each([
  [
    'Slack',
    async (address: string) => {
      const file = { mimetype: 'text/plain', url_private: `https://files.slack.com${address}` };
      const client = { files: { info: async () => ({ file }) } };
      return fromSlack({ ...reach, client, token: 'xoxb-1' } as never, { given: 'F1' });
    },
  ],
  [
    'Discord',
    async (address: string) => {
      const url = `https://cdn.discordapp.com${address}`;
      const given = JSON.stringify({ name: 'a', type: 'text/plain', bytes: 1, url });
      return fromDiscord(reach as never, { given });
    },
  ],
])('fetches a file from where %s keeps it', async (_platform, fetched) => {
  await expect(fetched('/x')).rejects.toMatchObject({ kind: 'unreachable', code: 'file_host' });
});
