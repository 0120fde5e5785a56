/** Where a CoP's things are on its platform: its space, its people's accounts, what was posted. */
import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import type { Known } from '../domain/person.ts';
import { spaceOf } from '../messages/people.ts';
import type { Account, Channel, Posted } from '../platform/chat-platform.ts';
import { PlatformError } from '../platform/platform-error.ts';
import type { Db } from '../store/engine.ts';
import * as people from '../store/people.ts';
import type * as posts from '../store/posts.ts';

export function spaceHere(cop: Cop): Channel {
  const space = spaceOf(cop);
  if (!space) throw new PlatformError('gone', 'no_space');
  return space;
}

export const channel = (cop: Cop, id: string): Channel => {
  const { platform, id: workspace } = people.workspaceOf(cop.workspace);
  return { platform, workspace, id };
};
export const postedAt = (cop: Cop, post: posts.Post): Posted => ({
  channel: channel(cop, post.channelId),
  id: post.messageId,
});

export const accountOf = (person: Known, cop: Cop): Account | undefined =>
  person.accountId === undefined ? undefined : channel(cop, person.accountId);

export async function accountsOf(db: Db, cop: Cop, persons: readonly PersonId[]): Promise<readonly Account[]> {
  const all = await people.known(db, cop.networkId, { workspace: cop.workspace, cop: cop.id }, persons);
  return persons.flatMap(id => {
    const person = all.get(id);
    return (person && accountOf(person, cop)) ?? [];
  });
}

export async function accountOfPerson(db: Db, cop: Cop, person: PersonId): Promise<Account> {
  const [account] = await accountsOf(db, cop, [person]);
  if (!account) throw new PlatformError('gone', 'no_account');
  return account;
}
