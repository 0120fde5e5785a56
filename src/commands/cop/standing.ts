/** What stands in every space from its start: the cards of the guides, and the welcome, each pinned. */
import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { startUpDocs } from '../../domain/guide.ts';
import type { EffectId } from '../../domain/ids.ts';
import type { Scope } from '../command.ts';
import { openThread, pin, post, postBelow } from '../effects.ts';

type Laying = Pick<Scope<unknown>, 'after' | 'guides'>;

export interface LaidGuide {
  readonly name: (typeof startUpDocs)[number];
  readonly posted: EffectId;
  readonly isWhole: boolean;
  /** What is seen of it in the space. */
  readonly leaving: readonly EffectId[];
}

/** A small card, pinned, and room below it for the whole; of a guide that is kept elsewhere, the card leads there. */
export function layGuide(
  { after, guides }: Laying,
  cop: Cop,
  name: LaidGuide['name'],
  before: readonly EffectId[] = [],
): LaidGuide {
  const beside = lane.beside(cop.id, name);
  const posted = after(beside, post(cop, `guide-${name}`, 'space', { kind: 'cop', id: cop.id }), { needs: before });
  const needs = [posted];
  const pinned = after(beside, pin(cop, posted), { needs });
  if (guides[name].link !== undefined) return { name, posted, isWhole: false, leaving: [posted, pinned] };
  const thread = after(lane.beside(cop.id, `${name}:thread`), openThread(cop, posted, name), { needs });
  return { name, posted, isWhole: true, leaving: [posted, pinned, thread] };
}

/** The whole text of each, below its card: once the space is ready. */
export function layWholes({ after }: Laying, cop: Cop, laid: readonly LaidGuide[], follows: readonly EffectId[]): void {
  for (const { name, posted } of laid.filter(one => one.isWhole))
    after(lane.beside(cop.id, name), postBelow(cop, `whole-${name}`, posted, { kind: 'cop', id: cop.id }), {
      needs: [posted],
      follows,
    });
}

/** After all else that leaves a line of the platform's in the space, so that it is the last. */
export function layWelcome(
  { after }: Laying,
  cop: Cop,
  { needs = [], follows = [] }: { readonly needs?: readonly EffectId[]; readonly follows?: readonly EffectId[] },
): EffectId {
  const inOrder = lane.cop(cop.id);
  const welcomed = after(inOrder, post(cop, 'cop-welcome', 'space', { kind: 'cop', id: cop.id }), { needs, follows });
  after(inOrder, pin(cop, welcomed), { needs: [welcomed] });
  return welcomed;
}
