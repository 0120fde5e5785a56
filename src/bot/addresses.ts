/** Where things are and who people are, in a platform's words. */

import type { Cop } from '../domain/cop.ts';
import type { Wish } from '../domain/effect.ts';
import type { EffectId, PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { workspaceOf } from '../domain/workspace.ts';
import { spaceOf } from '../messages/people.ts';
import type { Account, Channel, Effects, Posted } from '../platform/chat-platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import type { Db } from '../store/engine.ts';
import * as people from '../store/people.ts';
import * as posts from '../store/posts.ts';
import * as settings from '../store/settings.ts';

/** Nowhere: nobody has told where the Support Team is. */
export async function addresseeOf(
  db: Db,
  cop: Cop,
  { to, said, about }: Extract<Wish, { kind: 'post' }>,
): Promise<Effects['post']['in']['to'] | undefined> {
  if (to === 'space') return spaceHere(cop);
  if (typeof to === 'object') {
    if ('channel' in to) return channel(cop, to.channel);
    const below = await belowPost(db, cop, to.below);
    return below ?? (about.kind === 'meeting' ? spaceHere(cop) : undefined); // its card was deleted meanwhile: whom it concerns has to hear of it
  }
  if (to === 'support') {
    const { supportChannel } = await settings.of(db, cop.networkId, cop.workspace);
    return supportChannel === undefined ? undefined : channel(cop, supportChannel);
  }
  const person = await accountOfPerson(db, cop, to);
  return said ? { person } : { person, orIn: spaceOf(cop) }; // other facilitators may read along in the space
}

async function belowPost(db: Db, cop: Cop, effect: EffectId): Promise<{ readonly below: Posted } | undefined> {
  const post = await posts.byEffect(db, cop.networkId, effect);
  return post && { below: postedAt(cop, post) };
}

export function spaceHere(cop: Cop): Channel {
  const space = spaceOf(cop);
  if (!space) throw new PlatformError('gone', 'no_space', { whose: 'place' });
  return space;
}

export const channel = (cop: Pick<Cop, 'workspace'>, id: string): Channel => {
  const { platform, id: workspace } = workspaceOf(cop.workspace);
  return { platform, workspace, id };
};
export const postedAt = (cop: Cop, post: posts.Post): Posted => ({
  channel: channel(cop, post.channelId),
  id: post.messageId,
});

export const accountOf = (person: Known, cop: Pick<Cop, 'workspace'>): Account | undefined =>
  person.accountId === undefined ? undefined : channel(cop, person.accountId);

export async function accountsOf(
  db: Db,
  cop: Pick<Cop, 'id' | 'networkId' | 'workspace'>,
  persons: readonly PersonId[],
): Promise<readonly Account[]> {
  const all = await people.known(db, cop.networkId, { workspace: cop.workspace, cop: cop.id }, persons);
  return persons.flatMap(id => {
    const person = all.get(id);
    return (person && accountOf(person, cop)) ?? [];
  });
}

export async function accountOfPerson(db: Db, cop: Cop, person: PersonId): Promise<Account> {
  const [account] = await accountsOf(db, cop, [person]);
  if (!account) throw new PlatformError('gone', 'no_account', { whose: 'person' });
  return account;
}

/** With what they are in it, if anything. */
export async function personHere(db: Db, cop: Cop, id: PersonId): Promise<Known | undefined> {
  return (await people.known(db, cop.networkId, { workspace: cop.workspace, cop: cop.id }, [id])).get(id);
}
