/**
 * Which of a server's roles can't go with a role of a CoP: those that Discord itself gives out, and those that whoever chooses could give
 * to nobody themselves. Else somebody who manages the server could have the bot, whose role stands higher, give them an administrator's.
 * https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
import {
  type APIGuild,
  type APIModalSubmission,
  type APIModalSubmitInteraction,
  type APIRole,
  ComponentType,
  PermissionFlagsBits as may,
  Routes,
} from 'discord.js';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Desk } from './desk.ts';
import { within } from './within.ts';

type Member = Pick<NonNullable<APIModalSubmitInteraction['member']>, 'roles' | 'user'>;
type Server = Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;

/** Somebody waits for the answer. */
const patienceMs = 800;

const asksForRole = ({ components }: APIModalSubmission): boolean =>
  components.some(part => 'component' in part && part.component.type === ComponentType.RoleSelect);

/** Only of a form that lets a role be chosen. */
export async function knowingUngivable<I extends Invocation>(
  { calls }: Pick<Desk, 'calls'>,
  { guild_id, member, data }: APIModalSubmitInteraction,
  invocation: I,
): Promise<I> {
  if (!guild_id || !member || !asksForRole(data)) return invocation;
  const asked = calls.ask<APIGuild>('GET', Routes.guild(guild_id)).catch(() => undefined);
  const server = (await within(asked, patienceMs)) ? await asked : undefined;
  return { ...invocation, ungivable: server ? ungivableOf(server, member) : 'untold' };
}

function ungivableOf(server: Server, who: Member): NonNullable<Invocation['ungivable']> {
  const own = server.roles.filter(({ id }) => id === server.id || who.roles.includes(id));
  const held = own.reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  const gives = (held & (may.ManageRoles | may.Administrator)) !== 0n;
  const isOwner = who.user.id === server.owner_id;
  const below = (role: APIRole): boolean => own.some(one => isAbove(one, role));
  const fixed = server.roles.filter(({ id, managed }) => managed || id === server.id);
  const beyond = server.roles.filter(role => !(isOwner || (gives && below(role))));
  return Object.fromEntries([
    ...beyond.map(({ id }) => [id, 'by the presser'] as const),
    ...fixed.map(({ id }) => [id, 'by anybody'] as const),
  ]);
}

/** Of two at one place, the older one stands higher. */
const isAbove = (one: APIRole, other: APIRole): boolean =>
  one.position > other.position || (one.position === other.position && BigInt(one.id) < BigInt(other.id));
