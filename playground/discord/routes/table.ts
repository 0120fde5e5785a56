/** Every route by its name, and the way from an address to it. */
import { callback, changeAnswer, deleteAnswer, followUp, readAnswer } from '../answers.ts';
import type { Route, Routes } from '../call.ts';
import { about } from './about.ts';
import { channels } from './channels.ts';
import { commands } from './commands.ts';
import { guilds } from './guilds.ts';
import { invites } from './invites.ts';
import { messages } from './messages.ts';
import { pins } from './pins.ts';
import { threads } from './threads.ts';

/** These go by the interaction's token, without the bot's. */
const byToken: Routes = {
  'POST /interactions/:id/:token/callback': callback,
  'POST /webhooks/:id/:token': followUp,
  'GET /webhooks/:id/:token/messages/@original': readAnswer,
  'PATCH /webhooks/:id/:token/messages/@original': changeAnswer,
  'DELETE /webhooks/:id/:token/messages/@original': deleteAnswer,
  'GET /webhooks/:id/:token/messages/:id': readAnswer,
  'PATCH /webhooks/:id/:token/messages/:id': changeAnswer,
  'DELETE /webhooks/:id/:token/messages/:id': deleteAnswer,
};

const routes: Routes = {
  ...about,
  ...guilds,
  ...channels,
  ...threads,
  ...messages,
  ...pins,
  ...commands,
  ...invites,
  ...byToken,
};

export interface Found {
  /** As in the traffic: `POST /channels/:id/messages`. */
  readonly name: string;
  readonly ids: readonly string[];
  readonly route: Route;
  readonly open: boolean;
}

export const routeNames: readonly string[] = Object.keys(routes);

const rows = Object.entries(routes).map(([name, route]) => {
  const pattern = name.replace(/:(?:token|code)/g, '([^/]+)').replace(/:id/g, '(\\d+)');
  return { name, route, open: name in byToken, pattern: new RegExp(`^${pattern}$`) };
});

export function routeOf(method: string, path: string): Found | undefined {
  for (const { name, route, open, pattern } of rows) {
    const found = `${method} ${path}`.match(pattern);
    if (found) return { name, route, open, ids: found.slice(1) };
  }
}

/** What an unknown address is called in the traffic. */
export const unknownName = (method: string, path: string): string => `${method} ${path.replace(/\d{15,}/g, ':id')}`;
