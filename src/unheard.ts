/** Why nobody can be answered over HTTP, as whoever started the bot is told. */
import { ConfigError } from './config.ts';

export const unheard =
  (port: 'WEB_PORT' | 'METRICS_PORT') =>
  (cause: NodeJS.ErrnoException): never => {
    const { code = '', message } = cause;
    if (port === 'METRICS_PORT' && /^(EADDRNOTAVAIL|ENOTFOUND|EAI_\w+|EINVAL)$/.test(code))
      throw new ConfigError(
        `METRICS_HOST is no address of this machine: ${message}. Leave it out for 127.0.0.1, or name one that it has (0.0.0.0 for all).`,
        { cause },
      );
    const remedy =
      code === 'EACCES'
        ? 'Those below 1024 are often not for everybody: choose one above.'
        : 'Choose another, or end what holds it.';
    throw new ConfigError(`${port} can't be listened on: ${message}. ${remedy}`, { cause });
  };
