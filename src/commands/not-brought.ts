/** What somebody wrote to somebody could not be brought there: they hear so. Whom it was for and isn't there any more, nobody waits for. */
import type { Cop } from '../domain/cop.ts';
import { lane } from '../domain/effect.ts';
import type { AboutOf, MessageOfWhom, Messages } from '../domain/message.ts';
import type { DrawnWith } from '../domain/options.ts';
import { hasLeft } from '../domain/trouble.ts';
import type { Scope } from './command.ts';
import { postOf } from './effects.ts';

type AboutCop = { [M in MessageOfWhom]: Messages[M] extends 'cop' ? M : never }[MessageOfWhom];

/** `by`: who wrote it. `person`: for whom. */
export function tellWhoWrote(
  {
    subject: { cop },
    options,
    after,
  }: { readonly subject: { readonly cop: Cop }; readonly options: DrawnWith<'question not-had'> } & Pick<
    Scope<unknown>,
    'after'
  >,
  message: AboutCop,
): void {
  const { by, person } = options;
  if (hasLeft(options)) return;
  const about = { kind: 'cop', id: cop.id } as AboutOf<AboutCop>;
  after(lane.person(by), postOf(cop, message, by, about, person));
}
