/** What `home.ts` says, in German. */
export const home: Readonly<Record<string, string>> = {
  '**Your requests**': '**Deine Anfragen**',
  'This week': 'Diese Woche',
  'Nothing is waiting for you.': 'Nichts wartet auf dich.',
  'New in your libraries: {0}': 'Neu in deinen Bibliotheken: {0}',
  '**One thing is waiting for you**': '**Etwas wartet auf dich**',
  '**{0} things are waiting for you**': '**{0} Dinge warten auf dich**',
  '**At least {0} things are waiting for you**': '**Mindestens {0} Dinge warten auf dich**',
  '{0}; these came first': '{0}; diese kamen zuerst',
  '… and {0} more. You find them all among your channels.':
    '… und {0} weitere. Du findest sie alle unter deinen Kanälen.',
  '**Your CoPs**': '**Deine CoPs**',
  'Go to one of them': 'Zu einer davon',
  'nothing in its library yet': 'noch nichts in der Bibliothek',
  'one document': 'ein Dokument',
  '{0} documents': '{0} Dokumente',
  Share: 'Teilen',
  Roles: 'Rollen',
  'Tidy the library': 'Bibliothek aufräumen',
  '**{0}**: a conversation with the Support Team comes first': '**{0}**: Erst kommt ein Gespräch mit dem Support-Team',
  '**{0}**: an administrator has still to start it': '**{0}**: Jemand von den Admins muss sie noch gründen',
  '**{0}**: its space is being made': '**{0}**: Ihr Raum wird gerade angelegt',
  '**{0}** is being opened for you': '**{0}** wird gerade für dich geöffnet',
  '**{0}** {1} (you facilitate it){2}{3}': '**{0}** {1} (du begleitest sie){2}{3}',
  '\nLatest in its library: {0}': '\nZuletzt in ihrer Bibliothek: {0}',
  '{0} asks to join **{1}**: “{2}”': '{0} möchte bei **{1}** mitmachen: „{2}“',
  '{0} asks to join **{1}**': '{0} möchte bei **{1}** mitmachen',
  Approve: 'Aufnehmen',
  'Decline…': 'Ablehnen …',
  'You are asked to facilitate **{0}**: {1}': 'Du wirst gebeten, **{0}** zu begleiten: {1}',
  "Yes, I'll facilitate": 'Ja, ich begleite sie',
  'Not me': 'Nicht ich',
  'You are invited to **{0}**: {1}': 'Du bist eingeladen zu **{0}**: {1}',
  Join: 'Mitmachen',
  'No, thanks': 'Nein, danke',
  'Somebody would like to talk with the Support Team about **{0}**: {1}':
    'Jemand möchte mit dem Support-Team über **{0}** sprechen: {1}',
  "I'll take it": 'Ich übernehme',
  'The Support Team had asked to wait with **{0}**, and there is none any more: start it when you think the time has come':
    'Das Support-Team hatte gebeten, mit **{0}** zu warten, und es gibt keines mehr: Du kannst sie gründen, wenn du meinst, dass es so weit ist',
  '**{0}**: it starts when you say so': '**{0}**: Sie wird gegründet, wenn du es sagst',
  "{0} asked to join **{1}** {2}, and its facilitators haven't answered":
    '{0} hat {2} angefragt, bei **{1}** mitzumachen, und die Begleitung hat noch nicht geantwortet',
  '{0} asked to join **{1}** {2}, and nobody facilitates it at the moment':
    '{0} hat {2} angefragt, bei **{1}** mitzumachen, und gerade begleitet sie niemand',
  '**For the Support Team: a word with somebody there would help**\n{0}':
    '**Für das Support-Team: Ein Wort mit jemandem dort würde helfen**\n{0}',
  '{0} looks things up in a library. {1} shows all you can do.':
    '{0} sucht in einer Bibliothek. {1} zeigt alles, was du tun kannst.',
  "You aren't in a CoP yet. Is there something you care about, and would rather not figure out alone? Find the people who care about it too, or start with two or three of them: it takes two minutes.":
    'Du bist noch in keiner CoP. Liegt dir etwas am Herzen, und du möchtest damit nicht allein bleiben? Finde die Leute, denen es auch so geht, oder fang mit zwei, drei von ihnen an: Das dauert zwei Minuten.',
  'Find a CoP': 'CoP finden',
  'What waits for you': 'Was auf dich wartet',
};
