/** A Slack on this machine's loopback, for the real Bolt and web-api: start it, then act in it as people do. */
import { createHmac } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Playground, PlaygroundOptions } from '../driver.ts';
import { goingAstray } from '../wire/astray.ts';
import { wire } from '../wire/record.ts';
import { watch } from '../wire/until.ts';
import { addHiddenChannel } from './channels.ts';
import { founded } from './founding.ts';
import { personCalled } from './looks.ts';
import type { SlackOptions, SlackPlayground } from './options.ts';
import { defaultScopes } from './options.ts';
import { persona } from './persona.ts';
import { fileFor, screen } from './screen.ts';
import { slackServer } from './server.ts';
import { sockets } from './socket.ts';
import type { State, Team } from './state.ts';
import { throttle } from './throttle.ts';
import { scopesNow, troublesOf } from './troubles.ts';
import { appOf, asUsual, workspaces } from './workspace.ts';
import type { World } from './world.ts';

export { fromManifest } from './manifest.ts';
export type { SlackApp, SlackOptions, SlackPlayground } from './options.ts';

const appToken = 'xapp-1-A0PLAYGROUND-1-playground';
const signingSecret = 'playground-signing-secret';

export async function startSlack(options: PlaygroundOptions | SlackOptions): Promise<SlackPlayground> {
  const settings: SlackOptions = options;
  const now = settings.now ?? Date.now;
  const state: State = settings.state
    ? JSON.parse(settings.state)
    : founded(settings, now(), settings.scopes ?? defaultScopes);
  // An app whose manifest asks for more is installed anew: the state goes on, the scopes are today's.
  if (settings.state && settings.scopes) for (const team of state.teams) team.scopes = [...settings.scopes];
  state.botsApp = settings.botsApp;
  const eyes = watch(settings.patienceMs ?? 15_000);
  const log = wire(now, eyes.changed);
  const astray = goingAstray();
  const listeners = new Set<Parameters<Playground['watch']>[0]>();
  let counts = settings.rateLimits ?? true;
  let origin = '';
  let app = appOf(settings);
  let pasted = settings.scopes;
  const asked = () => pasted ?? defaultScopes;

  const line = sockets({
    state,
    wire: log,
    ackMs: settings.ackMs ?? 3000,
    retriesAfterMs: settings.retriesAfterMs ?? [0, 60_000, 300_000],
    warnsAheadMs: settings.warnsAheadMs ?? 10_000,
    now,
    changed: eyes.changed,
  });
  const world: World = {
    state,
    get app() {
      return app;
    },
    telling: asUsual(),
    strictArguments: settings.strictArguments ?? true,
    now,
    origin: () => origin,
    changed: eyes.changed,
    emit: (team, event) => astray.carry(String(event.type), () => line.emit(team, event)),
    ask: (type, payload, again) =>
      type === 'interactive' && !app.interactivity
        ? Promise.resolve({ acked: false, why: 'not_interactive' })
        : line.ask(type, payload, again),
    noteBadAnswer: (name, error, payload) =>
      log.note({ direction: 'answer', name, status: 200, error: error.code, request: payload, response: error.answer }),
  };
  const server = slackServer({
    world,
    wire: log,
    faults: astray,
    throttle: throttle(now),
    sockets: line,
    appToken,
    counts: () => counts,
    watched: (moment, call) => Promise.all([...listeners].map(listener => listener(moment, call))),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port ?? 0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function teamCalled(name?: string): Team {
    const found = name === undefined ? state.teams[0] : state.teams.find(t => t.name === name || t.id === name);
    if (!found)
      throw new Error(`there is no workspace "${name}"; there are: ${state.teams.map(t => t.name).join(', ')}`);
    return found;
  }

  const eyesOf = (name: string, workspace?: string) => {
    const team =
      workspace === undefined
        ? (state.teams.find(t => t.people.some(p => p.name === name)) ?? teamCalled())
        : teamCalled(workspace);
    return { world, team, person: personCalled(team, name) };
  };

  return {
    platform: 'slack',
    apiUrl: `${origin}/api/`,
    appToken,
    signingSecret,
    person: (name, workspace) => persona(eyesOf(name, workspace), eyes),
    screen: (name, ask) => screen(eyesOf(name), line.connected(), ask),
    file: (name, id) => fileFor(eyesOf(name), id),
    workspaceId: name => teamCalled(name).id,
    isHere: (name, workspace) => teamCalled(workspace).people.some(p => p.name === name && !p.deleted),
    botToken: name => teamCalled(name).botToken,
    botUserId: name => teamCalled(name).botUserId,
    restrictsPrivateChannels(workspace, on) {
      teamCalled(workspace).restrictsPrivateChannels = on;
    },
    removeScope(scope) {
      for (const team of state.teams) team.scopes = team.scopes.filter(s => s !== scope);
    },
    givesScope(scope) {
      for (const team of state.teams) team.scopes = [...new Set([...team.scopes, scope])];
    },
    scopes: () => scopesNow(state, asked()),
    troubles: () => troublesOf(state, asked()),
    ...workspaces(world, teamCalled, given => {
      app = appOf(given);
      pasted = given.scopes ?? pasted;
    }),
    refusesToken(which, code, workspace) {
      if (which === 'app') state.appRefused = code;
      else teamCalled(workspace).refused = code;
    },
    takesToken(which, workspace) {
      if (which === 'app') state.appRefused = undefined;
      else Object.assign(teamCalled(workspace), { refused: undefined, uninstalled: false });
    },
    disconnects: line.farewell,
    closesSockets: line.close,
    withholds: line.withholds,
    addsHiddenChannel: (name, workspace) => addHiddenChannel(world, teamCalled(workspace), name),
    limitsRates(on) {
      counts = on;
    },
    signedHeaders(body) {
      const at = String(Math.floor(now() / 1000));
      const signature = createHmac('sha256', signingSecret).update(`v0:${at}:${body}`).digest('hex');
      return { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${signature}` };
    },
    traffic: log.all,
    clearTraffic: log.clear,
    ...astray.hands,
    dropsSockets: () => line.farewell('refresh_requested'),
    ...line.hands,
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
    connected: line.connected,
    state: () => JSON.stringify(state),
    async stop() {
      astray.stop();
      await line.stop();
      eyes.stop();
      const closed = new Promise(done => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}
