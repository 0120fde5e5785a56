/** To who has just come in, and two weeks later; and what they say themselves. */
import { helloIn } from '../../domain/hello.ts';
import { helloCard } from '../../messages/hello.ts';
import { admittedCard, newcomerAsksCard, newcomerNotHadCard, settledInCard } from '../../messages/newcomer.ts';
import { who } from '../../messages/people.ts';
import type { Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as libraries from '../../store/libraries.ts';
import * as meetings from '../../store/meetings.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { sharedBy, whom } from './besides.ts';
import type { Drawing } from './render.ts';

const pinnedMost = 3;

async function admitted({ reader, cop }: Drawing): Promise<Card> {
  return admittedCard(cop, {
    pinned: await libraries.pinned(reader, cop.networkId, cop.id, pinnedMost),
    next: await meetings.next(reader, cop.networkId, cop.id),
  });
}

async function settledIn({ reader, cop, addressee }: Drawing): Promise<Card> {
  const they = addressee && (await memberships.of(reader, cop.networkId, cop.id, addressee));
  if (!they) throw new PlatformError('gone', 'no_member');
  return settledInCard(cop, they.since);
}

async function hello(drawing: Drawing): Promise<Card> {
  const by = await sharedBy(drawing);
  return helloCard(by && { who: by.who }, by?.words === undefined ? undefined : helloIn(by.words));
}

async function newcomerAsks({ reader, cop, said }: Drawing): Promise<Card> {
  const known =
    said && (await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [said.by]));
  const by = said && known?.get(said.by);
  return newcomerAsksCard(cop, by && who(by, cop), said?.words);
}

export const newcomer = {
  'join-request-admitted': admitted,
  'invitation-admitted': admitted,
  'brought-in': admitted,
  'settled-in': settledIn,
  hello,
  'newcomer-asks': newcomerAsks,
  'newcomer-not-had': async (drawing: Drawing) => newcomerNotHadCard(drawing.cop, await whom(drawing)),
};
