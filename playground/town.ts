/** Who lives in the playground: six people of different callings, one of the Support Team, one from outside. */
import type { PlaygroundWorkspace } from './driver.ts';

export const town: PlaygroundWorkspace = {
  name: 'Northern Network',
  people: [
    { name: 'Amira Haddad', timeZone: 'Europe/London' },
    { name: 'Ben Okafor', timeZone: 'Europe/London' },
    { name: 'Carla Moreno', locale: 'de-DE', timeZone: 'Europe/Berlin' },
    { name: 'Dev Patel', timeZone: 'Asia/Kolkata' },
    { name: 'Joan Mills', admin: true, timeZone: 'Europe/London' },
    { name: 'Kofi Mensah', guest: true, timeZone: 'Africa/Accra' },
  ],
  channels: ['general', 'announcements'],
};

/** Somebody who has no account there yet. */
export const outsider = { name: 'Eli Novak', calling: 'from outside, has no account yet' } as const;

/** What they do in life, for whoever chooses whom to be. */
export const callings: Readonly<Record<string, string>> = {
  'Amira Haddad': 'tissue viability nurse',
  'Ben Okafor': 'runs a leg-ulcer clinic',
  'Carla Moreno': 'teaches physics, reads German',
  'Dev Patel': 'engineer',
  'Joan Mills': 'Support Team, administrator',
  'Kofi Mensah': 'guest from outside',
};
