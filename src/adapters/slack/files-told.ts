/**
 * In a channel that is shared with another organisation, Slack tells a file by its id alone; what it is called has to be asked.
 * docs.slack.dev/reference/events/message/file_share#slack-connect-files
 */
import { passes } from '../../platform/again.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { soonTold } from './profiles.ts';
import { isUntold, type SlackMessage } from './shared-message.ts';

type File = NonNullable<SlackMessage['files']>[number];

/** Fails where Slack doesn't tell just now. */
export async function withFilesTold<M extends SlackMessage>({ client }: Pick<Reach, 'client'>, message: M): Promise<M> {
  const { files } = message;
  if (!files?.some(isUntold)) return message;
  const told = files.map(async (file): Promise<File> => {
    if (!isUntold(file)) return file;
    const answer = await client.files.info({ file: file.id ?? '' }).catch(unlessItPasses);
    return (answer?.file as File | undefined) ?? file; // it is there all the same, whatever it is called
  });
  return { ...message, files: await Promise.all(told) };
}

/** Slack's last word of it is an answer. */
function unlessItPasses(error: unknown): undefined {
  const known = toPlatformError(error);
  if (passes(known)) throw known;
}

/** As somebody waits for a form of it: in time, or as it is. */
export const withFilesSoon = async <M extends SlackMessage>(reach: Pick<Reach, 'client'>, message: M): Promise<M> =>
  (await soonTold(withFilesTold(reach, message).catch(() => undefined))) ?? message;
