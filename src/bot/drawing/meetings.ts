/** What is said of meetings. */
import { notesOf } from '../../commands/meeting/notes-of.ts';
import { notesView } from '../../commands/meeting/notes-view.ts';
import type { About } from '../../domain/effect.ts';
import { ahead } from '../../domain/meeting.ts';
import type { AboutOf, MessageName } from '../../domain/message.ts';
import { type Gathering, meetingCard, most } from '../../messages/meeting.ts';
import { changedCard } from '../../messages/meeting-change.ts';
import { type News, newQuestions, newsCard, writerSoughtCard } from '../../messages/meeting-news.ts';
import { enjoyedCard, namesOfPart, partLines } from '../../messages/meeting-parts.ts';
import { bestCard, dateRows, takenCard } from '../../messages/meeting-vote.ts';
import { firstMeetingCard } from '../../messages/meetings.ts';
import { notesInSpaceCard, notesOutOfLibraryCard, pleaseWriteUpCard, unwrittenCard } from '../../messages/notes.ts';
import type { Card } from '../../platform/card.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as parts from '../../store/meeting-parts.ts';
import * as meetingVotes from '../../store/meeting-votes.ts';
import type { Drawing } from './render.ts';
import { document, meeting } from './told.ts';

type MeetingDrawing = Drawing<Extract<About, { kind: 'meeting' }>>;

/** With who comes and what they bring, as its card shows it. */
async function gathering(drawing: MeetingDrawing): Promise<Gathering> {
  const { reader } = drawing;
  const view = await meeting(drawing);
  const { workspace } = view.cop;
  return {
    ...view,
    coming: await gatherings.concerned(reader, view.meeting, workspace, most.names, 'meeting_answers'),
    dates: view.meeting.startsAt === undefined ? await meetingVotes.dates(reader, view.meeting) : [],
    written: await notesOf(reader, view.cop, view.meeting),
    questions: await gatherings.questions(reader, view.meeting, workspace, most.questions),
  };
}

/** With those whom it concerns that something of it has changed. */
async function told(drawing: MeetingDrawing, said?: 'meeting_votes') {
  const view = await meeting(drawing);
  const table = said ?? gatherings.saidOf(view.meeting);
  return [
    view,
    await gatherings.concerned(drawing.reader, view.meeting, view.cop.workspace, most.mentioned, table),
  ] as const;
}

/** With who has written it up meanwhile. */
async function written(drawing: MeetingDrawing) {
  const view = await meeting(drawing);
  return [view, await notesOf(drawing.reader, view.cop, view.meeting)] as const;
}

/** Since its reader said that they come, or don't; nothing for who has left since then, with all that they said. */
async function news(drawing: MeetingDrawing): Promise<News | undefined> {
  const { reader, addressee } = drawing;
  const view = await meeting(drawing);
  const said = addressee && (await gatherings.answerOf(reader, view.meeting, addressee));
  if (!said) return undefined;
  if (said.says === 'not') return { isMoved: false, questions: { many: 0, first: [] } };
  const since = { since: said.at, reader: addressee };
  return {
    isMoved: view.meeting.changedAt > said.at,
    questions: await gatherings.questions(reader, view.meeting, view.cop.workspace, newQuestions, since),
  };
}

async function writerSought(drawing: MeetingDrawing): Promise<Card> {
  const { reader } = drawing;
  const view = await meeting(drawing);
  const { meeting: of, cop } = view;
  const taken = await parts.taken(reader, of, cop.workspace, namesOfPart);
  const free = await parts.free(reader, of, cop.workspace, most.mentioned);
  return writerSoughtCard(
    view,
    taken.find(one => one.part === 'write'),
    free,
  );
}

export const meetings = {
  meeting: async drawing => {
    const view = await gathering(drawing);
    const { cop, meeting: of } = view;
    const taken = of.state === 'called' ? await parts.taken(drawing.reader, of, cop.workspace, namesOfPart) : [];
    return meetingCard(view, dateRows(view, ahead(view.dates, drawing.now)), partLines(view, taken));
  },
  'meeting-changed': async drawing => changedCard(...(await told(drawing))),
  'meeting-taken': async drawing => takenCard(...(await told(drawing, 'meeting_votes'))),
  'meeting-best': async drawing => {
    const view = await meeting(drawing);
    return bestCard(view, await meetingVotes.dates(drawing.reader, view.meeting), drawing.now);
  },
  'meeting-enjoyed': async drawing => {
    const view = await meeting(drawing);
    const { reader, addressee } = drawing;
    return enjoyedCard(view, addressee && (await parts.offeredTo(reader, view.meeting, addressee)));
  },
  'meeting-notes': async drawing => {
    const { document: its, cop } = await document(drawing);
    if (its.state !== 'kept') return notesOutOfLibraryCard(cop); // whether or not it was written up anew meanwhile
    return notesInSpaceCard(await notesView(drawing.reader, cop, its));
  },
  'meeting-write-up': async drawing => pleaseWriteUpCard(...(await written(drawing))),
  'meeting-unwritten': async drawing => unwrittenCard(...(await written(drawing))),
  'meeting-news': async drawing => newsCard(await meeting(drawing), await news(drawing)),
  'writer-sought': writerSought,
  'first-meeting': async ({ cop }) => firstMeetingCard(cop),
} satisfies { readonly [M in MessageName]?: (drawing: Drawing<AboutOf<M>>) => Promise<Card> };
