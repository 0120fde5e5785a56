/** Why the Gateway ends a socket. discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
import { intents, isKnown } from './intents.ts';
import type { Json } from './state.ts';
import type { World } from './world.ts';

export class Closing extends Error {
  readonly code: number;

  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Those after which there is nothing to resume. */
export const endsSession = (code: number): boolean =>
  [1000, 1001, 4003, 4004, 4007, 4009].includes(code) || (code >= 4010 && code <= 4014);

export function checkToken({ token }: World, given: unknown): void {
  if (`${given ?? ''}`.replace(/^Bot /, '') !== token()) throw new Closing(4004, 'Authentication failed.');
}

/** Token, shard and intents of an IDENTIFY; presences are never enabled here. */
export function checkIdentify(world: World, { token, intents: wanted, shard }: Json): void {
  const { application } = world.state;
  checkToken(world, token);
  if (shard && (!Array.isArray(shard) || shard[0] >= shard[1])) throw new Closing(4010, 'Invalid shard.');
  if (!isKnown(wanted)) throw new Closing(4013, 'Invalid intent(s).');
  const refused =
    (wanted & intents.guildMembers && !application.guildMembers) ||
    (wanted & intents.messageContent && !application.messageContent) ||
    wanted & intents.guildPresences;
  if (refused) throw new Closing(4014, 'Disallowed intent(s).');
}
