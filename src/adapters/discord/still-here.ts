/**
 * Whom somebody chose comes with what they are in the server; who comes without has perhaps left since the list was shown, and is asked after.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure
 */
import { type APIInteraction, Routes } from 'discord.js';
import type { Invocation } from '../../platform/chat-platform.ts';
import { isOfWhoLeft } from '../../platform/platform-error.ts';
import type { Desk } from './desk.ts';
import { within } from './within.ts';

type Acted = Exclude<APIInteraction, { type: 1 }>;

/** Somebody waits for the answer. */
const patienceMs = 800;
const most = 10;

export async function knowingWhoLeft<I extends Pick<Invocation, 'people'>>(
  { calls }: Pick<Desk, 'calls'>,
  { guild_id: guild, data }: Acted,
  invocation: I,
): Promise<I> {
  const members =
    (data && 'resolved' in data && data.resolved && 'members' in data.resolved && data.resolved.members) || {};
  const inDoubt = Object.keys(invocation.people ?? {}).filter(id => !(id in members));
  if (!guild || inDoubt.length === 0 || inDoubt.length > most) return invocation;
  const gone = new Set<string>();
  const asked = inDoubt.map(id =>
    calls.ask('GET', Routes.guildMember(guild, id)).catch((error: unknown) => {
      if (isOfWhoLeft(error)) gone.add(id);
    }),
  );
  await within(Promise.all(asked), patienceMs);
  const told = Object.entries(invocation.people ?? {}).map(([id, one]) => [
    id,
    gone.has(id) ? { ...one, gone: true } : one,
  ]);
  return { ...invocation, people: Object.fromEntries(told) };
}
