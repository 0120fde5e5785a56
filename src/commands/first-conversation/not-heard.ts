import { lane } from '../../domain/effect.ts';
import { consequence, type Scope, type Subjects } from '../command.ts';
import { post, postToSupport } from '../effects.ts';

type Telling = 'first-conversation-taken' | 'first-conversation-draft' | 'first-conversation-not-yet';

/** What the Support Team has for who would like to talk; where it can't be brought to them, the Support Team hears so. */
export function tellAsker(
  after: Scope<unknown>['after'],
  message: Telling,
  { conversation, cop, asker }: Subjects['first-conversation'],
): void {
  const { id } = conversation;
  after(lane.person(asker.id), post(cop, message, asker.id, { kind: 'first-conversation', id }), {
    onFailure: { command: 'first-conversation not-heard', options: { conversation: id } },
  });
}

export const notHeard = consequence({
  name: 'first-conversation not-heard',
  summary: 'What the Support Team has for who would like to talk could not be brought to them',
  about: 'first-conversation',

  async run({ subject: { conversation, cop }, after }) {
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.workspace(cop.workspace), postToSupport(cop, 'first-conversation-not-heard', about));
  },
});
