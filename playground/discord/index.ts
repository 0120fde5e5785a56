/** A Discord on this machine's loopback, for the real discord.js: start it, then act in it as people do. */
import type { AddressInfo } from 'node:net';
import type { Playground, PlaygroundOptions } from '../driver.ts';
import { goingAstray } from '../wire/astray.ts';
import { wire } from '../wire/record.ts';
import { watch } from '../wire/until.ts';
import { founded } from './founding.ts';
import { type Gateway, gateway } from './gateway.ts';
import { limits } from './limits.ts';
import { personCalled } from './looks.ts';
import type { DiscordOptions, DiscordPlayground } from './options.ts';
import { bits } from './permissions.ts';
import { persona } from './persona.ts';
import { loadSchemas } from './schemas.ts';
import { fileFor, screen } from './screen.ts';
import { discordServer } from './server.ts';
import { servers } from './servers.ts';
import type { Guild, State } from './state.ts';
import { throttle } from './throttle.ts';
import { troublesOf } from './troubles.ts';
import { usualCustoms, type World } from './world.ts';

export type { DiscordApp, DiscordOptions, DiscordPlayground } from './options.ts';

export async function startDiscord(options: PlaygroundOptions | DiscordOptions): Promise<DiscordPlayground> {
  const settings: DiscordOptions = options;
  await loadSchemas();
  const now = settings.now ?? Date.now;
  const { guildMembers = false, messageContent = false } = settings.intents ?? {};
  const privileged = { guildMembers, messageContent };
  const state: State = settings.state
    ? JSON.parse(settings.state)
    : founded(settings.workspaces, now(), {
        name: settings.appName ?? 'CoP Bot',
        permissions: settings.permissions && String(bits(...settings.permissions)),
        ...privileged,
      });
  if (settings.intents) Object.assign(state.application, privileged);
  const eyes = watch(settings.patienceMs ?? 15_000);
  const log = wire(now, eyes.changed);
  const astray = goingAstray();
  const listeners = new Set<Parameters<Playground['watch']>[0]>();
  let counts = settings.rateLimits ?? true;
  let repeats = 1;
  let origin = '';
  let hasToken = true;
  let line: Gateway | undefined;

  const world: World = {
    state,
    now,
    token: () => (hasToken ? state.application.token : undefined),
    withoutCommands: new Set(),
    firstSeen: new Map(),
    origin: () => origin,
    tell: (name, data, about = {}) => astray.carry(name, () => line?.tell(name, data, about)),
    ask: (data, interaction) => line?.ask(data, interaction) ?? false,
    changed: eyes.changed,
    repeats: () => repeats,
    customs: usualCustoms(),
    toldAsHidden: new Map(),
    ackMs: settings.ackMs ?? 3000,
  };
  line = gateway({
    world,
    heartbeat: settings.heartbeatMs ?? limits.heartbeat,
    noted: (name, data) => log.note({ direction: 'event', name, status: 200, request: data, response: null }),
  });
  const sockets = line;
  const server = discordServer({
    world,
    wire: log,
    faults: astray,
    throttle: throttle(),
    gateway: () => sockets,
    counts: () => counts,
    watched: (moment, call) => Promise.all([...listeners].map(listener => listener(moment, call))),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function guildCalled(name?: string): Guild {
    const found = name === undefined ? state.guilds[0] : state.guilds.find(g => g.name === name || g.id === name);
    if (!found)
      throw new Error(`there is no workspace "${name}"; there are: ${state.guilds.map(g => g.name).join(', ')}`);
    return found;
  }
  const guildsCalled = (name?: string): Guild[] => (name === undefined ? state.guilds : [guildCalled(name)]);

  /** The guild they are in, unless one is named. */
  function homeOf(name: string): Guild {
    const user = state.users.find(u => u.name === name);
    return state.guilds.find(g => g.members.some(m => m.userId === user?.id)) ?? guildCalled();
  }

  const eyesOf = (name: string, workspace?: string) => {
    const guild = workspace === undefined ? homeOf(name) : guildCalled(workspace);
    return { world, guild, user: personCalled(world, guild, name), watch: eyes };
  };

  return {
    platform: 'discord',
    apiUrl: `${origin}/api`,
    token: state.application.token,
    applicationId: state.application.id,
    person: (name, workspace) => persona(eyesOf(name, workspace)),
    screen: (name, ask) => screen(eyesOf(name), sockets.connected(), ask),
    file: (name, id) => fileFor(eyesOf(name), id),
    workspaceId: name => guildCalled(name).id,
    isHere(name, workspace) {
      const user = state.users.find(u => u.name === name);
      return guildCalled(workspace).members.some(m => m.userId === user?.id);
    },
    ...servers(world, guildCalled),
    troubles: () => troublesOf(world),
    limitsRates(on) {
      counts = on;
    },
    takesCommandsScope: workspace => guildsCalled(workspace).forEach(g => void world.withoutCommands.add(g.id)),
    givesCommandsScope: workspace => guildsCalled(workspace).forEach(g => void world.withoutCommands.delete(g.id)),
    leavesSessions(remaining, resetAfter = 86_400_000) {
      world.customs.sessions = { remaining, resetAfter };
    },
    closesSockets: sockets.close,
    asksToReconnect: sockets.askToReconnect,
    invalidatesSessions: sockets.invalidate,
    withholds: sockets.withhold,
    takesToken() {
      hasToken = false;
      sockets.close(4004, 'Authentication failed.');
    },
    givesToken() {
      hasToken = true;
    },
    switchesIntent(name, on) {
      state.application[name] = on;
      if (!on) sockets.close(4014, 'Disallowed intent(s).');
    },
    traffic: log.all,
    clearTraffic: log.clear,
    ...astray.hands,
    dropsSockets: sockets.drop,
    delivers(times) {
      repeats = times;
    },
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onChange: eyes.onChange,
    until: (condition, what) =>
      eyes.until(condition, what, () =>
        log.all
          .slice(-6)
          .map(t => `  ${t.direction} ${t.name} ${t.error ?? t.status}`)
          .join('\n'),
      ),
    connected: sockets.connected,
    state: () => JSON.stringify(state),
    async stop() {
      astray.stop();
      sockets.stop();
      eyes.stop();
      const closed = new Promise(done => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
