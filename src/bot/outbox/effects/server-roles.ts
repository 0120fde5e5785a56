/** Server roles follow what people carry: whoever has taken a role up is given the one that goes with it, for as long as they carry it. */
import type { ChatPlatform } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as serverRoles from '../../../store/server-roles.ts';
import { accountsOf } from '../../addresses.ts';
import { type Doing, forAll, nobody, type Stage } from '../doing.ts';

export const serverRolesFollow: Doing<'server-roles'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  /** Repeated, it does what is left to do: the platform takes a role that somebody has already for no change. */
  async perform(stage, { of }) {
    const { bot, cop } = stage;
    const { give, take } = await (of ? serverRoles.dueToAll : serverRoles.due)(bot.store.db, cop);
    for (const one of give) await doFor(stage, 'give-server-role', one);
    for (const one of take) await doFor(stage, 'take-server-role', one);
    return async tx => {
      for (const one of give) await serverRoles.given(tx, cop.networkId, cop.workspace, one);
      for (const one of take) await serverRoles.taken(tx, cop.networkId, cop.workspace, one);
    };
  },
};

/** Who has left the server, and a role that was deleted there, are nobody's trouble. */
async function doFor(
  { bot, platform, cop, effect }: Stage,
  kind: keyof Pick<ChatPlatform['perform'], 'give-server-role' | 'take-server-role'>,
  { serverRole, person }: serverRoles.Grant,
): Promise<void> {
  const [who] = await accountsOf(bot.store.db, cop, [person]);
  if (!who) return;
  await platform.perform[kind]({ who, role: serverRole }, effect.id).catch((error: unknown) => {
    if (!(error instanceof PlatformError && error.kind === 'gone' && error.whose !== 'bot')) throw error;
  });
}
