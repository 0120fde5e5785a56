/** Killed at the worst moments of /startcop, on Discord. */
import { killedAt } from './killed.ts';

killedAt('discord', [
  ['POST /guilds/:id/channels', 2, 'anew'], // the first is the category's,
  ['POST /channels/:id/messages', 1],
  ['POST /channels/:id/messages', 3],
  ['PUT /channels/:id/messages/pins/:id', 2],
  ['POST /channels/:id/messages', 5],
]);
