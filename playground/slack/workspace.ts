/** What happens to a whole workspace: people come and are renamed, the app is removed and comes back, or is set up anew. */

import { newPerson } from './beginnings.ts';
import { connect, disconnect, join, makeOld } from './channels.ts';
import { tell } from './events.ts';
import { personCalled } from './looks.ts';
import type { SlackApp, SlackPlayground } from './options.ts';
import { defaultCommands, defaultShortcuts } from './options.ts';
import { userShape } from './shapes.ts';
import type { Channel, Person, Team } from './state.ts';
import { nextId } from './state.ts';
import type { World } from './world.ts';
import { bot } from './world.ts';

export const appOf = (given: SlackApp): World['app'] => {
  const { events, interactivity = true, homeTab = true, messagesTab = 'open' } = given;
  return {
    ...(events ? { events } : {}),
    interactivity,
    homeTab,
    messagesTab,
    commands: given.commands ?? defaultCommands,
    // Without interactivity Slack shows none of them.
    shortcuts: interactivity ? (given.shortcuts ?? defaultShortcuts) : [],
  };
};

export const asUsual = (): World['telling'] => ({
  unarchiving: true,
  pins: 'whole',
  ownLeaving: 'group_left',
  aPage: Number.POSITIVE_INFINITY,
  kinds: true,
  folds: false,
  deactivated: false,
});

/** `user_change`, whatever of them changed. */
export function tellPerson(world: World, team: Team, person: Person, type = 'user_change'): void {
  const cache_ts = Math.floor(world.now() / 1000);
  tell(world, team, { type, user: userShape(world, team, person), cache_ts });
  world.changed();
}

type Workspaces = Pick<
  SlackPlayground,
  | 'joinsWorkspace'
  | 'addsAnotherApp'
  | 'knows'
  | 'renamesPerson'
  | 'comesFrom'
  | 'speaksThrough'
  | 'connects'
  | 'disconnectsFrom'
  | 'makesOld'
  | 'keepsBack'
  | 'choosesPlan'
  | 'tells'
  | 'settlesFiles'
  | 'tellsAPage'
  | 'tellsOfPins'
  | 'foldsNames'
  | 'listsDeactivated'
  | 'tellsOwnLeaving'
  | 'hearsUnarchiving'
  | 'renamesWorkspace'
  | 'uninstallsApp'
  | 'installsOrgWide'
  | 'reinstallsApp'
  | 'pastesManifest'
>;

export function workspaces(
  world: World,
  teamCalled: (name?: string) => Team,
  takes: (app: SlackApp) => void,
): Workspaces {
  function called(name: string, workspace?: string): [Team, Channel] {
    const team = teamCalled(workspace);
    const channel = team.channels.find(one => one.name === name);
    if (!channel) throw new Error(`there is no channel "${name}"`);
    return [team, channel];
  }

  return {
    joinsWorkspace(name, workspace) {
      const team = teamCalled(workspace);
      const someone = newPerson(world.state, { name });
      team.people.push(someone);
      const general = team.channels.find(c => c.general);
      if (general) join(world, team, general, someone.id);
      tellPerson(world, team, someone, 'team_join');
    },
    addsAnotherApp(name, workspace) {
      const team = teamCalled(workspace);
      const app = { ...newPerson(world.state, { name }), bot: true };
      team.people.push(app);
      tellPerson(world, team, app, 'team_join');
    },
    knows: (name, workspace) => teamCalled(workspace).people.some(p => p.name === name),
    renamesPerson(name, to, workspace) {
      const team = teamCalled(workspace);
      const person = personCalled(team, name);
      person.name = to;
      tellPerson(world, team, person);
    },
    comesFrom(name, other, workspace) {
      personCalled(teamCalled(workspace), name).elsewhere = { ...other };
      world.changed();
    },
    speaksThrough(name, app, workspace) {
      const id = app.toUpperCase().replace(/\W/g, '');
      personCalled(teamCalled(workspace), name).through = { id: `A0${id}`, bot: `B0${id}`, name: app };
    },
    connects(name, other = 'E0ELSEWHERE', workspace = undefined) {
      connect(world, ...called(name, workspace), other);
    },
    disconnectsFrom(name, other = 'E0ELSEWHERE', workspace = undefined) {
      disconnect(world, ...called(name, workspace), other);
    },
    makesOld(name, workspace) {
      makeOld(world, ...called(name, workspace));
    },
    keepsBack(name, how, workspace) {
      const file = teamCalled(workspace).files.findLast(one => one.name === name);
      if (!file) throw new Error(`there is no file "${name}"`);
      file.keptBack = how;
      world.changed();
    },
    choosesPlan(plan, workspace) {
      teamCalled(workspace).plan = plan;
      world.changed();
    },
    tells(event, workspace) {
      world.emit(teamCalled(workspace), event);
    },
    tellsOfPins(how) {
      world.telling.pins = how;
    },
    tellsOwnLeaving(by) {
      world.telling.ownLeaving = by;
    },
    settlesFiles(on) {
      world.telling.kinds = on;
    },
    foldsNames(on) {
      world.telling.folds = on;
    },
    listsDeactivated(on) {
      world.telling.deactivated = on;
    },
    tellsAPage(most) {
      world.telling.aPage = most;
    },
    hearsUnarchiving(on) {
      world.telling.unarchiving = on;
    },
    renamesWorkspace(name, workspace) {
      const team = teamCalled(workspace);
      team.name = name;
      tell(world, team, { type: 'team_rename', name });
      world.changed();
    },
    uninstallsApp(workspace) {
      const team = teamCalled(workspace);
      tell(world, team, { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.botUserId] } });
      tell(world, team, { type: 'app_uninstalled' });
      team.uninstalled = true;
      bot(team).deleted = true;
      for (const channel of team.channels)
        if (channel.kind !== 'im') channel.members = channel.members.filter(id => id !== team.botUserId);
      world.changed();
    },
    installsOrgWide(workspace) {
      teamCalled(workspace).orgWide = true;
      world.changed();
    },
    reinstallsApp(workspace) {
      const team = teamCalled(workspace);
      if (!team.uninstalled) throw new Error(`the app is installed in ${team.name}`);
      team.uninstalled = false;
      bot(team).deleted = false;
      team.botToken = `xoxb-playground-${team.id}-${nextId(world.state, 'I')}`;
      world.changed();
    },
    pastesManifest(app) {
      takes(app);
      for (const team of world.state.teams) if (app.scopes) team.scopes = [...app.scopes];
      world.changed();
    },
  };
}
