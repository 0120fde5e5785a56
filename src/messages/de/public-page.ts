/** What `public-page.ts` says, in German. */
export const publicPage: Readonly<Record<string, string>> = {
  'A Community of Practice: people who care about the same thing and learn from each other.':
    'Eine Community of Practice: Menschen, denen dasselbe am Herzen liegt und die voneinander lernen.',
  'What it cares about': 'Worum es geht',
  People: 'Mitglieder',
  'one person so far': 'bisher eine Person',
  'To ask in, open Slack and type {0} **{1}** in any channel. Its facilitators answer you there.':
    'Um mitzumachen, öffne Slack und tippe {0} **{1}** in irgendeinem Kanal. Die Begleitung antwortet dir dort.',
  'To ask in, open Discord and type {0}, then choose {1}. Its facilitators answer you there.':
    'Um mitzumachen, öffne Discord und tippe {0}, dann wähle {1}. Die Begleitung antwortet dir dort.',
  'Open in Slack': 'In Slack öffnen',
  'Open in Discord': 'In Discord öffnen',
  'Nothing here': 'Hier ist nichts',
  'There is no page at this address, or not any more. Whoever gave it to you may know more.':
    'Unter dieser Adresse gibt es keine Seite, oder keine mehr. Wer sie dir gegeben hat, weiß vielleicht mehr.',
};
