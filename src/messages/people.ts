import type { Cop } from '../domain/cop.ts';
import type { WorkspaceKey } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { isolated } from '../domain/words.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { joined, plural, type Text, text, type Who } from '../platform/card.ts';
import type { Channel } from '../platform/chat-platform.ts';

/** A person as messages name them: by their account in the CoP's workspace, where they have one. */
export function who(person: Pick<Known, 'name' | 'accountId'>, cop: Pick<Cop, 'workspace'>): { who: Who } {
  const { name, accountId } = person;
  const account = accountId === undefined ? {} : { account: idIn(cop.workspace, accountId) };
  return { who: { name: isolated(name), ...account, ...(name === '' && { instead: text`Somebody` }) } };
}

/** Named, not rung for. */
export const unrung = ({ name }: Pick<Known, 'name'>, cop: Pick<Cop, 'workspace'>): { who: Who } =>
  who({ name, accountId: undefined }, cop);

/** `Amira`, `Amira and Ben`, `Amira, Ben and Carla`. */
export function all(people: readonly { who: Who }[]): Text {
  const named = people.map(one => text`${one}`);
  if (named.length < 2) return named[0] ?? [];
  return text`${joined(named.slice(0, -1), ', ')} and ${named.at(-1) ?? []}`;
}

/** `Amira, Ben and 3 more`, where there are more than have a name here. */
export function andMore(named: readonly { who: Who }[], many: number): Text {
  const more = many - named.length;
  if (more <= 0) return all(named);
  const names = joined(
    named.map(one => text`${one}`),
    ', ',
  );
  return text`${names} and ${more} more`;
}

export const facilitatedBy = (cop: Cop, people: readonly Pick<Known, 'name'>[]): Text =>
  people.length > 0 ? text`\nFacilitated by ${all(people.map(one => unrung(one, cop)))}` : [];

/** Among other facts of it. */
export function facilitatorsFact(people: readonly { who: Who }[]): { readonly label: string; readonly value: Text } {
  if (people.length === 0) return { label: 'Facilitators', value: text`nobody at the moment` };
  return { label: people.length === 1 ? 'Facilitator' : 'Facilitators', value: all(people) };
}

export const peopleIn = (many: number): Text => plural(many, text`one person`, text`${many} people`);

export function spaceOf(cop: Pick<Cop, 'workspace' | 'spaceId'>): Channel | undefined {
  return cop.spaceId === undefined ? undefined : idIn(cop.workspace, cop.spaceId);
}

/** The space as a link to it, else the CoP's name alone. */
export function space(cop: Cop): Text {
  const channel = spaceOf(cop);
  return channel ? text`${{ space: channel, name: cop.spaceName ?? cop.name }}` : text`${cop.name}`;
}

/** What bears this id in a workspace: a channel or an account. */
export function idIn(key: WorkspaceKey, id: string): Channel {
  const { platform, id: workspace } = workspaceOf(key);
  return { platform, workspace, id };
}

/** Somebody to be chosen. What was typed of a name, and led to nobody, isn't put in again. */
export const personField = (label: string, given: string | undefined, error: string | undefined) =>
  ({
    kind: 'people',
    name: 'person',
    label,
    required: true,
    most: 1,
    value: given && !given.startsWith('@') ? [given] : [],
    ...(error && { error }),
  }) as const;
