/** People and channels, as they begin. */
import type { PlaygroundPerson } from '../driver.ts';
import { type Channel, nextId, type Person, type State } from './state.ts';

export const handleOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '') || 'someone';

export function newPerson(state: State, who: PlaygroundPerson): Person {
  return {
    id: nextId(state, 'U'),
    name: who.name,
    handle: handleOf(who.name),
    bot: false,
    admin: who.admin ?? false,
    guest: who.guest ?? false,
    deleted: false,
    locale: who.locale ?? 'en-GB',
    timeZone: who.timeZone ?? 'Europe/London',
  };
}

export function newChannel(
  state: State,
  now: number,
  fields: Pick<Channel, 'name' | 'kind' | 'creator' | 'members'>,
): Channel {
  return {
    id: nextId(state, fields.kind === 'im' ? 'D' : 'C'),
    general: false,
    created: now,
    archived: false,
    topic: '',
    purpose: '',
    messages: [],
    pins: [],
    bookmarks: [],
    ...fields,
  };
}
