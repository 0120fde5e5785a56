/** In which language something is said: to one person in theirs, in a channel in the network's, or in that of who started the CoP. */
import type { Cop } from '../domain/cop.ts';
import type { Wish } from '../domain/effect.ts';
import type { PersonId } from '../domain/ids.ts';
import { type Language, languageOf } from '../domain/language.ts';
import type { Reader } from '../store/engine.ts';
import * as people from '../store/people.ts';
import * as settings from '../store/settings.ts';

export async function languageOfPerson(reader: Reader, cop: Cop, person: PersonId): Promise<Language> {
  return languageOf(await people.localeOf(reader, cop.networkId, cop.workspace, person));
}

/** What several read at once. */
export async function languageOfPlace(reader: Reader, cop: Cop): Promise<Language> {
  const { language } = await settings.of(reader, cop.networkId, cop.workspace);
  return language ?? languageOfPerson(reader, cop, cop.starterId);
}

export function languageOfAddressee(
  reader: Reader,
  cop: Cop,
  { to }: Pick<Extract<Wish, { kind: 'post' | 'answer' }>, 'to'>,
): Promise<Language> {
  return typeof to === 'object' || to === 'space' || to === 'support'
    ? languageOfPlace(reader, cop)
    : languageOfPerson(reader, cop, to);
}
