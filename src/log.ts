/** One line an event, JSON for machines, readable in a terminal. What looks like a secret never gets out, wherever it stands. */
import { pino } from 'pino';
import type { Log } from './platform/log.ts';
import { behalf } from './platform/on-behalf.ts';

const secret =
  /\b(xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{20,30}\.[\w-]{6}\.[\w-]{25,}|postgres(?:ql)?:\/\/[^\s"@]*@|(?:Bot|Bearer) [\w.-]{20,})/g;

export const withoutSecrets = (line: string): string => line.replace(secret, '[secret]');

export interface Destination {
  write(line: string): unknown;
}

export function openLog(level: string, to: Destination): Log {
  const options = { level, base: undefined, serializers: { err: plainError }, mixin: ofPress };
  return pino(options, { write: line => to.write(withoutSecrets(line)) });
}

const ofPress = (): object => {
  const press = behalf();
  return press === undefined ? {} : { press };
};

/** For eyes: `12:03:04 INFO  connected {"platform":"slack"}`. */
export async function terminal(): Promise<Destination> {
  const { prettyFactory } = await import('pino-pretty');
  const pretty = prettyFactory({
    colorize: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid,hostname',
    singleLine: true,
  });
  return { write: line => process.stdout.write(pretty(line)) };
}

/** Clients hang whole requests, headers included, on their errors: only what tells a reader something is taken. */
function plainError(error: unknown): object {
  if (!looksLikeError(error)) return { message: said(error) };
  const { name, message, stack, cause, code } = error;
  return {
    ...(name !== undefined && { type: name }),
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(cause !== undefined && { cause: plainError(cause) }),
  };
}

/** An Error, or what pg-boss and others make of one: an object with what it said. */
const looksLikeError = (error: unknown): error is Error & { readonly code?: unknown } =>
  typeof error === 'object' && error !== null && typeof (error as { message?: unknown }).message === 'string';

const said = (error: unknown): string =>
  typeof error === 'object' && error !== null ? `an object with ${Object.keys(error).join(', ')}` : String(error);
