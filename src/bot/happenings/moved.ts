/** Somebody came into a space by hand, or left it: told by the platform at once, or found when it is looked at. */
import { comeIn } from '../../commands/membership/come-in.ts';
import { goOut } from '../../commands/membership/go-out.ts';
import type { WorkspaceKey } from '../../domain/ids.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as echoes from '../../store/echoes.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { drawHomes } from '../drawing/homes.ts';
import { echoing } from '../outbox/effects/index.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, wishing } from '../wishes.ts';

export type Moved = Extract<Happening, { kind: 'joined' | 'left' }>;

export async function moved(bot: Bot, event: Moved): Promise<void> {
  const workspace = workspaceKey({ platform: event.space.platform, id: event.space.workspace });
  await bot.store.db.transaction().execute(async tx => {
    const here = await cops.bySpace(tx, workspace, event.space.id);
    if (!here) return supportMoved(bot, tx, workspace, event);
    const known = await people.whoIs(tx, workspace, event.who.id);
    if (!known) return;
    const cop = (await cops.lock(tx, here.networkId, here.id)) ?? here;
    const now = bot.clock.now();
    const person =
      known.person ??
      (event.kind === 'joined' ? await people.meet(tx, cop.networkId, workspace, event.who, now) : undefined);
    if (!person || (await echoes.stillChanging(tx, cop.networkId, cop.id, echoing('people'), person.id))) return;
    const wishes = noWishes();
    const working = { tx, now, after: wishing(wishes, now), newId: <T extends string>() => newId<T>(now) };
    const changed =
      event.kind === 'joined'
        ? await comeIn(working, cop, person.id)
        : (await goOut(working, cop, [person.id])).length > 0;
    if (!changed) return;
    await drawHomes(tx, wishes, cop, [person.id], now);
    const about = { kind: 'cop', id: cop.id };
    const deed = { actor: person.id, command: `membership ${event.kind}`, about, workspace, press: event.id };
    await audit.note(tx, cop.networkId, deed, now);
    await saveWishes(bot.jobs, tx, wishes, workspace);
  });
}

/** Who is in the Support Team's channel is the Support Team. */
async function supportMoved(bot: Bot, tx: Tx, workspace: WorkspaceKey, { kind, space, who }: Moved): Promise<void> {
  const here = await settings.bySupportChannel(tx, workspace, space.id);
  const known = here && (await people.whoIs(tx, workspace, who.id));
  if (!here || !known) return;
  const { networkId } = here;
  if (kind === 'left') {
    if (known.person) await settings.leaveSupport(tx, networkId, workspace, known.person.id);
    return;
  }
  const now = bot.clock.now();
  const person = known.person ?? (await people.meet(tx, networkId, workspace, who, now));
  await settings.joinSupport(tx, networkId, workspace, person.id, now);
}
