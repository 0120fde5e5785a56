/**
 * Discord shows no errors in a form, and opens no form upon a form. So what has to be mended is said on a private card, whose button
 * opens the form again with what was written in it.
 */
import { randomBytes } from 'node:crypto';
import type { APIMessage } from 'discord.js';
import type { Deed } from '../../domain/deed.ts';
import type { Card, Form } from '../../platform/card.ts';
import { text, textOf } from '../../platform/card.ts';
import type { Invoke } from '../../platform/chat-platform.ts';
import { decodeInvoke, encodeInvoke, longestInvoke } from '../../platform/invoke.ts';
import type { Memory } from '../../platform/remembering.ts';
import { plain } from './markdown.ts';

/** The adapter's own command: no command of the bot has a name of one word. */
const again = 'again';

export interface Draft {
  readonly form: Form;
  /** The id of the message that the form is about. */
  readonly message?: string;
}

/** `say`: in the language of who reads it; the form is already. */
export function mendCard(draft: Draft, drafts: Memory<Draft>, say: (words: string) => string): Card {
  const id = randomBytes(6).toString('base64url');
  drafts.keep(id, draft);
  const faults = draft.form.fields.filter(field => field.error);
  return {
    title: text`${draft.form.title}: ${say('not quite yet')}`,
    body: [
      {
        kind: 'facts',
        facts: faults.map(({ label, error }) => ({ label: plain(textOf(label)), value: textOf(error ?? '') })),
      },
      { kind: 'text', text: text`${say('What you wrote is kept for 15 minutes.')}`, tone: 'quiet' },
    ],
    buttons: [{ label: say('Open the form again'), does: reopening(id, draft.form.does), style: 'primary' }],
  };
}

/** Also carries what the form does, for when the draft is lost; where that is too long, only the draft knows. */
function reopening(draft: string, does: Invoke): Deed {
  const invoke = { command: again, options: { draft, does: encodeInvoke(does) } };
  const { length } = `${again}?${new URLSearchParams(invoke.options)}`;
  const own: Invoke = length > longestInvoke ? { command: again, options: { draft } } : invoke;
  return own as Deed; // answered here, before the bot hears of it
}

/** The card that said what to mend: the answer to what is sent next takes its place. */
export const isMendCard = (message: APIMessage | undefined): boolean =>
  JSON.stringify(message?.components ?? []).includes(`"custom_id":"${again}?`);

/** What a press of that button asks for: the draft if it is still there, else the form anew. */
export function reopened(
  invoke: Invoke,
  drafts: Memory<Draft>,
): { draft: Draft | undefined; does: Invoke } | undefined {
  if (invoke.command !== again) return undefined;
  return { draft: drafts.recall(invoke.options.draft ?? ''), does: decodeInvoke(invoke.options.does ?? '') };
}
