import { type Cop, faultsIn, freeSlug, slugOf } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { CopId, NominationId } from '../../domain/ids.ts';
import { joining } from '../../domain/membership.ts';
import { tidied } from '../../domain/words.ts';
import { faultErrors, nameTaken, notABot, progressCard, startForm } from '../../messages/cop.ts';
import * as cops from '../../store/cops.ts';
import * as memberships from '../../store/memberships.ts';
import * as nominations from '../../store/nominations.ts';
import * as statements from '../../store/statements.ts';
import { command } from '../command.ts';
import { admit, describeSpace, keepAnswering, makeFacilitator, openSpace, pin, post } from '../effects.ts';

const guidesInSpace = ['guide-start-up', 'guide-dialogue-interviews', 'guide-virtuous-circle'] as const;

export const startCop = command({
  name: 'cop start',
  summary: 'Start a Community of Practice: a private space of its own, with guides',
  slash: 'startcop',
  about: 'network',
  may: ['anyone'],
  answers: 'privately',

  async form({ accountId, options }) {
    return startForm({ ...options, facilitator: options.facilitator ?? accountId });
  },

  async run({ tx, network, workspace, actor, accountId, options, now, person, named, newId, after, reply }) {
    const given = {
      name: tidied(options.name ?? ''),
      domain: tidied(options.domain ?? ''),
      statement: tidied(options.statement ?? ''),
    };
    const facilitatorAccount = options.facilitator || accountId;

    const errors = faultErrors(faultsIn(given));
    const { namesake: taken, slugs } = await cops.inTheWay(tx, network, given.name, slugOf(given.name));
    if (taken && taken.cop.starterId === actor.id && now - taken.cop.createdAt < 60_000)
      return { say: startingCard(taken.cop) }; // the same submission again
    if (taken && !errors.name) errors.name = nameTaken(taken.cop, taken.members);
    if (named(facilitatorAccount)?.bot) errors.facilitator = notABot;
    if (Object.keys(errors).length > 0)
      return { mend: startForm({ ...options, facilitator: facilitatorAccount }, errors) };

    const cop: Cop = {
      id: newId<CopId>(),
      networkId: network,
      workspace,
      name: given.name,
      domain: given.domain,
      statement: given.statement || undefined,
      slug: freeSlug(slugOf(given.name), slugs),
      state: 'starting',
      spaceId: undefined,
      spaceName: undefined,
      unlisted: false,
      closedAt: undefined,
      starterId: actor.id,
      version: 1,
      createdAt: now,
    };
    await cops.add(tx, cop);
    if (cop.statement) await statements.add(tx, cop, { words: cop.statement, by: actor.id, at: now });
    const facilitator = facilitatorAccount === accountId ? actor : await person({ id: facilitatorAccount });
    const asked = facilitator.id === actor.id ? undefined : newId<NominationId>();
    const inCop = { networkId: network, copId: cop.id };
    const starter = joining({ ...inCop, personId: actor.id }, now, 'facilitator');
    await memberships.save(
      tx,
      ...(asked ? [starter, joining({ ...inCop, personId: facilitator.id }, now)] : [starter]),
    );
    if (asked) {
      await nominations.add(tx, {
        id: asked,
        networkId: network,
        copId: cop.id,
        nomineeId: facilitator.id,
        nominatorId: actor.id,
        state: 'pending',
        decidedAt: undefined,
        version: 1,
        createdAt: now,
      });
    }

    const about = { kind: 'cop', id: cop.id } as const;
    const inOrder = lane.cop(cop.id);
    const opened = after(inOrder, openSpace(cop), {
      onFailure: { command: 'cop not-started', options: { cop: cop.id } },
    });
    const needs = [opened];
    const admitted = after(inOrder, admit(cop, asked ? [actor.id, facilitator.id] : [actor.id]), { needs });
    after(inOrder, makeFacilitator(cop, actor.id), { needs: [admitted] });
    after(inOrder, describeSpace(cop), { needs });
    for (const message of ['cop-welcome', ...guidesInSpace] as const) {
      const posted = after(inOrder, post(cop, message, 'space', about), { needs });
      after(inOrder, pin(cop, posted), { needs: [posted] });
    }
    after(inOrder, keepAnswering(cop, 'cop-progress', actor.id, about, reply));
    after(lane.person(actor.id), post(cop, 'guide-step-by-step', actor.id, about), { needs: [admitted] });
    if (asked)
      after(lane.person(facilitator.id), post(cop, 'nomination', facilitator.id, { kind: 'nomination', id: asked }), {
        needs: [admitted],
      });

    return { say: startingCard(cop) };
  },
});

const startingCard = (cop: Cop) =>
  cop.state === 'open'
    ? progressCard({ cop, space: 'done', people: 'done', guides: 'done', trouble: [] })
    : progressCard({ cop, space: 'under way', people: 'to come', guides: 'to come', trouble: [] });
