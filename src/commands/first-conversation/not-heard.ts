import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { FirstConversation } from '../../domain/first-conversation.ts';
import type { PersonId } from '../../domain/ids.ts';
import { consequence, type Scope, type Subjects } from '../command.ts';
import { post, postToSupport } from '../effects.ts';

type Telling = 'first-conversation-taken' | 'first-conversation-draft' | 'first-conversation-not-yet';

type Asked = Pick<Subjects['first-conversation'], 'conversation' | 'cop'>;

/** What the Support Team has for who would like to talk. */
export const tellAsker = (after: Scope<unknown>['after'], message: Telling, asked: Asked): void =>
  tell(after, message, asked, asked.conversation.personId);

/** The same to anybody whom it is for; where it can't be brought to them, the Support Team hears so. */
export function tell(
  after: Scope<unknown>['after'],
  message: Telling,
  { conversation: { id }, cop }: { conversation: Pick<FirstConversation, 'id'>; cop: Cop },
  reader: PersonId,
): void {
  after(lane.person(reader), post(cop, message, reader, { kind: 'first-conversation', id }), {
    onFailure: { command: 'first-conversation not-heard', options: { conversation: id, reader } },
  });
}

export const notHeard = consequence({
  name: 'first-conversation not-heard',
  summary: 'What the Support Team has for who would like to talk, or facilitates, could not be brought to them',
  about: 'first-conversation',

  async run({ subject: { conversation, cop }, options, after }) {
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), postToSupport(cop, 'first-conversation-not-heard', about, options.reader));
  },
});
