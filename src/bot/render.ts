/** Draws a named message from the rows as they are now. One line a message: what it is about, and the words for it. */
import type { MessageName } from '../commands/message-name.ts';
import type { Cop } from '../domain/cop.ts';
import type { About } from '../domain/effect.ts';
import type { EffectId, NetworkId } from '../domain/ids.ts';
import * as copWords from '../messages/cop.ts';
import * as documentWords from '../messages/document.ts';
import { type Guides, guideCard, stepByStepCard } from '../messages/guide.ts';
import * as requestWords from '../messages/join-request.ts';
import * as libraryWords from '../messages/library.ts';
import * as nominationWords from '../messages/nomination.ts';
import { who } from '../messages/people.ts';
import { needsHandCard } from '../messages/trouble.ts';
import type { Card } from '../platform/card.ts';
import { PlatformError } from '../platform/platform-error.ts';
import * as effects from '../store/effects.ts';
import type { Reader } from '../store/engine.ts';
import * as libraries from '../store/libraries.ts';
import * as memberships from '../store/memberships.ts';
import { codeOf, progressOf } from './progress-of.ts';
import { findSubject } from './subject.ts';

export interface Drawing {
  readonly reader: Reader;
  readonly guides: Guides;
  readonly network: NetworkId;
  readonly cop: Cop;
  readonly about: About;
  /** The press that the message comes from. */
  readonly batch: string;
}

const draw: { readonly [M in MessageName]: (drawing: Drawing) => Promise<Card> } = {
  'cop-progress': async ({ reader, cop, batch }) =>
    copWords.progressCard(progressOf(cop, await effects.ofBatch(reader, batch))),
  'cop-ready': async ({ cop }) => copWords.readyCard(cop),
  'cop-welcome': async ({ reader, network, cop }) => {
    const facilitators = await memberships.facilitators(reader, network, cop.id, cop.workspace);
    return copWords.welcomeCard(
      cop,
      facilitators.map(one => who(one, cop)),
    );
  },
  'guide-start-up': async ({ guides }) => guideCard(guides['start-up']),
  'guide-dialogue-interviews': async ({ guides }) => guideCard(guides['dialogue-interviews']),
  'guide-virtuous-circle': async ({ guides }) => guideCard(guides['virtuous-circle']),
  'guide-step-by-step': async ({ guides, cop }) => stepByStepCard(guides['step-by-step'], cop),
  'join-request': async drawing => requestWords.requestCard(await request(drawing)),
  'join-request-admitted': async drawing => requestWords.admittedCard(await request(drawing)),
  'join-request-declined': async drawing => requestWords.declinedCard(await request(drawing)),
  'join-request-not-admitted': async drawing => requestWords.notAdmittedCard(await request(drawing)),
  'please-welcome': async drawing => requestWords.pleaseWelcomeCard(await request(drawing)),
  nomination: async drawing => nominationWords.nominationCard(await nomination(drawing)),
  'nomination-answered': async drawing => nominationWords.nominationAnsweredCard(await nomination(drawing)),
  'document-title': async drawing => documentWords.askTitleCard(await document(drawing)),
  'document-not-pinned': async drawing => documentWords.notPinnedCard(await document(drawing)),
  'keep-it': async drawing => documentWords.keepItCard(await document(drawing)),
  'room-for-pins': async ({ reader, network, cop }) =>
    libraryWords.roomCard(cop, await libraries.pinned(reader, network, cop.id, 5)),
  'needs-a-hand': async ({ reader, network, cop, about }) => {
    const effect = await effects.byId(reader, network, about.id as EffectId);
    if (!effect) throw new PlatformError('gone', 'no_effect');
    return needsHandCard(cop, effect.wish.kind, codeOf(effect), effect.state === 'parked');
  },
};

export const render = (message: string, drawing: Drawing): Promise<Card> => draw[message as MessageName](drawing);

const looking = ({ reader, network }: Drawing) => ({
  reader,
  network,
  actor: undefined,
  spaceId: undefined,
  workspace: undefined,
  command: { name: '' },
  locking: false,
});
const request = async (drawing: Drawing) =>
  (await findSubject('join-request', looking(drawing), { request: drawing.about.id })).subject;
const nomination = async (drawing: Drawing) =>
  (await findSubject('nomination', looking(drawing), { nomination: drawing.about.id })).subject;
const document = async (drawing: Drawing) =>
  (await findSubject('document', looking(drawing), { document: drawing.about.id })).subject;
