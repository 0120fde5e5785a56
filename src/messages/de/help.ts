/** What `help.ts` says, in German. */
export const help: Readonly<Record<string, string>> = {
  "I don't know “/cop {0}”": '„/cop {0}“ kenne ich nicht',
  'What you can do here': 'Was du hier tun kannst',
  'A Community of Practice (CoP) is people who care about the same thing and learn from each other, in a private space of their own.':
    'Eine Community of Practice (CoP) sind Menschen, denen dasselbe am Herzen liegt und die voneinander lernen, in einem eigenen privaten Raum.',
  '**For everybody**': '**Für alle**',
  '**In your CoPs**': '**In deinen CoPs**',
  '**As a facilitator**': '**Als Begleitung**',
  '**For the Support Team**': '**Für das Support-Team**',
  '**As an administrator**': '**Als Admin**',
  'Did you mean {0}?': 'Meintest du {0}?',
  'Yes, do that': 'Ja, genau',
  "In the menu of a message in your CoP's space: **Save to the library**.":
    'Im Menü einer Nachricht im Raum deiner CoP: **In die Bibliothek legen**.',
};
