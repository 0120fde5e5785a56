/** A CoP's records, taken along. */
import type { Cop } from '../domain/cop.ts';
import { type Card, text } from '../platform/card.ts';

export const exportedCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`The records of **${cop.name}** are on their way to you, as a zip by direct message. If nothing comes, allow direct messages from here and ask again.`,
    },
    {
      kind: 'text',
      text: text`They are about people: keep them where only those read them who may, and delete them when you are done.`,
      tone: 'quiet',
    },
  ],
});

/** With the file. */
export const recordsCard = (cop: Cop): Card => ({
  body: [
    {
      kind: 'text',
      text: text`Here are the records of **${cop.name}**: what it is about, its members and roles, its library, its meetings, the requests that wait and those that you answered. Each is a table that a spreadsheet such as Excel opens; records.json has all of them once more, for other programs.`,
    },
  ],
});
