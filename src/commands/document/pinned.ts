import { carriedBy, type Document } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { manners } from '../../domain/platforms.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { savedCard } from '../../messages/document.ts';
import * as libraries from '../../store/libraries.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { post, whisper } from '../effects.ts';
import { byPerson, keep } from './keeping.ts';

/** Somebody pinned a message in the platform's own way: that keeps it. The bot's own messages never become documents. */
export const pinnedDocument = command({
  name: 'document pinned',
  summary: 'A message pinned in the space becomes part of the library',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'a living CoP',
  answers: 'privately',

  async run(scope) {
    const { subject, actor, now, person, after, options } = scope;
    const { cop } = subject;
    const message = byPerson(scope.message);
    const carried = carriedBy(message);
    const titled = {
      ...carried,
      title: carried.title ?? `Pinned on ${new Date(now).toISOString().slice(0, 10)}`,
      untitled: carried.title === undefined,
    };
    const sharer = async () => (await person({ id: message.author })).id;
    const { document, already } = await keep(scope, cop, titled, { pinned: true }, sharer);
    const about = { kind: 'document', id: document.id } as const;
    if (document.untitled && !already) after(lane.person(actor.id), post(cop, 'document-title', actor.id, about));
    else if (!already && !options.found && (await isWelcome(scope, document)))
      after(lane.person(actor.id), whisper(cop, 'document-kept', actor.id, about));
    return { say: savedCard(cop, document.title, already) };
  },
});

const dayMs = 24 * 3600_000;
/** As many of the latest as are looked through for another of the same day. */
const looked = 20;

/** Unless it was switched off with the asking about files; where it stays among their direct messages, once a day. */
async function isWelcome(
  { tx, network, subject: { cop }, actor, now }: Scope<Subjects['cop']>,
  document: Document,
): Promise<boolean> {
  if (!(await libraries.settings(tx, network, cop.id)).offers) return false;
  if (manners[workspaceOf(cop.workspace).platform].whispers === 'in the space') return true;
  const latest = await libraries.latest(tx, network, [cop.id], looked);
  return !latest.some(one => one.id !== document.id && one.savedBy === actor.id && one.savedAt > now - dayMs);
}
