/** Who is gone from a workspace: they are out of every space of it, also of those that are closed, ask for nothing and are asked nothing any more. Told as it happens, or found at a look. */
import { askerGone } from '../../commands/first-conversation/asker-gone.ts';
import { takerMoved } from '../../commands/first-conversation/taker-moved.ts';
import { goOut } from '../../commands/membership/go-out.ts';
import { goneBefore } from '../../commands/membership/gone-before.ts';
import type { Cop } from '../../domain/cop.ts';
import type { NetworkId, PersonId, WorkspaceKey } from '../../domain/ids.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { PlatformName } from '../../platform/chat-platform.ts';
import * as audit from '../../store/audit.ts';
import * as cops from '../../store/cops.ts';
import { copsAsked, counted } from '../../store/counted.ts';
import { newId } from '../../store/ids.ts';
import * as parked from '../../store/parked.ts';
import * as people from '../../store/people.ts';
import * as settings from '../../store/settings.ts';
import { drawHomes } from '../drawing/homes.ts';
import { inWork, type Working } from '../in-work.ts';
import type { Bot } from '../the-bot.ts';
import type { AtItsPace } from './at-its-pace.ts';
import type { Platforms } from './tend-libraries.ts';
import { workspacesOf } from './workspaces-of.ts';

interface Left {
  readonly network: NetworkId;
  readonly workspace: WorkspaceKey;
  readonly person: PersonId;
}

/** `event`: by what it was told. */
export async function leftWorkspace(bot: Bot, { network, workspace, person }: Left, event: string): Promise<void> {
  const { db } = bot.store;
  const open = (await cops.ofPerson(db, network, person)).map(({ cop }) => cop);
  const others = [...(await cops.closedOf(db, network, person)), ...(await copsAsked(db, network, person))];
  const all = new Map([...open, ...others].map(one => [one.id, one]));
  await db.transaction().execute(async tx => {
    await settings.leaveSupport(tx, network, workspace, person);
    await inWork(bot, tx, workspace, ({ after }) => takerMoved({ tx, network, workspace, after }, person));
  });
  for (const here of [...all.values()].filter(one => one.workspace === workspace))
    await db.transaction().execute(async tx => {
      const cop = await cops.lock(tx, network, here.id);
      if (!cop) return;
      await inWork(bot, tx, workspace, async working => {
        await askerGone(working, cop, person);
        const out = await goOut(working, cop, [person]);
        if (out.length === 0) {
          await goneBefore(working, cop, person);
          return neverLetIn(working, cop);
        }
        await drawHomes(tx, working.wishes, cop, [person], working.now);
        const about = { kind: 'cop', id: cop.id } as const;
        const press = `${event} ${cop.id}`;
        const deed = { actor: person, command: 'membership left', about, workspace, press } as const;
        await audit.note(tx, network, deed, working.now);
      });
    });
}

/** Whoever was still on the way in, and waited for somebody to let them in, waits no longer: it is tried once more, and ends by the platform's own word. */
async function neverLetIn({ tx, now, wishes }: Working, { networkId, id }: Cop): Promise<void> {
  for (const one of await parked.unpark(tx, networkId, { cop: id }, now)) wishes.lanes.add(one);
}

const most = 500;

/** To be called once the members of each space are known: whoever is not in it any more is counted no longer. */
export function lookingForGone(
  bot: Bot,
  platforms: Platforms,
  asking: AtItsPace,
): (name: PlatformName, only?: string) => Promise<void> {
  const { db } = bot.store;

  return async (name, only) => {
    for (const workspace of await workspacesOf(db, name, only))
      for (let behind: string | undefined; ; ) {
        const { accounts, last } = await counted(db, workspace, { behind, most });
        const place = { platform: name, id: workspaceOf(workspace).id };
        const heard = await asking(name, { workspace }, async () => platforms.get(name)?.gone(place, accounts));
        if (heard === 'end') return;
        for (const account of (heard !== 'no' && heard.said) || []) await gone(workspace, account);
        if (heard === 'no' || last === undefined) break;
        behind = last;
      }
  };

  async function gone(workspace: WorkspaceKey, account: string): Promise<void> {
    const known = await people.whoIs(db, workspace, account);
    if (!known?.person) return;
    const { networkId: network, person } = known;
    await leftWorkspace(bot, { network, workspace, person: person.id }, `found ${newId<string>(bot.clock.now())}`);
  }
}
