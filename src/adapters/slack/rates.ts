/** How often Slack may be asked, per method and workspace. docs.slack.dev/apis/web-api/rate-limits, and each method's page */
import type { Pacing } from '../../platform/chat-platform.ts';
import type { Paced } from '../../platform/pace.ts';
import type { Limit } from '../../platform/window.ts';

const minute = 60_000;
const tier2: Limit = { most: 20, within: minute };
const tier3: Limit = { most: 50, within: minute };
const tier4: Limit = { most: 100, within: minute };
/** "Several hundred messages per minute per workspace", and one a second into a channel, but for short bursts. */
const posts: Limit = { most: 300, within: minute };
const inChannel: Limit = { most: 8, within: 8000 };

/** Also asked while somebody waits for it. */
const shared = (limit: Limit): Limit => ({ ...limit, reserve: limit.most / 5 });

const limits: Readonly<Record<string, Limit>> = {
  'chat.postMessage': posts,
  'chat.postEphemeral': tier4,
  'chat.update': shared(tier3),
  'conversations.archive': tier2,
  'conversations.create': tier2,
  'conversations.members': tier4,
  'conversations.rename': tier2,
  'conversations.setPurpose': tier2,
  'conversations.setTopic': tier2,
  'files.completeUploadExternal': shared(tier4),
  'files.getUploadURLExternal': shared(tier4),
  'files.info': shared(tier4),
  'pins.add': tier2,
  'pins.list': tier2,
  'pins.remove': tier2,
  'users.info': { ...shared(tier4), dispensable: true },
  'users.list': tier2,
  'views.open': tier4,
  'views.publish': shared(tier4),
  'views.update': shared(tier4),
};

/** What a start takes most of: channels that are made, and pins. */
export const paced: readonly Pacing[] = [
  { kinds: ['open-space'], aMinute: tier2.most },
  { kinds: ['pin', 'pin-document'], aMinute: tier2.most },
];

/** What the bot asks for besides is at least of this tier. */
export const askingFor = (method: string, channel: unknown): readonly Paced[] => [
  { name: method, limit: limits[method] ?? tier3 },
  ...(method === 'chat.postMessage' ? [{ name: `${method} ${channel}`, limit: inChannel }] : []),
];

/** Read, or made ready where nobody sees it: done once more, nothing is there twice. */
const unseen =
  /^(auth\.test|chat\.getPermalink|conversations\.(open|info|list|history|members|replies)|files\.(info|getUploadURLExternal)|pins\.list|users\..*)$/;

/** A file that is shared into no conversation is seen by nobody either. */
export const isSeen = (method: string, { channel_id }: { readonly channel_id?: unknown }): boolean =>
  method === 'files.completeUploadExternal' ? channel_id !== undefined : !unseen.test(method);
