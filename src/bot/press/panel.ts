/** The panel that `/cop home` opens, and Slack's Home tab: what is pressed there is answered there. */

import { homeView } from '../../commands/home/view.ts';
import { workspaceKey } from '../../domain/workspace.ts';
import { homeCard, isHere } from '../../messages/home.ts';
import type { Card, Form } from '../../platform/card.ts';
import type { Answer, Invocation } from '../../platform/chat-platform.ts';
import * as people from '../../store/people.ts';
import type { Bot } from '../the-bot.ts';

type Said = Extract<Answer, { say: Card }>;

/** What is sent from a form that was opened on the panel comes from the panel. */
export const fromHere = ({ options }: Invocation, form: Form): Form =>
  isHere(options)
    ? { ...form, does: { ...form.does, options: { ...form.does.options, panel: options.panel ?? '' } } }
    : form;

/** Pressed on the panel, it is the answer: the whole of it drawn anew, with what was said of the press above it. */
export async function onPanel(bot: Bot, { by, options }: Invocation, answer: Said): Promise<Answer> {
  if (!isHere(options)) return answer;
  const reader = bot.store.db;
  const workspace = by.workspace && workspaceKey({ platform: by.platform, id: by.workspace });
  const known = workspace ? await people.whoIs(reader, workspace, by.id) : undefined;
  if (!workspace || !known?.person) return answer;
  const view = await homeView(reader, {
    network: known.networkId,
    workspace,
    person: known.person.id,
    now: bot.clock.now(),
    admin: by.admin === 'not-told' ? undefined : by.admin,
  });
  return { ...answer, say: homeCard(view, answer.say), shows: 'card', lasting: homeCard(view) };
}
