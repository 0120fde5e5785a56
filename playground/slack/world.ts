/** The running Slack, as its parts see it: the state, the clock, and how to reach the app and everybody who is looking. */

import { limits } from './limits.ts';
import type { OwnLeaving, PinsTold, SlackApp } from './options.ts';
import { Refused } from './refusal.ts';
import type { Channel, Json, Message, Person, State, Team, Trigger } from './state.ts';
import { appId, nextId, nextTs } from './state.ts';

export type AppAnswer =
  | { readonly acked: true; readonly payload: Json }
  | { readonly acked: false; readonly why: 'dispatch_failed' | 'operation_timeout' | 'not_interactive' };

export interface World {
  readonly state: State;
  /** As its manifest says just now. */
  readonly app: Readonly<Required<Omit<SlackApp, 'scopes' | 'events'>>> & Pick<SlackApp, 'events'>;
  readonly strictArguments: boolean;
  /** What of it may be one way or the other. */
  readonly telling: {
    unarchiving: boolean;
    pins: PinsTold;
    ownLeaving: OwnLeaving;
    aPage: number;
    kinds: boolean;
    folds: boolean;
    deactivated: boolean;
  };
  now(): number;
  /** `http://127.0.0.1:PORT` */
  origin(): string;
  changed(): void;
  /** An event for the app; whether it may hear it is the sender's concern (events.ts). */
  emit(team: Team, event: Json): void;
  /** An interaction; `again` makes the payload for a repeat, with a new trigger. */
  ask(type: 'slash_commands' | 'interactive', payload: Json, again: () => Json): Promise<AppAnswer>;
  /** Notes that the app's answer was not what Slack takes. */
  noteBadAnswer(type: string, error: Refused, payload: Json): void;
}

export const ts = (world: World): string => nextTs(world.state, world.now());

export const personById = (team: Team, id: string): Person | undefined => team.people.find(p => p.id === id);
export const bot = (team: Team): Person => personById(team, team.botUserId)!;
/** Between people and the app alone: nothing to be named, archived or left. */
export const isDirect = ({ kind }: Channel): boolean => kind === 'im' || kind === 'mpim';
export const isIn = (channel: Channel, user: string): boolean => channel.members.includes(user);
export const messageAt = (channel: Channel, at: string): Message | undefined =>
  channel.messages.find(m => m.ts === at && !m.onlyFor);

/** The direct message between a person and the bot, made at need. */
export function directMessage(
  world: World,
  team: Team,
  user: string,
  make: (fields: Pick<Channel, 'name' | 'kind' | 'creator' | 'members'>) => Channel,
): Channel {
  const there = team.channels.find(c => c.kind === 'im' && isIn(c, user));
  if (there) return there;
  const made = make({ name: '', kind: 'im', creator: user, members: [team.botUserId, user] });
  team.channels.push(made);
  world.changed();
  return made;
}

/** One of several people with the app: opened for the same people again, it is the same. */
export function groupMessage(
  world: World,
  team: Team,
  people: readonly Person[],
  make: (fields: Pick<Channel, 'name' | 'kind' | 'creator' | 'members'>) => Channel,
): Channel {
  const members = [...new Set([team.botUserId, ...people.map(person => person.id)])];
  const same = (c: Channel): boolean => c.members.length === members.length && members.every(id => isIn(c, id));
  const there = team.channels.find(c => c.kind === 'mpim' && same(c));
  if (there) return there;
  const name = `mpdm-${[bot(team), ...people].map(person => person.handle).join('--')}-1`;
  const made = make({ name, kind: 'mpim', creator: team.botUserId, members });
  team.channels.push(made);
  world.changed();
  return made;
}

/** Every interaction gives one: `13345224609.738474920.8088930838d88f008e0`, good for three seconds and one use. */
export function newTrigger(world: World, team: Team, user: string, inModal: boolean): string {
  const id = nextId(world.state, '').slice(1);
  const trigger = `${Number.parseInt(id, 36)}.${Math.floor(world.now())}.${Buffer.from(id).toString('hex')}`;
  const made: Trigger = { user, until: world.now() + limits.triggerMs, used: false, inModal };
  for (const [old, { until }] of Object.entries(team.triggers))
    if (until < world.now() - 60_000) delete team.triggers[old];
  team.triggers[trigger] = made;
  return trigger;
}

/** Takes a trigger; refuses as docs.slack.dev/reference/methods/views.open says. */
export function takeTrigger(world: World, team: Team, id: string): Trigger {
  const trigger = team.triggers[id];
  if (!trigger) throw new Refused('invalid_trigger_id');
  if (trigger.used) throw new Refused('exchanged_trigger_id');
  if (world.now() > trigger.until) throw new Refused('expired_trigger_id');
  trigger.used = true;
  return trigger;
}

/** `https://hooks…/actions/T…/id`, good for five answers within half an hour. */
export function newReplyUrl(world: World, team: Team, user: string, channel: string, messageTs?: string): string {
  const id = nextId(world.state, 'R');
  for (const [old, { until }] of Object.entries(team.replyUrls))
    if (until < world.now() - limits.replyUrlMs) delete team.replyUrls[old];
  team.replyUrls[id] = { user, channel, ts: messageTs, until: world.now() + limits.replyUrlMs, uses: 0 };
  return `${world.origin()}/actions/${team.id}/${id}`;
}

export const teamShape = (team: Pick<Team, 'id' | 'domain'>): Json => ({ id: team.id, domain: team.domain });
export const appShape = { api_app_id: appId, is_enterprise_install: false, enterprise: null } as const;
