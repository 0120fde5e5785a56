/**
 * Who lets an app speak for them, a calendar or an automation, posts with it: such a message bears the app's id, and theirs. What an app
 * says for itself bears its bot user's, or nobody's. docs.slack.dev/reference/methods/chat.postMessage#authorship
 */
import { passes } from '../../platform/again.ts';
import { type Profile, type Profiles, soonTold } from './profiles.ts';
import type { SlackMessage } from './shared-message.ts';

interface Asking {
  readonly botUserId: string;
  readonly about: Profiles;
}
type ByPerson = Pick<SlackMessage, 'by_person'>;

async function byPerson(
  { bot_id, user, subtype }: SlackMessage,
  { botUserId }: Asking,
  told: (user: string) => Promise<Profile | undefined>,
): Promise<ByPerson> {
  if (bot_id == null || !user || user === botUserId || subtype === 'bot_message') return {};
  const profile = await told(user);
  return profile && !profile.bot ? { by_person: true } : {};
}

/** Fails where Slack doesn't tell just now; where it never will, for want of a scope, it is the app's. */
export const authorTold = (asking: Asking, message: SlackMessage): Promise<ByPerson> =>
  byPerson(message, asking, user =>
    asking.about.surely(user).catch((error: unknown) => {
      if (passes(error)) throw error;
      return undefined;
    }),
  );

/** As somebody waits for a form of it: in time, or the app's. */
export const authorSoon = (asking: Asking, message: SlackMessage): Promise<ByPerson> =>
  byPerson(message, asking, user => soonTold(asking.about(user)));
