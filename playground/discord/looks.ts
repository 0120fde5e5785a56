/** What one person sees of a guild: its channels and threads, the direct message with the bot, what is for them alone, the open form. */
import type { LookWhere, SeenMessage } from '../driver.ts';
import type { Watch } from '../wire/until.ts';
import { seenFormAsMessage } from './forms.ts';
import { bit, everyonesPermissions, inChannel, inEach, isThread } from './permissions.ts';
import { seenMessage, whereOf } from './seen.ts';
import { newer } from './snowflake.ts';
import type { Channel, Guild, Member, Message, User } from './state.ts';
import { nameOf, parentOf, sees, type World } from './world.ts';

export interface Eyes {
  readonly world: World;
  readonly guild: Guild;
  readonly user: User;
  readonly watch: Watch;
}

export const bare = (channel: string): string => channel.replace(/^#/, '');

export const seesMessage = (userId: string, message: Message): boolean =>
  message.onlyFor === undefined || message.onlyFor === userId;

/** Text channels, threads, and the direct message; no categories. `wanted`: those alone. */
export function channelsSeen({ world, guild, user }: Eyes, wanted = (_: Channel) => true): Channel[] {
  const mayIn = inEach(world.state, user.id);
  return world.state.channels.filter(
    c =>
      c.type !== 4 &&
      wanted(c) &&
      ((c.guildId === guild.id && guild.down !== true) || c.type === 1) &&
      mayIn(c) & bit('VIEW_CHANNEL'),
  );
}

const isCalled = (channel: Channel, name: string): boolean => whereOf(channel) === name || channel.id === name;

/** The channel that they call so; throws with what there is. */
export function channelCalled(eyes: Eyes, name: string): Channel {
  const seen = channelsSeen(eyes, one => isCalled(one, bare(name)));
  const found = seen.findLast(c => whereOf(c) === bare(name)) ?? seen[0];
  if (!found)
    throw new Error(
      `${eyes.user.name} sees no channel "${name}"; there are: ${channelsSeen(eyes).map(whereOf).join(', ') || 'none'}`,
    );
  return found;
}

export function personCalled({ state }: World, guild: Guild, name: string): User {
  const users = state.users.filter(u => guild.members.some(m => m.userId === u.id));
  const found = users.find(u => u.name === name) ?? users.find(u => u.username === name || u.id === name);
  if (!found) throw new Error(`nobody here is called "${name}"; there are: ${users.map(u => u.name).join(', ')}`);
  return found;
}

export interface Sighting {
  readonly id: string;
  readonly seen: () => SeenMessage;
  /** Absent for the open form. */
  readonly at?: { readonly channel: Channel; readonly message: Message };
}

/** Everything in view, oldest first, the open form last. What each says is read where it matters: there may be thousands. */
export function sightings(eyes: Eyes, { in: place, message: only }: LookWhere = {}): Sighting[] {
  const { world, user } = eyes;
  const wanted = place === undefined ? undefined : bare(place);
  const found = channelsSeen(eyes, one => wanted === undefined || isCalled(one, wanted))
    .flatMap(channel =>
      channel.messages
        .filter(m => seesMessage(user.id, m) && (only === undefined || m.id === only))
        .map(message => ({
          id: message.id,
          seen: () => seenMessage(world.state, channel, message),
          at: { channel, message },
        })),
    )
    .sort((a, b) => newer(a.id, b.id));
  const form = wanted === undefined || wanted === 'form' ? world.state.forms[user.id] : undefined;
  const open = form && seenFormAsMessage(world.state, form);
  return [...found, ...(open ? [{ id: open.id, seen: () => open }] : [])];
}

export const shows = (message: SeenMessage, pattern: RegExp): boolean => message.text.search(pattern) >= 0;

const showing =
  (pattern: RegExp, where: LookWhere) =>
  (message: SeenMessage): boolean =>
    shows(message, pattern) && (!where.with || shows(message, where.with));

export const matches = (eyes: Eyes, pattern: RegExp, where: LookWhere = {}): SeenMessage[] =>
  sightings(eyes, where)
    .map(s => s.seen())
    .filter(showing(pattern, where));

export function newestMatch(eyes: Eyes, pattern: RegExp, where: LookWhere = {}): SeenMessage | undefined {
  const isMeant = showing(pattern, where);
  for (const { seen } of sightings(eyes, where).reverse()) {
    const message = seen();
    if (isMeant(message)) return message;
  }
}

/** The last few things that somebody sees, to be told when they waited in vain. */
function lastSeen(eyes: Eyes, where: LookWhere = {}): string {
  const last = sightings(eyes, where)
    .slice(-6)
    .map(one => {
      const seen = one.seen();
      const buttons = seen.buttons.map(b => `[${b.label}]`).join(' ');
      const onlyYou = seen.onlyYou && seen.where !== 'form' ? ' (only you)' : '';
      return `  ${seen.where}${onlyYou}, ${seen.author}: ${seen.text.replaceAll('\n', ' / ').slice(0, 300)} ${buttons}`;
    });
  return `${eyes.user.name} sees${where.in ? ` in ${where.in}` : ''}:\n${last.join('\n') || '  nothing'}`;
}

export const waitFor = <T>(eyes: Eyes, look: () => T, what: string, where?: LookWhere): Promise<NonNullable<T>> =>
  eyes.watch.until(look, `${eyes.user.name} to see ${what}`, () => lastSeen(eyes, where));

/** Not everybody in the guild can view it. */
export function isPrivate({ world, guild }: Eyes, channel: Channel): boolean {
  if (channel.type === 1 || channel.type === 12) return true;
  const place = isThread(channel) ? (parentOf(world.state, channel) ?? channel) : channel;
  const everyone = guild.roles.find(r => r.id === guild.id);
  const own = place.overwrites.find(o => o.id === guild.id);
  const value = (BigInt(everyone?.permissions ?? 0) & ~BigInt(own?.deny ?? 0)) | BigInt(own?.allow ?? 0);
  return !(value & bit('VIEW_CHANNEL'));
}

/** Administrators see everything: they count only where an overwrite names them. */
function belongs({ world, guild }: Eyes, channel: Channel, member: Member): boolean {
  if (!sees(world.state, member.userId, channel)) return false;
  const roles = guild.roles.filter(r => member.roles.includes(r.id));
  const isAdmin = guild.ownerId === member.userId || roles.some(r => BigInt(r.permissions) & bit('ADMINISTRATOR'));
  const named = [member.userId, ...member.roles];
  return !isAdmin || channel.overwrites.some(o => named.includes(o.id) && BigInt(o.allow) & bit('VIEW_CHANNEL'));
}

export function membersOf(eyes: Eyes, channel: Channel): string[] {
  const { world, guild } = eyes;
  const people = guild.members.filter(m => !world.state.users.some(u => u.bot && u.id === m.userId));
  const isIn = (m: Member): boolean =>
    isThread(channel) ? channel.threadMembers.includes(m.userId) : belongs(eyes, channel, m);
  if (channel.type === 1) return [eyes.user.name];
  return people.filter(isIn).map(m => nameOf(world.state, m.userId));
}

/** Beyond what everybody in the guild may. */
export function rightsBeyond({ world, guild, user }: Eyes, channel: Channel): bigint {
  const everyone = BigInt(guild.roles.find(r => r.id === guild.id)?.permissions ?? 0) | everyonesPermissions;
  return inChannel(world.state, user.id, channel) & ~everyone;
}
