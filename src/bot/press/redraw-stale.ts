import { lane, type Wish } from '../../domain/effect.ts';
import type { CopId, NetworkId } from '../../domain/ids.ts';
import type { Reason, Refusal } from '../../domain/refusal.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import { isHere } from '../../messages/home.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import type { Tx } from '../../store/engine.ts';
import * as people from '../../store/people.ts';
import * as posts from '../../store/posts.ts';
import { drawHomes } from '../drawing/homes.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, type Wishes, wishing } from '../wishes.ts';

/** A card that still offers what was decided otherwise is drawn anew when it is pressed, whatever kept it from being so; Home as well. */
export async function redrawStale(bot: Bot, invocation: Invocation, refusal: Refusal): Promise<void> {
  if (!isHere(invocation.options) && !(invocation.on && decided.has(refusal.reason))) return;
  try {
    await bot.store.db.transaction().execute(async tx => {
      const wishes = noWishes();
      await (isHere(invocation.options)
        ? homeAgain(bot, tx, invocation, wishes)
        : cardAgain(bot, tx, invocation, refusal, wishes));
      const workspace = wishes.effects[0]?.workspace;
      if (workspace) await saveWishes(bot.jobs, tx, wishes, workspace);
    });
  } catch (err) {
    bot.log.warn({ err, command: invocation.command }, 'a card that is out of date could not be drawn anew');
  }
}

/** The card that was pressed is of a record that had been decided before. */
const decided: ReadonlySet<Reason> = new Set([
  'request-decided',
  'nomination-decided',
  'suggestion-decided',
  'role-ended',
  'conversation-taken',
  'conversation-over',
  'started-already',
  'invitation-decided',
  'difference-settled',
]);

interface InCop {
  readonly networkId: NetworkId;
  readonly copId: CopId;
}

/** What the refusal is about tells the CoP. */
const recordIn = ({ about }: Refusal): InCop | undefined =>
  (Object.values(about) as readonly Partial<InCop>[]).find((one): one is InCop => one?.copId !== undefined);

async function cardAgain(bot: Bot, tx: Tx, { on }: Invocation, refusal: Refusal, wishes: Wishes): Promise<void> {
  const record = recordIn(refusal);
  const cop = record && (await cops.byId(tx, record.networkId, record.copId));
  if (!on || !cop) return;
  const only = { channel: on.channel.id, id: on.id };
  const post = await posts.at(tx, cop.workspace, only);
  if (!post) return;
  const wish = { kind: 'revise', cop: cop.id, message: post.message, about: post.about, only } as Wish;
  wishing(wishes, bot.clock.now())(lane.cop(cop.id), { cop, wish });
}

/** What only the presser sees is the answer itself. */
async function homeAgain(bot: Bot, tx: Tx, { by, panel }: Invocation, wishes: Wishes): Promise<void> {
  const workspace = by.workspace && workspaceKey({ platform: by.platform, id: by.workspace });
  const known = workspace && !panel ? await people.whoIs(tx, workspace, by.id) : undefined;
  const cop = known?.person && (await cops.anyIn(tx, known.networkId, known.workspace));
  if (known?.person && cop) await drawHomes(tx, wishes, cop, [known.person.id], bot.clock.now());
}
