/** What is left of an effect, once somebody's words or somebody are to be gone from it. */
import type { Wish } from './effect.ts';
import type { PersonId } from './ids.ts';

/** For one person, as an invitation's line is. */
const isPrivate = (wish: Wish): boolean => wish.kind === 'post' && typeof wish.to === 'string' && wish.to !== 'space';

/** Without a reply's token, and what one person said to another: itself, if there is no such thing in it. */
export function withoutSealed(wish: Wish): Wish {
  if (wish.kind === 'answer' && wish.reply !== undefined) return { ...wish, reply: undefined };
  if (wish.kind === 'redraw') return { ...wish, card: undefined, reply: undefined };
  if (wish.kind === 'share-file' && wish.given !== undefined) return { ...wish, given: undefined };
  if (wish.kind === 'post' && wish.shared?.words !== undefined && isPrivate(wish))
    return { ...wish, shared: { by: wish.shared.by } };
  if (wish.kind === 'post' && wish.said?.words !== undefined)
    return { ...wish, said: { ...wish.said, words: undefined } };
  return wish;
}

/** As it was wished for, but that one person is nobody in it, and their words and what was sealed for them are gone. */
export function withoutPerson(wish: Wish, person: PersonId, nobody: PersonId): Wish {
  const bare = 'to' in wish && wish.to === person ? withoutSealed(wish) : wish;
  return JSON.parse(JSON.stringify(withoutWords(bare, person)).replaceAll(person, nobody)) as Wish;
}

function withoutWords(wish: Wish, person: PersonId): Wish {
  if ('said' in wish && wish.said?.by === person) return { ...wish, said: { ...wish.said, words: undefined } };
  if ('shared' in wish && wish.shared?.by === person) return { ...wish, shared: { by: person } } as Wish;
  return wish;
}
