/** Somebody is called otherwise, reads another language, or is gone from the workspace. */
import { workspaceKey } from '../../domain/workspace.ts';
import type { Happening } from '../../platform/chat-platform.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';
import { leftWorkspace } from './left-workspace.ts';

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
  if (gone) await leftWorkspace(bot, { network, workspace, person: person.id }, event);
}
