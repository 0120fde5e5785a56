import { type Wish, withoutSealed } from './effect.ts';
import type { PersonId } from './ids.ts';

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
