/** The Gateway's sessions: each with its own numbered line of events, kept for a while after its socket is gone. discord.com/developers/docs/events/gateway#resuming */
import type { WebSocket } from 'ws';
import { intents, needed } from './intents.ts';
import { limits } from './limits.ts';
import { hiddenWithoutIntent } from './message-shape.ts';
import { may } from './permissions.ts';
import { shardOf } from './snowflake.ts';
import type { Json } from './state.ts';
import type { About, World } from './world.ts';
import { botId, isBotIn } from './world.ts';

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  seq: number;
  readonly sent: { readonly seq: number; readonly t: string; readonly d: Json }[];
  socket?: WebSocket;
  endedAt?: number;
}

export function send(session: Session, event: Session['sent'][number]): void {
  session.socket?.send(JSON.stringify({ op: 0, s: event.seq, t: event.t, d: event.d }));
}

export function dispatch(session: Session, name: string, data: Json): void {
  session.seq += 1;
  const event = { seq: session.seq, t: name, d: data };
  session.sent.push(event);
  if (session.sent.length > limits.replay) session.sent.shift();
  send(session, event);
}

export const isOnShard = ({ shard: [own, all] }: Session, guildId?: string): boolean =>
  guildId ? shardOf(guildId, all) === own : own === 0;

/** The event as this session gets it, or nothing. */
export function forSession(world: World, session: Session, name: string, data: Json, about: About): Json | undefined {
  if (!isOnShard(session, about.guildId)) return;
  const guild = world.state.guilds.find(g => g.id === about.guildId);
  if (guild && (guild.down || !isBotIn(world, guild))) return;
  const ofBot = name === 'GUILD_MEMBER_UPDATE' && data.user.id === botId(world); // told without the intent, too
  const need = ofBot ? undefined : needed[name];
  if (need && !(session.intents & need[about.guildId ? 0 : 1])) return;
  if (about.channel && !may(world.state, botId(world), about.channel, 'VIEW_CHANNEL')) return;
  const hidden = about.open === false && !(session.intents & intents.messageContent);
  return hidden ? { ...data, ...hiddenWithoutIntent } : data;
}

export const isAlive = (session: Session, now: number): boolean =>
  session.socket !== undefined || (session.endedAt !== undefined && now - session.endedAt < limits.sessionLife);
