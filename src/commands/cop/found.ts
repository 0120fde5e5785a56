import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import { startUpDocs } from '../../domain/guide.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { Nomination } from '../../domain/nomination.ts';
import type { Scope } from '../command.ts';
import { admit, describeSpace, forum, keepAnswering, makeFacilitator, openSpace, post } from '../effects.ts';
import { silenceOf } from '../nomination/unanswered.ts';
import { tellFirstWeek } from './first-week.ts';
import { layGuide, layWelcome, layWholes } from './standing.ts';

interface Founding {
  readonly cop: Cop;
  /** Somebody else is asked to facilitate; the starter does until their yes. */
  readonly asked: Pick<Nomination, 'id' | 'nomineeId' | 'nominatorId'> | undefined;
  /** How the starter is told; by a direct message, where the answer is long gone. */
  readonly reply: string | undefined;
}

/**
 * All that makes a CoP: its space, who is in it, the guides and the welcome. What need not be in order stands in lanes of its own; but
 * what leaves a line of the platform's in the space comes before the welcome, so that this is the last. Answers the effect that opens the space.
 */
export async function found(scope: Founded, { cop, asked, reply }: Founding): Promise<EffectId> {
  const { after } = scope;
  const starter = cop.starterId;
  const about = { kind: 'cop', id: cop.id } as const;
  const inOrder = lane.cop(cop.id);
  const opened = after(inOrder, openSpace(cop), {
    onFailure: { command: 'cop not-started', options: { cop: cop.id } },
  });
  const needs = [opened];
  const admitted = after(inOrder, admit(cop, [starter]), {
    needs,
    onFailure: { command: 'cop starter-gone', options: { cop: cop.id } },
  });
  const tended = after(inOrder, makeFacilitator(cop, starter), { needs: [admitted] });
  const described = after(lane.name(cop.id), describeSpace(cop), { needs });
  const guides = startUpDocs.map(name => layGuide(scope, cop, name, needs));

  const before = [admitted, tended, described, ...guides.flatMap(({ leaving }) => leaving)];
  const welcomed = layWelcome(scope, cop, { needs, follows: before });
  layWholes(scope, cop, guides, [welcomed]);
  after(lane.beside(cop.id, 'told'), keepAnswering(cop, 'cop-progress', starter, about, reply), {
    follows: [opened, ...before, welcomed],
  });
  if (!asked) tellFirstWeek(scope, cop, starter, [admitted]);
  after(lane.workspace(cop.workspace), forum(cop, starter), { needs: [admitted] });
  if (asked) {
    const theirs = lane.person(asked.nomineeId); // whom a platform won't let in holds nobody else up
    const onFailure = notDelivered(asked);
    const invited = after(theirs, admit(cop, [asked.nomineeId]), { needs, follows: [admitted], onFailure });
    askToFacilitate(after, cop, asked, invited);
  }
  return opened;
}

type Founded = Pick<Scope<unknown>, 'tx' | 'after' | 'guides'>;

/** They are asked once they are in the space and can look around; a week of silence comes back to whoever asks. */
export function askToFacilitate(
  after: Scope<unknown>['after'],
  cop: Cop,
  nomination: Pick<Nomination, 'id' | 'nomineeId' | 'nominatorId'>,
  admitted: EffectId,
): void {
  const { id, nomineeId } = nomination;
  const asked = post(cop, 'nomination', nomineeId, { kind: 'nomination', id }, silenceOf(nomination));
  after(lane.person(nomineeId), asked, {
    needs: [admitted],
    onFailure: notDelivered(nomination),
  });
}

/** Who isn't there any more can't be let in either: then nothing is brought to them. */
export const notDelivered = ({ id }: Pick<Nomination, 'id'>) =>
  ({ command: 'nomination not-delivered', options: { nomination: id } }) as const;
