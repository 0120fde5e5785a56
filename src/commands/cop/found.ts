import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { Nomination } from '../../domain/nomination.ts';
import { startUpDocs } from '../../messages/guide.ts';
import type { Scope } from '../command.ts';
import { admit, describeSpace, forum, keepAnswering, makeFacilitator, openSpace, pin, post } from '../effects.ts';
import { silenceOf } from '../nomination/unanswered.ts';

const guidesInSpace = startUpDocs.map(name => `guide-${name}` as const);

interface Founding {
  readonly cop: Cop;
  /** Somebody else is asked to facilitate; the starter does until their yes. */
  readonly asked: Pick<Nomination, 'id' | 'nomineeId' | 'nominatorId'> | undefined;
  /** How the starter is told; by a direct message, where the answer is long gone. */
  readonly reply: string | undefined;
}

/** All that makes a CoP: its space, who is in it, the welcome and the guides. Answers the effect that opens the space. */
export function found({ after }: Pick<Scope<unknown>, 'after'>, { cop, asked, reply }: Founding): EffectId {
  const starter = cop.starterId;
  const about = { kind: 'cop', id: cop.id } as const;
  const inOrder = lane.cop(cop.id);
  const opened = after(inOrder, openSpace(cop), {
    onFailure: { command: 'cop not-started', options: { cop: cop.id } },
  });
  const needs = [opened];
  const admitted = after(inOrder, admit(cop, [starter]), { needs });
  after(inOrder, makeFacilitator(cop, starter), { needs: [admitted] });
  after(inOrder, describeSpace(cop), { needs });
  for (const message of ['cop-welcome', ...guidesInSpace] as const) {
    const posted = after(inOrder, post(cop, message, 'space', about), { needs });
    after(inOrder, pin(cop, posted), { needs: [posted] });
  }
  after(inOrder, keepAnswering(cop, 'cop-progress', starter, about, reply));
  after(lane.person(starter), post(cop, 'guide-step-by-step', starter, about), { needs: [admitted] });
  after(lane.workspace(cop.workspace), forum(cop, starter), { needs: [admitted] });
  if (asked) {
    const theirs = lane.person(asked.nomineeId); // whom a platform won't let in holds nobody else up
    askToFacilitate(after, cop, asked, after(theirs, admit(cop, [asked.nomineeId]), { needs: [admitted] }));
  }
  return opened;
}

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
    onFailure: { command: 'nomination not-delivered', options: { nomination: id } },
  });
}
