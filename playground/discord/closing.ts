/** Why the Gateway ends a socket. discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
import { intents, isKnown } from './intents.ts';
import type { Application, Json } from './state.ts';

export class Closing extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

export function checkToken(application: Application, token: unknown): void {
  if (`${token ?? ''}`.replace(/^Bot /, '') !== application.token) throw new Closing(4004, 'Authentication failed.');
}

/** Token, shard and intents of an IDENTIFY; presences are never enabled here. */
export function checkIdentify(application: Application, { token, intents: wanted, shard }: Json): void {
  checkToken(application, token);
  if (shard && (!Array.isArray(shard) || shard[0] >= shard[1])) throw new Closing(4010, 'Invalid shard.');
  if (!isKnown(wanted)) throw new Closing(4013, 'Invalid intent(s).');
  const refused =
    (wanted & intents.guildMembers && !application.guildMembers) ||
    (wanted & intents.messageContent && !application.messageContent) ||
    wanted & intents.guildPresences;
  if (refused) throw new Closing(4014, 'Disallowed intent(s).');
}
