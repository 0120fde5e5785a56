import { type Document, dayMs } from '../../../domain/document.ts';
import { manners } from '../../../domain/platforms.ts';
import { workspaceOf } from '../../../domain/workspace.ts';
import * as documents from '../../../store/documents.ts';
import * as libraries from '../../../store/libraries.ts';
import { accountOfPerson, spaceHere } from '../../addresses.ts';
import { draw } from '../../drawing/draw.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { catchUp, noteCopy } from '../copies.ts';
import { type Doing, forOne, nobody, nothing, type Stage, type WishOf } from '../doing.ts';
import { findIt } from '../find-or-do.ts';

/** As many of the latest as are looked through for another of the same day. */
const looked = 20;

const isInTheSpace = ({ cop }: Pick<Stage, 'cop'>): boolean =>
  manners[workspaceOf(cop.workspace).platform].whispers === 'in the space';

/** What is offered: unless it was pinned or deleted meanwhile. What is kept of a pin: unless it was switched off with the asking about files; where it stays among their direct messages, once a day. */
async function isWelcome({ bot, cop }: Stage, { message, about, to }: WishOf<'whisper'>): Promise<boolean> {
  const { db } = bot.store;
  if (message === 'keep-it' && about.kind === 'document')
    return isOffered((await documents.withCop(db, cop.networkId, about.id))?.document);
  if (message !== 'document-kept') return true;
  if (!(await libraries.settings(db, cop.networkId, cop.id)).offers) return false;
  if (isInTheSpace({ cop })) return true;
  const latest = await libraries.latest(db, cop.networkId, [cop.id], looked);
  const its = latest.find(one => one.id === about.id);
  const isSameDay = ({ savedAt }: { savedAt: number }) => its !== undefined && savedAt > its.savedAt - dayMs;
  return its !== undefined && !latest.some(one => one.id < its.id && one.savedBy === to && isSameDay(one));
}

const isOffered = (document: Document | undefined): boolean =>
  document?.state === 'offered' && document.goneAt === undefined;

/** Once begun, it may have been heard: in a space it isn't said again; among direct messages it is looked for. */
export const whisper: Doing<'whisper'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, wish) {
    const { bot, platform, cop, effect } = stage;
    const { db } = bot.store;
    const mayHaveBeen = effect.intendedAt !== undefined;
    if ((mayHaveBeen && isInTheSpace(stage)) || !(await isWelcome(stage, wish))) return nothing;
    const language = await languageOfPerson(stage, wish.to);
    const card = await draw(stage, db, wish, language);
    const to = await accountOfPerson(db, cop, wish.to);
    const found = await findIt(stage, 'post', { to: { person: to }, card });
    const where = { space: spaceHere(cop), thread: wish.thread };
    const posted = found ?? (await platform.perform.whisper({ ...where, to, card }, effect.id));
    if (!posted) return nothing;
    const said = { posted, card: found ? undefined : card, language };
    return async (tx, wishes) => {
      await noteCopy(stage, tx, wish, said);
      await catchUp(stage, tx, wishes, wish, said);
    };
  },
};
