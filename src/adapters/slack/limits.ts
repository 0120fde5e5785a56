/** Slack's numbers, in characters or pieces, and how we keep to them: what is too long is cut, never refused. docs.slack.dev/reference/block-kit */
import { beginning } from '../../domain/words.ts';

export const limits = {
  messageBlocks: 50,
  /** Of all a message's words, and something for each of its blocks. No number is documented: github.com/slackapi/bolt-js/issues/2509, …/2867 */
  messageWords: 12_500,
  blockItself: 50,
  viewBlocks: 100,
  header: 150,
  buttonText: 75,
  buttonsInARow: 25,
  section: 3000,
  overflow: 5,
  options: 100,
  url: 3000,
  markdown: 11_900, // 12,000 in all markdown blocks of a message
  richText: 2900, // no number is documented for rich text; this is a section's
  quiet: 2000,
  fallback: 3000,
  altText: 2000,
  fileAlt: 1000,
  viewTitle: 24,
  inputLabel: 2000,
  hint: 2000,
  placeholder: 150,
  optionText: 75,
  inputText: 3000,
  privateMetadata: 3000,
  channelName: 80,
  topic: 250,
  invite: 100,
  pins: 100,
  file: 1_000_000_000,
} as const;

export function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  return `${beginning(words, most - 1)}…`;
}
