/** Server roles follow what people carry: whoever has taken a role up is given the one that goes with it, for as long as they carry it. */
import { passes } from '../../../platform/again.ts';
import type { ChatPlatform } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as serverRoles from '../../../store/server-roles.ts';
import { accountsOf } from '../../addresses.ts';
import { type Doing, forAll, nobody, nothing, type Stage } from '../doing.ts';

export const serverRolesFollow: Doing<'server-roles'> = {
  toOne: forAll,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  /** Repeated, it does what is left to do: each is noted at once, for whoever steps back meanwhile has to give it back. What can't be done holds up nothing else. */
  async perform(stage, { of }) {
    const { bot, cop } = stage;
    const { db } = bot.store;
    const due = await (of ? serverRoles.dueToAll : serverRoles.due)(db, cop);
    const refused: PlatformError[] = [];
    for (const way of ['take', 'give'] as const)
      for (const one of due[way])
        try {
          await doFor(stage, `${way}-server-role`, one);
          await noted[way](db, cop.networkId, cop.workspace, one);
        } catch (error) {
          if (!(error instanceof PlatformError) || passes(error)) throw error;
          refused.push(error);
        }
    const [first] = refused;
    if (first) throw refused.find(one => one.kind === 'forbidden') ?? first; // what somebody can mend is tried again
    return nothing;
  },
};

const noted = { give: serverRoles.given, take: serverRoles.taken };

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
