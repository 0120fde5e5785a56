/** What is said of meetings. */
import type { About } from '../../domain/effect.ts';
import type { AboutOf, MessageName } from '../../domain/message.ts';
import { type Gathering, meetingCard, most } from '../../messages/meeting.ts';
import type { Card } from '../../platform/card.ts';
import * as gatherings from '../../store/gatherings.ts';
import type { Drawing } from './render.ts';
import { meeting } from './told.ts';

/** With who comes and what they bring, as its card shows it. */
async function gathering(drawing: Drawing<Extract<About, { kind: 'meeting' }>>): Promise<Gathering> {
  const { reader } = drawing;
  const view = await meeting(drawing);
  const { workspace } = view.cop;
  return {
    ...view,
    coming: await gatherings.coming(reader, view.meeting, workspace, most.names),
    questions: await gatherings.questions(reader, view.meeting, workspace, most.questions),
  };
}

export const meetings = {
  meeting: async drawing => meetingCard(await gathering(drawing)),
} satisfies { readonly [M in MessageName]?: (drawing: Drawing<AboutOf<M>>) => Promise<Card> };
