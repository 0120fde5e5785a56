/** What was posted though nobody heard is found again, however far down it stands by then. */
import { afterEach, expect, it } from 'vitest';
import { type SlackPlayground, startSlack } from '../../../playground/slack/index.ts';
import { town } from '../../../playground/town.ts';
import { createSlack } from '../../../src/adapters/slack/platform.ts';
import { text } from '../../../src/platform/card.ts';
import type { Inbox } from '../../../src/platform/chat-platform.ts';
import { quietly } from '../../support/stage.ts';

let slack: SlackPlayground;
let platform: ReturnType<typeof createSlack>;
afterEach(async () => {
  await platform?.stop();
  await slack?.stop();
});

const card = { body: [{ kind: 'text', text: text`Hello` }] } as const;

/** Amira has said something where the bot is. */
async function begun() {
  slack = await startSlack({ workspaces: [town] });
  const { apiUrl, appToken } = slack;
  platform = createSlack({ botToken: slack.botToken(), appToken, apiUrl, log: quietly([]) });
  await platform.start([], { happened: async () => {} } as unknown as Inbox);
  const amira = slack.person('Amira Haddad');
  await amira.makesChannel('wounds', { private: true });
  await amira.brings('CoP Bot', 'wounds');
  const root = await amira.posts('wounds', 'Shall we begin?');
  return { amira, root, channel: { platform: 'slack', workspace: slack.workspaceId(), id: root.channelId } as const };
}

it('below what was deleted it stands in the channel, is linked to there, and found there', async () => {
  const { amira, root, channel } = await begun();
  await amira.deletes(root);
  const input = { to: { below: { channel, id: root.id } }, card } as const;
  const since = Date.now();
  const posted = await platform.perform.post(input, 'mine');
  expect(posted.permalink).toBe((await amira.sees(/Hello/)).permalink);
  expect(await platform.find.post(input, 'mine', since)).toEqual(posted);
  expect(await platform.find.post(input, 'never', since)).toBeUndefined();
});

/** Of a channel Slack tells the latest first, of a thread the first. */
it.each(['in a channel', 'in a thread'])('%s, though Slack tells little of it at a time', async where => {
  const { amira, root, channel } = await begun();
  const inThread = where === 'in a thread';
  const input = {
    to: inThread ? { below: { channel, id: root.id } } : channel,
    card,
  } as const;
  const since = Date.now();
  const talk = async () => {
    for (let n = 0; n < 25; n++)
      if (inThread) await amira.replies(root, `${n}`);
      else await amira.posts('wounds', `${n}`);
  };
  if (inThread) await talk();
  const posted = await platform.perform.post(input, 'mine');
  if (!inThread) await talk();
  slack.tellsAPage(2);
  expect(await platform.find.post(input, 'mine', since)).toEqual(posted);
  expect(await platform.find.post(input, 'never', since)).toBeUndefined();
});
