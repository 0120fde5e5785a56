/** What is said of a request to join: to who decides, to who asked, and of who is in. */
import type { AboutOf, MessageName } from '../../domain/message.ts';
import * as requestWords from '../../messages/join-request.ts';
import * as outcomeWords from '../../messages/join-request-outcome.ts';
import { unreachedCard } from '../../messages/own-request.ts';
import * as talkWords from '../../messages/talk.ts';
import type { Card } from '../../platform/card.ts';
import * as posts from '../../store/posts.ts';
import { decides, hasAnswer, waitedFor } from './besides.ts';
import type { Drawing } from './render.ts';
import { isNobodys, request, said } from './told.ts';

export const joinRequests = {
  'join-request': async drawing => {
    const view = await request(drawing);
    if (!(await decides(drawing))) return outcomeWords.handedOnCard(view, drawing.addressee);
    return requestWords.requestCard(view, drawing.addressee, await hasAnswer(drawing));
  },
  'join-request-declined': async drawing => outcomeWords.declinedCard(await request(drawing)),
  'join-request-lapsed': async drawing => outcomeWords.lapsedCard(await request(drawing)),
  'join-request-not-admitted': async drawing => outcomeWords.notAdmittedCard(await request(drawing)),
  'join-request-reminder': async drawing => {
    const view = await request(drawing);
    return (await decides(drawing))
      ? requestWords.reminderCard(view, drawing.addressee)
      : outcomeWords.handedOnCard(view, drawing.addressee);
  },
  'join-request-waiting': async drawing => requestWords.waitingCard(await request(drawing), await waitedFor(drawing)),
  'join-request-unreached': async drawing => {
    const { reader, cop, about } = drawing;
    const supportKnows = (await posts.copiesOf(reader, cop.networkId, 'join-request-waiting', about)).length > 0;
    return unreachedCard(await request(drawing), supportKnows, await isNobodys(drawing));
  },
  'join-request-talk': async drawing =>
    talkWords.saidCard(await request(drawing), await said(drawing), drawing.addressee),
  'join-request-talk-not-carried': async ({ cop }) => talkWords.notCarriedCard(cop),
  'please-welcome': async drawing => outcomeWords.pleaseWelcomeCard(await request(drawing)),
} satisfies { readonly [M in MessageName]?: (drawing: Drawing<AboutOf<M>>) => Promise<Card> };
