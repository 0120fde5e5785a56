import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { hasCome } from '../../domain/hours.ts';
import type { JoinRequestId, PersonId } from '../../domain/ids.ts';
import { type JoinRequest, limits } from '../../domain/join-request.ts';
import type { MembershipRole } from '../../domain/membership.ts';
import { Refusal } from '../../domain/refusal.ts';
import { firstLook } from '../../domain/reminder.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { askForm } from '../../messages/join-request.ts';
import { sentCard } from '../../messages/own-request.ts';
import * as directory from '../../store/directory.ts';
import type { Reader } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import { command, type ReadScope } from '../command.ts';
import { post } from '../effects.ts';
import { waitFrom } from './waits.ts';

export const makeJoinRequest = command({
  name: 'join-request make',
  summary: 'Ask to join a CoP',
  options: { cop: { kind: 'cop', summary: 'Which CoP; leave it out to choose', suggests: true } },
  about: 'cop',
  may: ['anyone'],
  in: 'an open CoP',
  fromDirectory: true,
  answers: 'privately',

  async form({ reader, subject: { cop, role }, actor, options, now, calendar }) {
    await mayAsk(reader, cop, role, actor?.id, { now, calendar });
    const facilitators = await facilitating.ofCop(reader, cop.networkId, cop.id, cop.workspace);
    return askForm(cop, facilitators, options.words);
  },

  async suggest({ reader, network, actor }, _option, typed) {
    if (!network) return [];
    const found = await directory.find(reader, network, typed.split(/\s+/).filter(Boolean), 25, actor?.id);
    return found.map(({ cop }) => ({ value: cop.id, label: cop.name }));
  },

  async run({ tx, network, subject: { cop, role }, actor, options, now, calendar, newId, after }) {
    const facilitators = await mayAsk(tx, cop, role, actor.id, { now, calendar });
    const words = cut(tidiedLines(options.words ?? ''), limits.words) || undefined;
    const request: JoinRequest = {
      id: newId<JoinRequestId>(),
      networkId: network,
      copId: cop.id,
      personId: actor.id,
      question: cop.joinQuestion,
      words,
      wordsFor: words && options.hello ? 'members' : undefined,
      state: 'pending',
      withdrawnAs: undefined,
      decidedBy: undefined,
      decidedAt: undefined,
      reason: undefined,
      version: 1,
      createdAt: now,
    };
    await joinRequests.add(tx, request);
    await waitFrom(tx, cop, request, firstLook(now));
    for (const facilitator of facilitators)
      after(
        lane.person(facilitator),
        post(cop, 'join-request', facilitator, { kind: 'join-request', id: request.id }),
        {
          onFailure: { command: 'join-request not-had', options: { request: request.id, reader: facilitator } },
        },
      );

    return { say: sentCard({ request, cop }, facilitators.length > 0) };
  },
});

/** Who is in, has asked already, or comes too early is told so before they write a word. Answers who would decide. */
async function mayAsk(
  reader: Reader,
  cop: Cop,
  role: MembershipRole | undefined,
  person: PersonId | undefined,
  { now, calendar }: Pick<ReadScope<unknown>, 'now' | 'calendar'>,
): Promise<readonly PersonId[]> {
  if (role) throw new Refusal('already-member', { cop });
  if (!person) return [];
  const { networkId, id } = cop;
  const { request, invitation, facilitators, asksAgainAt } = await invitations.openBetween(
    reader,
    networkId,
    id,
    person,
  );
  if (invitation) throw new Refusal('already-invited', { cop, invitation });
  if (request) throw new Refusal('already-asked', { cop, request });
  if (asksAgainAt !== undefined && !hasCome(asksAgainAt, now, calendar))
    throw new Refusal('not-for-now', { cop, again: asksAgainAt });
  return facilitators;
}
