/** What is said of a CoP that ends, lives on, or rests. */
import type { AboutOf, MessageName } from '../../domain/message.ts';
import { feedEndedCard } from '../../messages/calendar-feed.ts';
import * as closingWords from '../../messages/closing.ts';
import * as copWords from '../../messages/cop.ts';
import * as reopeningWords from '../../messages/reopening.ts';
import * as restWords from '../../messages/rest.ts';
import { spaceRenamedCard } from '../../messages/space-renamed.ts';
import type { Card } from '../../platform/card.ts';
import * as audit from '../../store/audit.ts';
import * as closings from '../../store/closings.ts';
import * as facilitating from '../../store/facilitating.ts';
import { isGoing } from '../../store/going.ts';
import * as lapsedRequests from '../../store/lapsed-requests.ts';
import * as people from '../../store/people.ts';
import { decides } from './besides.ts';
import type { Drawing } from './render.ts';

async function closingIn({ reader, cop }: Pick<Drawing, 'reader' | 'cop'>) {
  const { networkId: network, id, workspace } = cop;
  const closing = await closings.of(reader, network, id);
  const whom = [closing?.askedBy, closing?.waitsFor].filter(one => one !== undefined);
  return { closing, people: await people.known(reader, network, { workspace, cop: id }, whom) };
}

export const life = {
  'cop-archived': async ({ cop }) => copWords.closedCard(cop, 'archived'),
  'cop-deleted': async ({ cop }) => copWords.closedCard(cop, 'deleted'),
  'cop-unarchived': async ({ cop }) => copWords.unarchivedCard(cop),
  'cop-from-backup': async ({ reader, cop }) =>
    copWords.fromBackupCard(cop, await audit.backupOf(reader, cop.networkId, cop.id)),
  'calendar-ended': async () => feedEndedCard,
  'cop-lives-on': async ({ reader, cop }) =>
    copWords.livesOnCard(cop, await lapsedRequests.lastTime(reader, cop.networkId, cop.id, cop.workspace)),
  'space-renamed': async ({ cop }) => spaceRenamedCard(cop),
  'cop-reopened': async ({ cop }) => copWords.reopenedCard(cop),
  'cop-rests': async ({ cop }) => restWords.restingCard(cop),
  'cop-awake': async ({ cop }) => restWords.awakeCard(cop),
  'cop-closing': async drawing => {
    const { reader, cop } = drawing;
    const { closing, people } = await closingIn(drawing);
    const facilitators = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
    return closingWords.closingCard(cop, closing, closing && people.get(closing.askedBy), facilitators.length > 0);
  },
  'closing-waits': async drawing => {
    const { closing, people } = await closingIn(drawing);
    if (closing?.state === 'waits' && !(await decides(drawing))) return closingWords.waitsForOthers(drawing.cop);
    return closingWords.waitsCard(drawing.cop, closing, closing?.waitsFor && people.get(closing.waitsFor));
  },
  'not-archived': async ({ cop }) => closingWords.notArchivedCard(cop),
  'cop-carried-over': async ({ cop }) => reopeningWords.carriedOverCard(cop),
  'cop-goes': async ({ reader, cop }) => reopeningWords.goesCard(cop, await isGoing(reader, cop)),
  'not-reopened': async ({ cop }) => reopeningWords.notReopenedCard(cop),
} satisfies { readonly [M in MessageName]?: (drawing: Drawing<AboutOf<M>>) => Promise<Card> };
