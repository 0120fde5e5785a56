/** The answer to op 8, in chunks. discord.com/developers/docs/events/gateway-events#request-guild-members */
import { Closing } from './closing.ts';
import { intents } from './intents.ts';
import type { Session } from './sessions.ts';
import { memberShape } from './shapes.ts';
import type { Json } from './state.ts';
import type { World } from './world.ts';

export function memberChunks(world: World, session: Session, data: Json, tellsNotFound = true): Json[] {
  const guild = world.state.guilds.find(g => g.id === data.guild_id);
  if (!guild) return [];
  const byId: string[] | undefined = data.user_ids ? [data.user_ids].flat() : undefined;
  if (!byId && !data.query && data.limit === 0 && !(session.intents & intents.guildMembers))
    throw new Closing(4014, 'Disallowed intent(s).');
  const named = (id: string): string => world.state.users.find(u => u.id === id)?.name.toLowerCase() ?? '';
  const found = guild.members
    .filter(m => (byId ? byId.includes(m.userId) : named(m.userId).startsWith(`${data.query ?? ''}`.toLowerCase())))
    .slice(0, byId || data.limit === 0 ? undefined : Math.min(100, data.limit));
  const most = world.customs.membersPerChunk;
  const count = Math.max(1, Math.ceil(found.length / most));
  return Array.from({ length: count }, (_, n) => ({
    guild_id: guild.id,
    members: found.slice(n * most, (n + 1) * most).map(m => memberShape(world, m)),
    chunk_index: n,
    chunk_count: count,
    not_found: tellsNotFound ? (byId?.filter(id => !guild.members.some(m => m.userId === id)) ?? []) : [],
    ...(data.nonce ? { nonce: data.nonce } : {}),
  }));
}
