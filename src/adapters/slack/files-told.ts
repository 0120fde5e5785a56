/**
 * In a channel that is shared with another organisation, Slack tells a file by its id alone; what it is called has to be asked.
 * docs.slack.dev/reference/events/message/file_share#slack-connect-files
 */
import type { Reach } from './connected.ts';
import type { SlackMessage } from './shared-message.ts';

type File = NonNullable<SlackMessage['files']>[number];

export async function withFilesTold<M extends SlackMessage>({ client }: Reach, message: M): Promise<M> {
  const { files = [] } = message;
  if (!files.some(isUntold)) return message;
  const told = files.map(async (file): Promise<File> => {
    if (!isUntold(file)) return file;
    const answer = await client.files.info({ file: file.id ?? '' }).catch(() => undefined);
    return (answer?.file as File | undefined) ?? file; // it is there all the same, whatever it is called
  });
  return { ...message, files: await Promise.all(told) };
}

const isUntold = ({ file_access }: File): boolean => file_access === 'check_file_info';
