/** What stands quoted on a card of the bot's own: Slack shows the whole message again with each press on it. docs.slack.dev/reference/interaction-payloads/block_actions-payload */
import { emojiSeen } from './emoji.ts';

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly url?: string;
  readonly name?: string;
  readonly unicode?: string;
  readonly elements?: readonly Part[];
}

/** Slack may have made links and emoji of what was given as words. */
const wordsOf = ({ type, text, url, name, unicode }: Part): string =>
  type === 'emoji' && name ? emojiSeen({ name, ...(unicode && { unicode }) }) : (text ?? url ?? '');

export function quotedIn(message: { readonly blocks?: readonly object[] | null } | undefined): string | undefined {
  const quotes = (message?.blocks ?? []).flatMap(block =>
    ((block as Part).type === 'rich_text' ? ((block as Part).elements ?? []) : []).filter(
      part => part.type === 'rich_text_quote',
    ),
  );
  const words = quotes.map(quote => (quote.elements ?? []).map(wordsOf).join('')).join('\n');
  return words.trim() || undefined;
}
