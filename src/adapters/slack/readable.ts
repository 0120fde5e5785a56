/** What stands in a message's text, as people see it. docs.slack.dev/messaging/formatting-message-text */
import { unescaped } from './slash.ts';

/** Links by their label and address, mail addresses and telephone numbers as they were typed, channels by their names; people's are left out. */
export const readable = (text: string): string =>
  unescaped(
    text
      .replace(/<([a-z][a-z0-9+.-]*:[^|<>\s]+)(?:\|([^<>]*))?>/gi, (_mark, target: string, label: string | undefined) =>
        linkRead(target, label),
      )
      .replace(/<#[^<>|]*\|([^<>]+)>/g, '#$1')
      .replace(/<!date\^[^<>|]*\|([^<>]*)>/g, '$1')
      .replace(/<[@#!][^>]*>/g, '')
      .trim(),
  );

function linkRead(target: string, label: string | undefined): string {
  const isPage = /^https?:/i.test(target);
  const typed = label || target.replace(/^(?:mailto|tel):/i, '');
  return !isPage || !label || label === target ? typed : `${label} ${target}`;
}
