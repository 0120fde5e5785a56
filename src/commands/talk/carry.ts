import type { Cop } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Talk } from '../../domain/talk.ts';
import type { Scope } from '../command.ts';
import { postSaying } from '../effects.ts';

/** Brings one's words to the other, sealed on the way; where that can't be done, who wrote them is told. */
export function carry(
  { after, seal }: Pick<Scope<unknown>, 'after' | 'seal'>,
  { talk, cop }: { readonly talk: Talk; readonly cop: Cop },
  { by, to, words }: { readonly by: PersonId; readonly to: PersonId; readonly words: string },
): void {
  const said = { by, talk: talk.id, words: seal(words, to) };
  after(lane.person(to), postSaying(cop, 'join-request-talk', to, { kind: 'join-request', id: talk.requestId }, said), {
    onFailure: { command: 'talk not-carried', options: { talk: talk.id, by } },
  });
}
