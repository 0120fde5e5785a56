/** A question before asking in, and its answer: with the words that only the reader gets to see. */
import type { PersonId } from '../../domain/ids.ts';
import type { Known } from '../../domain/person.ts';
import { questionAnswerCard, questionCard } from '../../messages/question.ts';
import type { Card } from '../../platform/card.ts';
import * as people from '../../store/people.ts';
import type { Drawing } from './render.ts';

export async function asked(drawing: Drawing): Promise<Card> {
  const { cop, said } = drawing;
  return questionCard(cop, said && (await known(drawing, said.by)), said?.words);
}

export async function answered(drawing: Drawing): Promise<Card> {
  const { cop, said } = drawing;
  return questionAnswerCard(cop, said && (await known(drawing, said.by)), said?.words);
}

const known = async ({ reader, cop }: Drawing, id: PersonId): Promise<Known | undefined> =>
  (await people.known(reader, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [id])).get(id);
