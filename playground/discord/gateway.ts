/** The Gateway: one socket's conversation, from HELLO to its close. discord.com/developers/docs/events/gateway and …/topics/opcodes-and-status-codes#gateway */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Closing, checkIdentify, checkToken, endsSession } from './closing.ts';
import { applicationShape, wholeGuildShape } from './guild-shape.ts';
import { intents } from './intents.ts';
import { limits } from './limits.ts';
import { memberChunks } from './member-chunks.ts';
import type { Withheld } from './options.ts';
import { dispatch, forSession, isAlive, isOnShard, type Session, send } from './sessions.ts';
import { userShape } from './shapes.ts';
import { shardOf } from './snowflake.ts';
import type { Interaction, Json } from './state.ts';
import { type About, botId, theUser, type World } from './world.ts';

export interface GatewayParts {
  readonly world: World;
  /** Milliseconds. */
  readonly heartbeat: number;
  /** Told of each event that goes out. */
  readonly noted: (name: string, data: Json) => void;
}

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  tell(name: string, data: Json, about: About): void;
  ask(data: Json, interaction: Interaction): boolean;
  drop(): void;
  /** Every socket, with this code. Codes that end a session end it. */
  close(code: number, reason?: string): void;
  /** Op 7. */
  askToReconnect(): void;
  /** Op 9. */
  invalidate(resumable: boolean): void;
  /** From now on these are kept back, and nothing else. */
  withhold(...what: readonly Withheld[]): void;
  connected(): boolean;
  stop(): void;
}

interface Line {
  readonly socket: WebSocket;
  session?: Session;
  sends: number[];
  deadline: NodeJS.Timeout;
}

export function gateway({ world, heartbeat, noted }: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const lines = new Set<Line>();
  const silent = new Set<Duplex>();
  let withheld: readonly Withheld[] = [];

  const live = (): Session[] => [...sessions.values()].filter(s => s.socket !== undefined);

  function deadline(line: Omit<Line, 'deadline'>): NodeJS.Timeout {
    return setTimeout(() => line.socket.close(4009, 'Session timed out.'), heartbeat * 1.5).unref();
  }

  function say(line: Line, op: number, d: unknown = null): void {
    line.socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  function identify(line: Line, data: Json): void {
    if (line.session) throw new Closing(4005, 'Already authenticated.');
    checkIdentify(world, data);
    const id = randomBytes(16).toString('hex');
    const shard: [number, number] = data.shard ?? [0, 1];
    const session: Session = { id, intents: data.intents, shard, seq: 0, sent: [], socket: line.socket };
    if (withheld.includes('ready')) return;
    sessions.set(id, session);
    line.session = session;
    const guilds = world.state.guilds.filter(
      g => g.members.some(m => m.userId === botId(world)) && shardOf(g.id, shard[1]) === shard[0],
    );
    const { flags } = applicationShape(world);
    give(session, 'READY', {
      v: 10,
      user: { ...userShape(theUser(world, botId(world))), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(g => ({ id: g.id, unavailable: true })),
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: world.origin().replace('http', 'ws'),
      shard,
      application: { id: botId(world), flags },
      private_channels: [],
      relationships: [],
    });
    if (session.intents & intents.guilds)
      for (const guild of guilds.filter(g => !g.down)) give(session, 'GUILD_CREATE', wholeGuildShape(world, guild));
    world.changed();
  }

  function resume(line: Line, data: Json): void {
    checkToken(world, data.token);
    const session = sessions.get(data.session_id);
    const known = session && isAlive(session, Date.now());
    if (withheld.includes('resumed')) return;
    if (known && data.seq > session.seq) throw new Closing(4007, 'Invalid seq.');
    const missed = known ? session.sent.filter(e => e.seq > data.seq) : [];
    if (known && missed.length === session.seq - data.seq) takeUp(line, session, missed);
    else say(line, 9, false);
  }

  function takeUp(line: Line, session: Session, missed: Session['sent']): void {
    session.socket = line.socket;
    line.session = session;
    for (const event of missed) send(session, event);
    give(session, 'RESUMED', { _trace: [] });
    world.changed();
  }

  function members({ session }: Line, data: Json): void {
    if (!session) throw new Closing(4003, 'Not authenticated.');
    if (withheld.includes('members')) return;
    const tellsNotFound = !withheld.includes('members not found');
    for (const chunk of memberChunks(world, session, data, tellsNotFound)) give(session, 'GUILD_MEMBERS_CHUNK', chunk);
  }

  function give(session: Session, name: string, data: Json): void {
    noted(name, data);
    dispatch(session, name, data);
  }

  function beat(line: Line): void {
    clearTimeout(line.deadline);
    line.deadline = deadline(line);
    if (!withheld.includes('ack')) say(line, 11);
  }

  /** By opcode; presence and voice are taken without a word. */
  const performs: Readonly<Record<number, (line: Line, data: Json) => void>> = {
    1: beat,
    2: identify,
    3: () => {},
    4: () => {},
    6: resume,
    8: members,
  };

  function parsed(raw: Buffer): Json {
    if (raw.length > limits.gatewayPayloadBytes) throw new Closing(4002, 'Error while decoding payload.');
    try {
      return JSON.parse(raw.toString());
    } catch {
      throw new Closing(4002, 'Error while decoding payload.');
    }
  }

  function perform(line: Line, raw: Buffer): void {
    const { op, d } = parsed(raw);
    const at = Date.now();
    line.sends = [...line.sends.filter(t => t > at - limits.gatewaySends.within), at];
    if (line.sends.length > limits.gatewaySends.most) throw new Closing(4008, 'You are being rate limited.');
    const known = performs[op];
    if (!known) throw new Closing(4001, 'Unknown opcode.');
    known(line, d);
  }

  function read(line: Line, raw: Buffer): void {
    try {
      perform(line, raw);
    } catch (error) {
      if (!(error instanceof Closing)) throw error;
      line.socket.close(error.code, error.message);
    }
  }

  function greet(socket: WebSocket): void {
    const started = { socket, sends: [] };
    const line: Line = { ...started, deadline: deadline(started) };
    lines.add(line);
    socket.on('message', raw => read(line, raw as Buffer));
    socket.on('error', () => socket.terminate());
    socket.on('close', code => {
      lines.delete(line);
      clearTimeout(line.deadline);
      end(line, code);
    });
    if (!withheld.includes('hello')) say(line, 10, { heartbeat_interval: heartbeat, _trace: [] });
  }

  /** 1000 and 1001 from the client end the session for good. */
  function end({ session, socket }: Line, code: number): void {
    if (!session || session.socket !== socket) return;
    session.socket = undefined;
    session.endedAt = Date.now();
    if (code === 1000 || code === 1001) sessions.delete(session.id);
    world.changed();
  }

  return {
    upgrade(request, socket, head) {
      if (withheld.includes('handshake')) silent.add(socket);
      else server.handleUpgrade(request, socket, head, greet);
    },
    tell(name, data, about) {
      for (const session of sessions.values()) {
        if (!isAlive(session, Date.now())) continue;
        const own = forSession(world, session, name, data, about);
        for (let n = 0; own && n < world.repeats(); n += 1) give(session, name, own);
      }
    },
    ask(data, interaction) {
      const own = live().filter(session => isOnShard(session, interaction.guildId));
      for (const session of own) give(session, 'INTERACTION_CREATE', data);
      return own.length > 0;
    },
    drop() {
      for (const line of [...lines]) {
        line.socket.terminate();
        end(line, 1006);
      }
    },
    close(code, reason = '') {
      for (const line of [...lines]) {
        if (line.session && endsSession(code)) sessions.delete(line.session.id);
        line.socket.close(code, reason);
      }
    },
    askToReconnect: () => lines.forEach(line => void say(line, 7)),
    invalidate(resumable) {
      for (const line of lines) {
        if (line.session && !resumable) sessions.delete(line.session.id);
        say(line, 9, resumable);
      }
    },
    withhold(...what) {
      withheld = what;
    },
    connected: () => live().length > 0,
    stop() {
      for (const socket of silent) socket.destroy();
      for (const line of lines) {
        clearTimeout(line.deadline);
        line.socket.terminate();
      }
      server.close();
    },
  };
}
