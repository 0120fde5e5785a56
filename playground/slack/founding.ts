/** A Slack at its beginning: workspaces with their people, public channels, and the app installed. */
import type { PlaygroundOptions, PlaygroundWorkspace } from '../driver.ts';
import { handleOf, newChannel, newPerson } from './beginnings.ts';
import type { Person, State, Team } from './state.ts';
import { botName, nextId } from './state.ts';

export function founded({ workspaces }: PlaygroundOptions, now: number, scopes: readonly string[]): State {
  const state: State = { seq: 0, micros: 0, teams: [] };
  for (const workspace of workspaces) state.teams.push(team(state, workspace, now, scopes));
  return state;
}

function team(
  state: State,
  { name, people, channels = [] }: PlaygroundWorkspace,
  now: number,
  scopes: readonly string[],
): Team {
  const id = nextId(state, 'T');
  const bot: Person = { ...newPerson(state, { name: botName }), bot: true };
  const everybody = people.map(person => newPerson(state, person));
  const members = everybody.filter(p => !p.guest).map(p => p.id);
  const names = [...new Set(['general', ...channels])];
  return {
    id,
    name,
    domain: handleOf(name).replaceAll('.', '-'),
    botUserId: bot.id,
    botId: nextId(state, 'B'),
    botToken: `xoxb-playground-${id}`,
    scopes: [...scopes],
    uninstalled: false,
    restrictsPrivateChannels: false,
    people: [bot, ...everybody],
    channels: names.map(channel => ({
      ...newChannel(state, now, {
        name: channel,
        kind: 'public',
        creator: members[0] ?? bot.id,
        members: channel === 'general' ? everybody.map(p => p.id) : [...members],
      }),
      general: channel === 'general',
    })),
    files: [],
    modals: {},
    homes: {},
    triggers: {},
    replyUrls: {},
  };
}
