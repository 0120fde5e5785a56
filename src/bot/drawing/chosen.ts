/** What is told of what an administrator chose for a workspace: its forum, and the way in from outside. */
import { forumAnswerCard, forumInCard, forumQuestionCard } from '../../messages/forum.ts';
import { who } from '../../messages/people.ts';
import { inviteOverCard } from '../../messages/way-in.ts';
import type { Card } from '../../platform/card.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { channel } from '../addresses.ts';
import { sharedBy } from './besides.ts';
import type { Drawing } from './render.ts';

export async function inviteOver({ reader, cop, now }: Drawing): Promise<Card> {
  const { wayIn } = await settings.of(reader, cop.networkId, cop.workspace);
  return inviteOverCard(wayIn, now);
}

export async function forumIn({ reader, cop }: Drawing): Promise<Card> {
  const { forumChannel } = await settings.of(reader, cop.networkId, cop.workspace);
  return forumInCard(cop, forumChannel === undefined ? undefined : channel(cop, forumChannel));
}

export async function forumQuestion(drawing: Drawing): Promise<Card> {
  const by = await sharedBy(drawing);
  return forumQuestionCard(drawing.cop, by && drawing.shared && { ...by, id: drawing.shared.by });
}

export async function forumAnswer({ reader, cop, said }: Drawing): Promise<Card> {
  if (!said) return forumAnswerCard(undefined, undefined);
  const known = await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [said.by]);
  const by = known.get(said.by);
  return forumAnswerCard(by && who(by, cop), said.words);
}
