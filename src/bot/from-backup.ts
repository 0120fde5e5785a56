/** At the start: the database came from a backup, or lost what was written last. What was still to be done then is looked for first; those who facilitate hear what is gone, and can answer what waits again. */
import { post, reviseCopies } from '../commands/effects.ts';
import { lane } from '../domain/effect.ts';
import type { CopId, NetworkId } from '../domain/ids.ts';
import * as audit from '../store/audit.ts';
import * as cops from '../store/cops.ts';
import { everyCop } from '../store/cops-told.ts';
import { type CameBack, cameBackIsKnown, cameBackTo, mayHaveBegun } from '../store/engine/restoring.ts';
import * as facilitating from '../store/facilitating.ts';
import { stillAsked } from '../store/still-asked.ts';
import { endFeeds } from './end-feeds.ts';
import { noteStrays } from './files/strays.ts';
import { inWork } from './in-work.ts';
import type { Bot } from './the-bot.ts';

export async function fromBackup(bot: Bot): Promise<void> {
  const { store, log } = bot;
  const came = await cameBackTo(store);
  if (!came) return;
  if (!store.shared) await mayHaveBegun(store.db, came.madeAt); // a server's was seen to when that was told: others may be at work in it by now
  await endFeeds(bot);
  await noteStrays(bot);
  const all = (await everyCop(store.db)).filter(one => !one.closed);
  for (const { networkId, id } of all) await tell(bot, networkId, id, came);
  await cameBackIsKnown(store, came);
  log.warn(
    { from: new Date(came.madeAt).toISOString(), cops: all.length },
    'the database is of an earlier time: members and pins are found again from the platforms; requests, invitations, answers and edits made since then are gone, and so are CoPs started since. Those who facilitate are told',
  );
}

async function tell(bot: Bot, network: NetworkId, id: CopId, { madeAt, at }: CameBack): Promise<void> {
  await bot.store.db.transaction().execute(async tx => {
    const cop = await cops.lock(tx, network, id);
    if (cop?.state !== 'open') return;
    const { workspace } = cop;
    const about = { kind: 'cop', id } as const;
    const deed = {
      actor: undefined,
      command: audit.fromBackup,
      about,
      workspace,
      press: `${madeAt} ${at} ${id}`,
    } as const;
    if (!(await audit.note(tx, network, deed, bot.clock.now()))) return;
    await inWork(bot, tx, workspace, async ({ after }) => {
      for (const one of await facilitating.ofCop(tx, network, id, workspace))
        after(lane.person(one.id), post(cop, 'cop-from-backup', one.id, about));
      // Answered since then, its card stands without a button, though it waits again.
      for (const one of await stillAsked(tx, network, id)) after(lane.cop(id), reviseCopies(cop, one.kind, one));
    });
  });
}
