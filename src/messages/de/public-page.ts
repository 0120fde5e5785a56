/** What `public-page.ts` says, in German. */
export const publicPage: Readonly<Record<string, string>> = {
  'A Community of Practice: people who care about the same thing and learn from each other.':
    'Eine Community of Practice: Menschen, denen dasselbe am Herzen liegt und die voneinander lernen.',
  'What it cares about': 'Worum es geht',
  '1. Get into our Slack': '1. In unser Slack kommen',
  '1. Get into our Discord server': '1. Auf unseren Discord-Server kommen',
  'Whoever gave you this link may know how people get an account in our Slack.':
    'Wer dir diesen Link gegeben hat, weiß vielleicht, wie man in unserem Slack ein Konto bekommt.',
  'Whoever gave you this link may know how people get into our Discord server.':
    'Wer dir diesen Link gegeben hat, weiß vielleicht, wie man auf unseren Discord-Server kommt.',
  "If you aren't in it yet, begin here. It takes a few minutes.":
    'Wenn du noch nicht dabei bist, fang hier an. Es dauert ein paar Minuten.',
  'Get an account': 'Konto bekommen',
  'Join the server': 'Dem Server beitreten',
  "If you aren't in it yet, ask: **{0}**": 'Wenn du noch nicht dabei bist, wende dich an: **{0}**',
  '2. Ask to join': '2. Beitritt anfragen',
  'Find the card of **{0}** there and press **Request to join**. {1}':
    'Suche dort die Karte von **{0}** und drücke **Beitritt anfragen**. {1}',
  'Type {0} **{1}** in any channel there. {2}': 'Tippe dort in irgendeinem Kanal {0} **{1}**. {2}',
  'Type {0} there, then choose **{1}**. {2}': 'Tippe dort {0} und wähle **{1}**. {2}',
  'Its facilitators answer you there.': 'Die Begleitung antwortet dir dort.',
  'Its facilitators answer you there. It rests for now, so that may take a little longer.':
    'Die Begleitung antwortet dir dort. Die Community ruht gerade, es kann also etwas länger dauern.',
  'Nobody facilitates it at the moment: your request is kept, and whoever takes it on answers you there.':
    'Gerade begleitet sie niemand: Deine Anfrage bleibt aufgehoben, und wer die Begleitung übernimmt, antwortet dir dort.',
  'Open in Slack': 'In Slack öffnen',
  'Open in Discord': 'In Discord öffnen',
  'Nothing here': 'Hier ist nichts',
  'There is no page at this address, or not any more. Whoever gave it to you may know more.':
    'Unter dieser Adresse gibt es keine Seite, oder keine mehr. Wer sie dir gegeben hat, weiß vielleicht mehr.',
};
