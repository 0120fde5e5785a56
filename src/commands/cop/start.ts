import { type Cop, faultsIn, freeSlug, slugOf, startsAgain, startsAtMost } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { asked as askedToTalk, type FirstConversation, wayOf } from '../../domain/first-conversation.ts';
import type { CopId, EffectId, FirstConversationId, NominationId, PersonId } from '../../domain/ids.ts';
import { joining } from '../../domain/membership.ts';
import type { Nomination } from '../../domain/nomination.ts';
import { Refusal } from '../../domain/refusal.ts';
import { conversationFirst } from '../../domain/settings.ts';
import { tidied, tidiedLines } from '../../domain/words.ts';
import { progressCard, startingAlreadyCard, whyNotThem } from '../../messages/cop.ts';
import { proposedCard } from '../../messages/first-conversation.ts';
import { faultErrors, nameTaken, startedMany, startForm } from '../../messages/start-form.ts';
import * as channels from '../../store/chosen-channels.ts';
import * as cops from '../../store/cops.ts';
import * as conversations from '../../store/first-conversations.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as statements from '../../store/statements.ts';
import { command, type Scope, type Subjects } from '../command.ts';
import { postToSupport } from '../effects.ts';
import { found } from './found.ts';

type Starting = Scope<Subjects['network']>;

export const startCop = command({
  name: 'cop start',
  summary: 'Start a Community of Practice: a private space of its own, with guides',
  about: 'network',
  may: ['starter'],
  in: 'no CoP',
  answers: 'privately',
  offersSetup: true,

  async form({ reader, network, actor, accountId, options, settings, direct, now }) {
    const before = network && actor ? await cops.startedBy(reader, network, actor.id, startsAtMost.many) : [];
    const again = startsAgain(before, now);
    if (again !== undefined) throw new Refusal('started-many', { again });
    return startForm({ ...options, facilitator: options.facilitator ?? accountId }, settings, { alone: direct });
  },

  async run(scope) {
    const { tx, network, workspace, actor, accountId, settings, options, now, named, newId, person } = scope;
    const given = {
      name: tidied(options.name ?? ''),
      domain: tidied(options.domain ?? ''),
      statement: tidiedLines(options.statement ?? ''),
    };
    const facilitator = options.facilitator || accountId;
    await cops.lockStarter(tx, actor.id);

    const errors = faultErrors(faultsIn(given));
    const theirs = { by: actor.id, since: now - startsAtMost.within };
    const inTheWay = await cops.inTheWay(tx, network, given.name, slugOf(given.name), theirs);
    const { namesake: taken, slugs } = inTheWay;
    if (taken && taken.cop.starterId === actor.id && now - taken.cop.createdAt < 60_000)
      return {
        say: taken.cop.state === 'starting' ? startingAlreadyCard(taken.cop) : await startedCard(scope, taken.cop),
      }; // the same submission again
    const again = startsAgain(inTheWay.started, now);
    if (again !== undefined) errors.name = startedMany(again);
    if (taken && !errors.name) errors.name = nameTaken(taken.cop, taken.members);
    const whyNot = whyNotThem(named(facilitator));
    if (whyNot) errors.facilitator = whyNot;
    if (Object.keys(errors).length > 0)
      return { mend: startForm({ ...options, facilitator }, settings, { errors, alone: scope.direct }) };

    const cop: Cop = {
      id: newId<CopId>(),
      networkId: network,
      workspace,
      name: given.name,
      domain: given.domain,
      statement: given.statement || undefined,
      slug: freeSlug(slugOf(given.name), slugs),
      state: conversationFirst(settings) ? 'proposed' : 'starting',
      spaceId: undefined,
      spaceName: undefined,
      unlisted: false,
      joinQuestion: undefined,
      welcome: undefined,
      closedAt: undefined,
      starterId: actor.id,
      version: 1,
      createdAt: now,
    };
    await cops.add(tx, cop);
    if (cop.statement) await statements.add(tx, cop, { words: cop.statement, by: actor.id, at: now });
    const asked = await withPeople(
      scope,
      cop,
      facilitator === accountId ? undefined : await person({ id: facilitator }),
    );
    const conversation = await withConversation(scope, cop);
    if (cop.state === 'proposed') return { say: await startedCard(scope, cop, conversation) };

    const opened = await found(scope, { cop, asked, reply: scope.reply });
    if (!conversation) tellSupport(scope, cop, opened);
    return { say: await startedCard(scope, cop) };
  },
});

/** The starter facilitates; whoever else is named is asked to. */
async function withPeople({ tx, newId, now }: Starting, cop: Cop, nominee: { readonly id: PersonId } | undefined) {
  const inCop = { networkId: cop.networkId, copId: cop.id };
  const starter = joining({ ...inCop, personId: cop.starterId }, now, 'facilitator');
  if (!nominee || nominee.id === cop.starterId) {
    await memberships.save(tx, starter);
    return undefined;
  }
  await memberships.save(tx, starter, joining({ ...inCop, personId: nominee.id }, now));
  const nomination: Nomination = {
    way: 'first',
    words: undefined,
    ...inCop,
    id: newId<NominationId>(),
    nomineeId: nominee.id,
    nominatorId: cop.starterId,
    state: 'pending' as const,
    withdrawnAs: undefined,
    decidedAt: undefined,
    version: 1,
    createdAt: now,
  };
  await nominations.add(tx, nomination);
  return nomination;
}

/** One that the starter would like, or that has to come first. */
async function withConversation(scope: Starting, cop: Cop): Promise<FirstConversation | undefined> {
  const { tx, settings, options, newId, now, after } = scope;
  const way = wayOf(options.conversation);
  if (!settings.supportChannel || (way === 'not-now' && cop.state !== 'proposed')) return undefined;
  const id = newId<FirstConversationId>();
  const { networkId, id: copId, starterId: personId } = cop;
  const conversation = askedToTalk({ id, networkId, copId, personId, way, words: undefined }, now);
  await conversations.add(tx, conversation);
  after(lane.workspace(cop.workspace), postToSupport(cop, 'first-conversation', { kind: 'first-conversation', id }));
  return conversation;
}

/** The Support Team hears of every new CoP; where a conversation is asked for, by that. */
function tellSupport({ settings, after }: Starting, cop: Cop, opened: EffectId): void {
  if (!settings.supportChannel) return;
  const news = postToSupport(cop, 'cop-started', { kind: 'cop', id: cop.id });
  after(lane.workspace(cop.workspace), news, { needs: [opened] });
}

async function startedCard({ tx, network, workspace, settings }: Starting, cop: Cop, conversation?: FirstConversation) {
  if (cop.state === 'proposed') {
    const isLost = await channels.lost.isSo(tx, network, workspace, settings.supportChannel);
    return proposedCard(cop, conversation, isLost);
  }
  return cop.state === 'open'
    ? progressCard({ cop, space: 'done', people: 'done', guides: 'done', trouble: [] })
    : progressCard({ cop, space: 'under way', people: 'to come', guides: 'to come', trouble: [] });
}
