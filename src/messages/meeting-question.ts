/** A question that somebody brings to a meeting. */
import { limits } from '../domain/meeting.ts';
import type { FormOf } from '../platform/card.ts';
import type { MeetingView } from './meeting.ts';

export const askForm = ({ meeting }: MeetingView, given?: string, error?: string): FormOf<'meeting ask'> => ({
  title: 'Bring a question',
  fields: [
    {
      kind: 'words',
      name: 'words',
      label: 'What would you like to talk about?',
      hint: 'It goes on the card, with your name',
      required: true,
      long: true,
      max: limits.question,
      ...(given && { value: given }),
      ...(error && { error }),
    },
  ],
  submit: 'Bring it',
  does: { command: 'meeting ask', options: { meeting: meeting.id } },
});

export const nothingBrought = 'Write your question in a line or two.';
