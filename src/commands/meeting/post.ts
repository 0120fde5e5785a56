import { called, endsAt, type Meeting } from '../../domain/meeting.ts';
import { Refusal } from '../../domain/refusal.ts';
import { calledCard, draftCard, droppedCard } from '../../messages/meeting-form.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as meetings from '../../store/meetings.ts';
import { command } from '../command.ts';
import { post } from '../effects.ts';
import { ofMeeting } from './card.ts';

/** Shown back, and right. */
export const postMeeting = command({
  name: 'meeting post',
  summary: 'Call the meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after }) {
    const { meeting, cop } = subject;
    if (meeting.startsAt === undefined || meeting.startsAt <= now) return { say: draftCard(subject) };
    const calls = called(meeting, meeting.startsAt, now);
    await meetings.save(tx, calls);
    await endsBy(tx, calls);
    after(ofMeeting(calls), post(cop, 'meeting', 'space', { kind: 'meeting', id: meeting.id }));
    return { say: calledCard({ ...subject, meeting: calls }) };
  },
});

export const dropMeeting = command({
  name: 'meeting drop',
  summary: 'Leave the meeting that you have drafted',
  typedAs: 'meeting call',
  about: 'meeting',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject: { meeting } }) {
    if (meeting.state !== 'drafted') throw new Refusal('meeting-settled', { meeting });
    await meetings.drop(tx, meeting);
    return { say: droppedCard };
  },
});

/** Its card says then that it is over. */
async function endsBy(tx: Tx, meeting: Meeting): Promise<void> {
  const dueAt = endsAt(meeting);
  if (dueAt === undefined) return;
  await clocks.set(
    tx,
    { id: meeting.copId, networkId: meeting.networkId },
    {
      about: { kind: 'meeting', id: meeting.id },
      step: 'over',
      dueAt,
      does: { command: 'meeting over', options: { meeting: meeting.id } },
    },
  );
}
