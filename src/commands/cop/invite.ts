import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { InvitationId, PersonId } from '../../domain/ids.ts';
import { type Invitation, limits, mostAtOnce } from '../../domain/invitation.ts';
import { joining } from '../../domain/membership.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut, tidiedLines } from '../../domain/words.ts';
import { inviteForm } from '../../messages/invitation.ts';
import { invitedCard } from '../../messages/invited.ts';
import { who } from '../../messages/people.ts';
import * as invitations from '../../store/invitations.ts';
import * as joinRequests from '../../store/join-requests.ts';
import * as memberships from '../../store/memberships.ts';
import * as people from '../../store/people.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { invite, reviseCopies } from '../effects.ts';
import { letIn } from '../join-request/let-in.ts';
import { ownCops } from './own.ts';

export const inviteToCop = command({
  name: 'cop invite',
  summary: 'Ask people privately whether they would like to join your CoP',
  options: {
    people: { kind: 'people', summary: 'Whom; leave it out to choose several in a form' },
    cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true },
    words: { kind: 'words', summary: 'Why them: a line of your own' },
  },
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',
  asksUnless: 'people',
  takesWords: true,

  async form({ subject: { cop }, options }) {
    return inviteForm(cop, options.words);
  },

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run(scope) {
    const { tx, network, subject, actor, options, now, after } = scope;
    const { cop } = subject;
    const given = [...new Set((options.people ?? '').split(',').filter(Boolean))];
    if (given.length > mostAtOnce) throw new Refusal('too-many-at-once', { most: mostAtOnce });

    const named = await sorted(scope, given);
    const asked = named.toAsk.map(({ person }) => invitationFor(scope, person));
    await invitations.add(tx, ...asked);
    const words = cut(tidiedLines(options.words ?? ''), limits.words);
    for (const one of asked)
      after(
        lane.person(one.inviteeId),
        invite(cop, one, { by: actor.id, ...(words ? { words } : { wordless: true }) }),
        {
          onFailure: { command: 'invitation not-delivered', options: { invitation: one.id } },
        },
      );

    const requests = named.toLetIn.map(one => one.request);
    await joinRequests.approveAll(tx, network, requests, actor.id, now);
    await memberships.save(tx, ...named.toLetIn.map(({ person }) => joining({ ...inCop(cop), personId: person }, now)));
    for (const { person, request } of named.toLetIn) {
      letIn(after, cop, person, request);
      after(lane.cop(cop.id), reviseCopies(cop, 'join-request', { kind: 'join-request', id: request }));
    }
    return { say: invitedCard(cop, named.outcome) };
  },
});

const inCop = (cop: Cop) => ({ networkId: cop.networkId, copId: cop.id });

function invitationFor({ subject: { cop }, actor, newId, now }: Scope<Subjects['cop']>, invitee: PersonId): Invitation {
  return {
    id: newId<InvitationId>(),
    ...inCop(cop),
    inviteeId: invitee,
    inviterId: actor.id,
    state: 'pending',
    withdrawnAs: undefined,
    decidedAt: undefined,
    version: 1,
    createdAt: now,
  };
}

/** Who is to be asked, who has asked already and so is in by this, and for whom there is nothing to do. */
async function sorted(scope: Scope<Subjects['cop']>, given: readonly string[]) {
  const { tx, network, workspace, subject, accountId, named, now } = scope;
  const { cop } = subject;
  const unknown = given.filter(one => one.startsWith('@'));
  const bots = given.filter(one => named(one)?.bot);
  const gone = given.filter(one => named(one)?.gone);
  const elsewhere = given.filter(one => named(one)?.elsewhere && !bots.includes(one));
  const accounts = given.filter(one => ![...unknown, ...bots, ...gone, ...elsewhere].includes(one));
  const known = await invitations.standingsOf(tx, network, cop.id, workspace, accounts);
  const strangers = accounts.filter(one => !known.has(one) && one !== accountId);
  const met = await people.meetAll(
    tx,
    network,
    workspace,
    strangers.map(id => ({ id, name: named(id)?.name ?? '' })),
    now,
  );
  const shown = (id: string) => who({ name: known.get(id)?.name || named(id)?.name || '', accountId: id }, cop);

  const toAsk = strangers.map(account => ({ account, person: met.get(account)?.id as PersonId }));
  const toLetIn: { account: string; person: PersonId; request: Parameters<typeof letIn>[3] }[] = [];
  const alreadyIn: string[] = [];
  const alreadyAsked: string[] = [];
  for (const [account, { person, isIn, request, invited }] of known) {
    if (isIn) alreadyIn.push(account);
    else if (request) toLetIn.push({ account, person, request });
    else if (invited) alreadyAsked.push(account);
    else toAsk.push({ account, person });
  }
  return {
    toAsk,
    toLetIn,
    outcome: {
      asked: toAsk.map(one => shown(one.account)),
      letIn: toLetIn.map(one => shown(one.account)),
      alreadyIn: alreadyIn.map(shown),
      alreadyAsked: alreadyAsked.map(shown),
      bots: bots.map(shown),
      gone: gone.map(shown),
      elsewhere: elsewhere.map(shown),
      guests: toAsk.filter(one => named(one.account)?.guest).map(one => shown(one.account)),
      unknown,
    },
  };
}
