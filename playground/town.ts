/** Who lives in the playground: six people of different callings, one of the Support Team, one from outside. */
import type { PlaygroundWorkspace } from './driver.ts';

export const town: PlaygroundWorkspace = {
  name: 'Northern Network',
  people: [
    { name: 'Amira Haddad', timeZone: 'Europe/London' }, // a tissue viability nurse
    { name: 'Ben Okafor', timeZone: 'Europe/London' }, // runs a leg-ulcer clinic
    { name: 'Carla Moreno', locale: 'de-DE', timeZone: 'Europe/Berlin' }, // teaches physics
    { name: 'Dev Patel', timeZone: 'Asia/Kolkata' }, // an engineer
    { name: 'Joan Mills', admin: true, timeZone: 'Europe/London' }, // the Support Team, and an administrator
    { name: 'Kofi Mensah', guest: true, timeZone: 'Africa/Accra' }, // from outside
  ],
  channels: ['general', 'announcements'],
};
