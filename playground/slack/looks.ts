/** What one person sees: their channels, public ones, the direct message with the bot, what is for them alone, the open view. */
import type { LookWhere, SeenMessage } from '../driver.ts';
import { isHidden } from './plan.ts';
import { seenMessage, seenView, whereOf } from './seen.ts';
import type { Channel, Json, Message, Person, Team } from './state.ts';
import { topView } from './views.ts';
import type { World } from './world.ts';
import { isIn, personById } from './world.ts';

export interface Eyes {
  readonly world: World;
  readonly team: Team;
  readonly person: Person;
}

export const bare = (channel: string): string => channel.replace(/^#/, '');

const seesChannel = (person: Person, channel: Channel): boolean =>
  !person.deleted && (isIn(channel, person.id) || (channel.kind === 'public' && !person.guest));

export const seesMessage = ({ world, team, person }: Eyes, message: Message): boolean =>
  (message.onlyFor === undefined || message.onlyFor === person.id) && !isHidden(world, team, message);

export const channelsSeen = ({ team, person }: Eyes): Channel[] => team.channels.filter(c => seesChannel(person, c));

/** What a channel picker offers them. docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#conversation_multi_select */
export function channelsOffered(eyes: Eyes, { type, filter }: Json): Channel[] {
  const kinds: string[] = type.includes('channels')
    ? ['public']
    : (filter?.include ?? ['public', 'private', 'im', 'mpim']);
  return channelsSeen(eyes).filter(c => !c.archived && kinds.includes(c.kind));
}

/** The channel that they call so; throws with what there is. */
export function channelCalled(eyes: Eyes, name: string): Channel {
  const seen = channelsSeen(eyes);
  const found = seen.find(c => whereOf(c) === bare(name)) ?? seen.find(c => c.id === name);
  if (!found)
    throw new Error(
      `${eyes.person.name} sees no channel "${name}"; there are: ${seen.map(whereOf).join(', ') || 'none'}`,
    );
  return found;
}

export function personCalled(team: Team, name: string): Person {
  const found = team.people.find(p => p.name === name) ?? team.people.find(p => p.handle === name || p.id === name);
  if (!found) throw new Error(`nobody here is called "${name}"; there are: ${team.people.map(p => p.name).join(', ')}`);
  return found;
}

export interface Sighting {
  readonly seen: SeenMessage;
  /** Absent for views. */
  readonly at?: { readonly channel: Channel; readonly message: Message };
}

/** Everything in view, oldest first, the open view last. */
export function sightings(eyes: Eyes, { in: place, message: only }: LookWhere = {}): Sighting[] {
  const { team, person } = eyes;
  const wanted = place === undefined ? undefined : bare(place);
  const found = channelsSeen(eyes)
    .filter(c => wanted === undefined || whereOf(c) === wanted || c.id === wanted)
    .flatMap(channel =>
      channel.messages
        .filter(m => seesMessage(eyes, m) && (only === undefined || m.ts === only))
        .map(message => ({ seen: seenMessage(team, channel, message), at: { channel, message } })),
    )
    .sort((a, b) => Number(a.seen.id) - Number(b.seen.id));
  const view = wanted === undefined || wanted === 'form' ? topView(team, person.id) : undefined;
  const home = wanted === 'home' ? team.homes[person.id] : undefined;
  return [...found, ...[view, home].flatMap(v => (v ? [{ seen: seenView(team, v) }] : []))];
}

export const shows = (message: SeenMessage, pattern: RegExp): boolean => message.text.search(pattern) >= 0;

export function matches(eyes: Eyes, pattern: RegExp, where: LookWhere = {}): SeenMessage[] {
  return sightings(eyes, where)
    .map(s => s.seen)
    .filter(m => shows(m, pattern) && (!where.with || shows(m, where.with)));
}

/** The last few things that somebody sees, to be told when they waited in vain. */
export function lastSeen(eyes: Eyes, where: LookWhere = {}): string {
  const last = sightings(eyes, where)
    .slice(-6)
    .map(({ seen }) => {
      const buttons = seen.buttons.map(b => `[${b.label}]`).join(' ');
      return `  ${seen.where}${seen.onlyYou && seen.where !== 'form' ? ' (only you)' : ''}, ${seen.author}: ${seen.text.replaceAll('\n', ' / ').slice(0, 300)} ${buttons}`;
    });
  return `${eyes.person.name} sees${where.in ? ` in ${where.in}` : ''}:\n${last.join('\n') || '  nothing'}`;
}

export const nameOf = (team: Team, id: string): string => personById(team, id)?.name ?? 'unknown';
