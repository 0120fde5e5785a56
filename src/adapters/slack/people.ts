/** Who was chosen in a form. Slack tells their ids; the rest is asked for, as far as that is allowed and quick: somebody waits. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Values } from './forms.ts';

type Chosen = NonNullable<Invocation['people']>;

const patienceMs = 1000;
/** More are not asked for one by one. */
const most = 10;

export async function chosenIn(client: webApi.WebClient, values: Values): Promise<Chosen | undefined> {
  const ids = Object.values(values)
    .flatMap(given => Object.values(given))
    .flatMap(({ selected_user, selected_users }) => [
      ...(selected_user ? [selected_user] : []),
      ...(selected_users ?? []),
    ]);
  if (ids.length === 0 || ids.length > most) return undefined;
  const told = await Promise.race([
    Promise.all([...new Set(ids)].map(id => about(client, id))),
    sleep(patienceMs, [], { ref: false }),
  ]);
  return Object.fromEntries(told.flatMap(one => (one ? [one] : [])));
}

/** docs.slack.dev/reference/objects/user-object: `is_bot` is false of Slack's own Slackbot. */
async function about(client: webApi.WebClient, id: string): Promise<readonly [string, Chosen[string]] | undefined> {
  try {
    const { user } = await client.users.info({ user: id });
    if (!user) return undefined;
    const name = user.profile?.display_name || user.real_name || user.name || '';
    const bot = user.is_bot === true || id === 'USLACKBOT';
    return [id, { name, bot, guest: user.is_restricted === true || user.is_ultra_restricted === true }];
  } catch {
    return undefined;
  }
}
