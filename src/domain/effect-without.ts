/** What is left of an effect, once somebody's words or somebody are to be gone from it. */
import type { Wish } from './effect.ts';
import type { PersonId } from './ids.ts';

/** For one person, as an invitation's line is. */
const isPrivate = (wish: Wish): boolean => wish.kind === 'post' && typeof wish.to === 'string' && wish.to !== 'space';

/** What is sealed, in whichever effect: how to go on answering, a card for one person, a file that somebody gave. */
const sealed = ['reply', 'card', 'given'] as const;

/** Without what is sealed, and what one person said to another: itself, if there is no such thing in it. */
export function withoutSealed(wish: Wish): Wish {
  const held = sealed.filter(
    field => (wish as { readonly [F in (typeof sealed)[number]]?: string })[field] !== undefined,
  );
  const bare: Wish = held.length > 0 ? { ...wish, ...Object.fromEntries(held.map(field => [field, undefined])) } : wish;
  if ('shared' in bare && bare.shared?.words !== undefined && isPrivate(bare))
    return { ...bare, shared: { by: bare.shared.by } };
  if ('said' in bare && bare.said?.words !== undefined) return { ...bare, said: { ...bare.said, words: undefined } };
  return bare;
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
