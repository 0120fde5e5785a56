/** Somebody is called otherwise, reads another language, or is gone from the workspace: then they are out of every space of it, also of those that are closed, and told of nothing any more. */
import { takerMoved } from '../../commands/first-conversation/taker-moved.ts';
import { goOut } from '../../commands/membership/go-out.ts';
import type { Cop } from '../../domain/cop.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import * as parked from '../../store/parked.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork, type Working } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';

export type PersonChanged = Extract<Happening, { kind: 'person' }>;

export async function personChanged(bot: Bot, { id: event, who, gone, locale }: PersonChanged): Promise<void> {
  if (who.workspace === undefined) return;
  const workspace = workspaceKey({ platform: who.platform, id: who.workspace });
  const { db } = bot.store;
  const known = await people.whoIs(db, workspace, who.id);
  const person = known?.person;
  if (!known || !person) return;
  const { networkId: network } = known;
  if (who.name && who.name !== person.name)
    await db.transaction().execute(tx => people.renamed(tx, network, person.id, who.name));
  if (locale && locale !== known.locale)
    await db.transaction().execute(tx => people.reads(tx, workspace, who.id, locale));
  await people.tellOthers(db, workspace, who.id);
  if (!gone) return;
  const open = (await cops.ofPerson(db, network, person.id)).map(({ cop }) => cop);
  const all = [...open, ...(await cops.closedOf(db, network, person.id))];
  await db.transaction().execute(async tx => {
    await settings.leaveSupport(tx, network, workspace, person.id);
    await inWork(bot, tx, workspace, ({ after }) => takerMoved({ tx, network, workspace, after }, person.id));
  });
  for (const here of all.filter(one => one.workspace === workspace))
    await db.transaction().execute(async tx => {
      const cop = await cops.lock(tx, network, here.id);
      if (!cop) return;
      await inWork(bot, tx, workspace, async working => {
        const out = await goOut(working, cop, [person.id]);
        if (out.length === 0) return neverLetIn(working, cop);
        await drawHomes(tx, working.wishes, cop, [person.id], working.now);
        const about = { kind: 'cop', id: cop.id } as const;
        const press = `${event} ${cop.id}`;
        const deed = { actor: person.id, command: 'membership left', about, workspace, press } as const;
        await audit.note(tx, network, deed, working.now);
      });
    });
}

/** Whoever was still on the way in, and waited for somebody to let them in, waits no longer: it is tried once more, and ends by the platform's own word. */
async function neverLetIn({ tx, now, wishes }: Working, { networkId, id }: Cop): Promise<void> {
  for (const one of await parked.unpark(tx, networkId, { cop: id }, now)) wishes.lanes.add(one);
}
