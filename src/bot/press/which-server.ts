/**
 * A direct message on Discord tells no server, nor who administers it. Where the record doesn't tell the server either, it is the one that
 * the presser is in now together with the bot; of several they choose, and what they are shown then stays with the one they chose.
 */
import type { Command } from '../../commands/command.ts';
import type { Deed, DeedName } from '../../domain/deed.ts';
import { languageOf } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { cardIn } from '../../messages/language.ts';
import type { Block, Button, Card, Form } from '../../platform/card.ts';
import type {
  ChatPlatform,
  Invocation,
  Invoke,
  PlatformName,
  SharedServer,
  Visitor,
} from '../../platform/chat-platform.ts';
import { fits } from '../../platform/invoke.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';
import { no } from './answering.ts';
import type { Dispatch } from './dispatch.ts';
import { recordNamed } from './place-of-press.ts';

type Platforms = ReadonlyMap<PlatformName, Pick<ChatPlatform, 'serversOf' | 'administers'>>;

const called = (commands: readonly Command[], name: string) => commands.find(one => one.name === name);

/** Whether what is pressed names by itself where it belongs. */
type IsPlaced = (invoke: Invoke) => boolean;

const placedBy =
  (commands: readonly Command[]): IsPlaced =>
  ({ command: name, options }) => {
    const command = called(commands, name);
    return !command || recordNamed(command, options) !== undefined;
  };

/** `stays`: the server to be named in what is pressed next. */
interface Placed {
  readonly invocation: Invocation;
  readonly stays?: string;
}

export function inTheirServer(bot: Bot, platforms: Platforms, { form, suggest, invoke, ...rest }: Dispatch): Dispatch {
  const isPlaced = placedBy(bot.commands);
  const placed = placing(bot, platforms, isPlaced);
  const refused = (invocation: Invocation, refusal: Refusal): Card =>
    cardIn(no(bot, invocation, refusal), languageOf(invocation.locale));
  return {
    ...rest,
    async form(given) {
      const found = await placed(given);
      if ('refusal' in found) return { say: refused(given, found.refusal) };
      const answer = await form(found.invocation);
      const staying = stayingIn(found.stays, isPlaced);
      return 'say' in answer ? { say: staying.card(answer.say) } : { show: staying.form(answer.show) };
    },
    async suggest(given, option, typed) {
      const found = await placed(given);
      return 'refusal' in found ? [] : suggest(found.invocation, option, typed);
    },
    async invoke(given) {
      const found = await placed(given);
      if ('refusal' in found) return { say: refused(given, found.refusal), shows: 'person' };
      const answer = await invoke(found.invocation);
      const staying = stayingIn(found.stays, isPlaced);
      if ('mend' in answer) return { mend: staying.form(answer.mend) };
      const { say, lasting } = answer;
      return { ...answer, say: staying.card(say), ...(lasting && { lasting: staying.card(lasting) }) };
    },
  };
}

function placing({ store, commands }: Bot, platforms: Platforms, isPlaced: IsPlaced) {
  async function serversOf({ platform, id }: Visitor): Promise<readonly SharedServer[]> {
    const seen = await people.workspacesWith(store.db, platform, id).catch(() => []);
    const likely = seen.map(key => workspaceOf(key).id);
    return (await platforms.get(platform)?.serversOf(id, likely)) ?? [];
  }

  /** Only where administrators may. */
  async function asToldThere(invocation: Invocation): Promise<Invocation> {
    const { by, options } = invocation;
    const command = called(commands, invocation.command);
    const record = command?.may.includes('admin') ? recordNamed(command, options) : undefined;
    if (!record) return invocation;
    const known = await people.whoIs(store.db, record, by.id).catch(() => undefined);
    const there = known && { platform: by.platform, workspace: workspaceOf(known.workspace).id, id: by.id };
    const admin = there && (await platforms.get(by.platform)?.administers(there));
    return { ...invocation, by: { ...by, admin: admin ?? 'not-told' } };
  }

  return async (given: Invocation): Promise<Placed | { readonly refusal: Refusal }> => {
    const { by, command, options } = given;
    if (by.workspace !== undefined) return { invocation: given };
    const invocation = { ...given, direct: true } as const;
    if (isPlaced(given)) return { invocation: await asToldThere(invocation) };
    const servers = await serversOf(by);
    const [only, second] = servers;
    if (!only) return { refusal: new Refusal('only-in-a-server', {}) };
    const chosen = second ? servers.find(one => one.workspace === options.workspace) : only;
    if (!chosen) return { refusal: new Refusal('which-server', { servers, command: command as DeedName, options }) };
    const { workspace, called: name, admin } = chosen;
    return {
      invocation: { ...invocation, by: { ...by, workspace, name, admin } },
      ...(second && { stays: workspace }),
    };
  };
}

/** What is pressed next on it is meant for the same server. */
function stayingIn(workspace: string | undefined, isPlaced: IsPlaced) {
  if (workspace === undefined) return { card: (card: Card) => card, form: (form: Form) => form };
  const named = <I extends Invoke>(does: I): I => {
    const there = { ...does, options: { ...does.options, workspace } };
    return isPlaced(does) || !fits(there) ? does : there;
  };
  const button = (one: Button): Button => ('does' in one ? { ...one, does: named(one.does as Invoke) as Deed } : one);
  const block = (one: Block): Block =>
    one.kind === 'text'
      ? {
          ...one,
          ...(one.buttons && { buttons: one.buttons.map(button) }),
          ...(one.menu && { menu: { ...one.menu, buttons: one.menu.buttons.map(button) } }),
        }
      : one;
  return {
    card: (card: Card): Card => ({
      ...card,
      body: card.body.map(block),
      ...(card.buttons && { buttons: card.buttons.map(button) }),
    }),
    form: (form: Form): Form => ({ ...form, does: named(form.does) }),
  };
}
