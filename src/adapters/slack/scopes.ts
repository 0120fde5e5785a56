/** The scopes that the manifest asks for, and what goes without each: an app that was installed before one was added hasn't got it. */
import type { Log } from '../../platform/log.ts';

export const costs: Readonly<Record<string, string>> = {
  commands: '/startcop and /cop are not there',
  'chat:write': 'no message and no card can be posted',
  'chat:write.public': 'an invitation can not be shared into a channel that the bot is not in',
  'groups:write': 'no private channel can be made, and nobody let in',
  'groups:read': 'who comes and goes is not noticed, nor what is changed by hand',
  'groups:history':
    'a message may be posted twice after a broken connection; deleted messages and posted files are not noticed',
  'im:write': 'nobody can be written to directly',
  'im:history': 'a direct message may be posted twice after a broken connection',
  'pins:read': 'what members pin does not get into the library',
  'pins:write': 'nothing can be pinned',
  'app_mentions:read': 'whoever names the bot in a channel gets no answer',
  'files:read': 'files have no name in the library, and can not be added or kept',
  'files:write': 'files and pictures can not be posted',
  'users:read': 'people have no names, and nobody is known to be an administrator',
};

/** A line for each. Nothing is said where Slack doesn't tell. */
export function sayMissingScopes(log: Log, scopes: readonly string[] | undefined): void {
  if (!scopes) return;
  const remedy =
    'paste slack-app-manifest.json into the app at api.slack.com/apps, App Manifest, and install the app again';
  for (const [scope, costing] of Object.entries(costs))
    if (!scopes.includes(scope)) log.warn({ scope, costs: costing, remedy }, 'the app at Slack lacks a scope');
}
