/** What a command gets to work with. */
import type { Scope, Subject, Subjects } from '../../commands/command.ts';
import type { NetworkId, WorkspaceKey } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Guides } from '../../messages/guide.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Tx } from '../../store/engine.ts';
import { newId } from '../../store/ids.ts';
import * as people from '../../store/people.ts';
import type { Seal } from '../seal.ts';
import { pageOf, type Wishes, wishing } from '../wishes.ts';

export interface Situation {
  readonly tx: Tx;
  readonly now: number;
  readonly network: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly settings: Settings;
  readonly actor: Person;
  readonly accountId: string;
  readonly seal: Seal;
  readonly admin: boolean;
  readonly reply: () => string | undefined;
  readonly guides: Guides;
  readonly publicUrl: string | undefined;
  readonly keepsFiles: boolean;
  readonly invocation: Pick<Invocation, 'options' | 'message' | 'people' | 'files' | 'on' | 'at' | 'barred'>;
}

export function scopeFor<A extends Subject>(
  situation: Situation,
  subject: Subjects[A],
  wishes: Wishes,
): Scope<Subjects[A]> {
  const { tx, now, network, workspace, invocation } = situation;
  const named = (id: string) => invocation.people?.[id];

  async function person(account: { id: string; name?: string }): Promise<Person> {
    const known = await people.whoIs(tx, workspace, account.id);
    return (
      known?.person ??
      people.meet(tx, network, workspace, { id: account.id, name: account.name ?? named(account.id)?.name ?? '' }, now)
    );
  }

  return {
    tx,
    network,
    workspace,
    settings: situation.settings,
    actor: situation.actor,
    accountId: situation.accountId,
    subject,
    options: invocation.options,
    message: invocation.message,
    files: invocation.files ?? {},
    keepsFiles: situation.keepsFiles,
    guides: situation.guides,
    now,
    person,
    named,
    admin: situation.admin,
    seal: situation.seal.close,
    newId: <T extends string>() => newId<T>(now),
    after: wishing(wishes, now),
    wake: lanes => {
      for (const lane of lanes) wishes.lanes.add(lane);
    },
    get reply() {
      return situation.reply();
    },
    at: invocation.at?.id,
    barredIn: channel => invocation.barred?.[channel],
    pageOf: cop => pageOf(situation.publicUrl, cop),
    on: invocation.on && { channel: invocation.on.channel.id, id: invocation.on.id },
  };
}
