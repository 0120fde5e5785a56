/** A message with all that Slack tells of it when asked: its files, and who wrote it. */
import { untilAnswered } from '../../platform/again.ts';
import { authorSoon, authorTold } from './authors.ts';
import type { Reach } from './connected.ts';
import { withFilesSoon, withFilesTold } from './files-told.ts';
import type { Profiles } from './profiles.ts';
import type { SlackMessage } from './shared-message.ts';

type Asking = Pick<Reach, 'client' | 'botUserId'> & { readonly about: Profiles };

/** Fails where Slack doesn't tell just now. */
export async function messageTold<M extends SlackMessage>(asking: Asking, message: M): Promise<M> {
  const [told, author] = await Promise.all([withFilesTold(asking, message), authorTold(asking, message)]);
  return { ...told, ...author };
}

/** As it is told of once: asked until Slack has answered. */
export const messageSurely = <M extends SlackMessage>(reach: Reach, about: Profiles, message: M): Promise<M> =>
  untilAnswered(() => messageTold({ ...reach, about }, message), reach.ended);

/** As somebody waits for a form of it: in time, or as it is. */
export async function messageSoon<M extends SlackMessage>(asking: Asking, message: M): Promise<M> {
  const [told, author] = await Promise.all([withFilesSoon(asking, message), authorSoon(asking, message)]);
  return { ...told, ...author };
}
