/** What is said of a CoP that ends, lives on, or rests. */
import type { AboutOf, MessageName } from '../../domain/message.ts';
import * as copWords from '../../messages/cop.ts';
import * as restWords from '../../messages/rest.ts';
import type { Card } from '../../platform/card.ts';
import * as lapsedRequests from '../../store/lapsed-requests.ts';
import type { Drawing } from './render.ts';

export const life = {
  'cop-archived': async ({ cop }) => copWords.closedCard(cop, 'archived'),
  'cop-deleted': async ({ cop }) => copWords.closedCard(cop, 'deleted'),
  'cop-unarchived': async ({ cop }) => copWords.unarchivedCard(cop),
  'cop-lives-on': async ({ reader, cop }) =>
    copWords.livesOnCard(cop, await lapsedRequests.lastTime(reader, cop.networkId, cop.id, cop.workspace)),
  'cop-reopened': async ({ cop }) => copWords.reopenedCard(cop),
  'cop-rests': async ({ cop }) => restWords.restingCard(cop),
  'cop-awake': async ({ cop }) => restWords.awakeCard(cop),
} satisfies { readonly [M in MessageName]?: (drawing: Drawing<AboutOf<M>>) => Promise<Card> };
