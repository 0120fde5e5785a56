/** The first state: the app installed in every guild, people with their roles, the first channels. */
import type { PlaygroundPerson, PlaygroundWorkspace } from '../driver.ts';
import { bits, botsPermissions, everyonesPermissions } from './permissions.ts';
import { nextId } from './snowflake.ts';
import type { Application, Channel, Guild, Role, State, User } from './state.ts';

type App = Omit<Application, 'id' | 'token'>;

export const addedWith = ({ permissions }: Application): string => permissions ?? String(botsPermissions);

export function newChannel(
  state: State,
  now: number,
  fields: Partial<Channel> & Pick<Channel, 'type' | 'name'>,
): Channel {
  const channel: Channel = {
    id: nextId(state, now),
    topic: null,
    parentId: null,
    position: state.channels.filter(c => c.guildId === fields.guildId).length,
    overwrites: [],
    recipients: [],
    threadMembers: [],
    archived: false,
    locked: false,
    invitable: true,
    autoArchive: 4320,
    slowmode: 0,
    writes: [],
    messages: [],
    ...fields,
  };
  state.channels.push(channel);
  return channel;
}

export function newRole(state: State, now: number, guild: Guild, fields: Partial<Role>): Role {
  const role: Role = {
    id: nextId(state, now),
    name: 'new role',
    permissions: '0',
    position: 1,
    color: 0,
    hoist: false,
    mentionable: false,
    managed: false,
    ...fields,
  };
  guild.roles.push(role);
  return role;
}

/** Discord tells apart the Englishes, but has one German. discord.com/developers/docs/reference#locales */
const discordLocale = (locale = 'en-GB'): string => (locale.startsWith('de') ? 'de' : locale);

function userCalled(state: State, now: number, { name, locale }: PlaygroundPerson, bot = false): User {
  const known = state.users.find(u => u.name === name);
  if (known) return known;
  const username = name.toLowerCase().replace(/[^a-z0-9]+/g, '.');
  const user: User = {
    id: nextId(state, now),
    name,
    username,
    bot,
    locale: discordLocale(locale),
    closedToMessages: false,
  };
  state.users.push(user);
  return user;
}

export function addMember(state: State, now: number, guild: Guild, person: PlaygroundPerson): User {
  const user = userCalled(state, now, person);
  const admin = guild.roles.find(r => r.name === 'Admin');
  guild.members.push({ userId: user.id, roles: person.admin && admin ? [admin.id] : [], joinedAt: now, nick: null });
  return user;
}

function foundGuild(state: State, now: number, { name, people, channels, locale }: PlaygroundWorkspace): void {
  const id = nextId(state, now);
  const guild: Guild = { id, name, ownerId: '', locale, roles: [], members: [] };
  state.guilds.push(guild);
  newRole(state, now, guild, { id, name: '@everyone', permissions: String(everyonesPermissions), position: 0 });
  const app = state.application;
  const botRole = newRole(state, now, guild, {
    name: app.name,
    permissions: addedWith(app),
    position: 10,
    managed: true,
  });
  newRole(state, now, guild, { name: 'Admin', permissions: String(bits('ADMINISTRATOR')), position: 20 });
  guild.members.push({ userId: app.id, roles: [botRole.id], joinedAt: now, nick: null });
  for (const person of people) addMember(state, now, guild, person);
  const owner = people.find(p => p.admin) ?? { name: `Owner of ${name}` };
  guild.ownerId = people.includes(owner as PlaygroundPerson)
    ? userCalled(state, now, owner).id
    : addMember(state, now, guild, owner).id;
  for (const channel of new Set(['general', ...(channels ?? [])]))
    newChannel(state, now, { type: 0, name: channel, guildId: id });
}

export function founded(workspaces: readonly PlaygroundWorkspace[], now: number, app: App): State {
  const state: State = {
    lastId: '0',
    application: { id: '', token: '', ...app },
    users: [],
    guilds: [],
    channels: [],
    commands: [],
    commandCreates: {},
    interactions: [],
    forms: {},
    files: {},
  };
  const { id } = userCalled(state, now, { name: app.name }, true);
  const token = `${Buffer.from(id).toString('base64url')}.playground.discord-bot-on-loopback`;
  Object.assign(state.application, { id, token });
  for (const workspace of workspaces) foundGuild(state, now, workspace);
  return state;
}
