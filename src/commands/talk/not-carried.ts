import { lane } from '../../domain/effect.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';

/** The other takes no direct messages: who wrote is told, so that they don't wait for an answer. */
export const talkNotCarried = consequence({
  name: 'talk not-carried',
  summary: 'Words that could not be brought to the other',
  about: 'talk',

  async run({ subject, options, after }) {
    const { request, cop, applicant, facilitator } = subject;
    const by = options.by === applicant.id ? applicant : facilitator;
    after(
      lane.person(by.id),
      post(cop, 'join-request-talk-not-carried', by.id, { kind: 'join-request', id: request.id }),
    );
  },
});
