/** What `home.ts` says, in German. */
export const home: Readonly<Record<string, string>> = {
  '**Your requests**': '**Deine Anfragen**',
  'Where you stand': 'So steht es bei dir',
  '**One thing waits for you**': '**Eines wartet auf dich**',
  '**{0} things wait for you**': '**{0} Dinge warten auf dich**',
  '**{0} things wait for you; these came first**': '**{0} Dinge warten auf dich; diese kamen zuerst**',
  '… and {0} more. You find them all among your channels.':
    '… und {0} weitere. Du findest sie alle unter deinen Kanälen.',
  '**Your CoPs**\n{0}': '**Deine CoPs**\n{0}',
  '**{0}**: a conversation with the Support Team comes first': '**{0}**: Erst kommt ein Gespräch mit dem Support-Team',
  '**{0}** is being opened for you': '**{0}** wird gerade für dich geöffnet',
  '**{0}** {1}, and you facilitate it': '**{0}** {1}, und du begleitest sie',
  '{0}\nLatest in its library: {1}': '{0}\nZuletzt in ihrer Bibliothek: {1}',
  '{0} asks to join **{1}**: “{2}”': '{0} möchte bei **{1}** mitmachen: „{2}“',
  '{0} asks to join **{1}**': '{0} möchte bei **{1}** mitmachen',
  Approve: 'Zusagen',
  'Decline…': 'Absagen…',
  'You are asked to facilitate **{0}**: {1}': 'Du wirst gebeten, **{0}** zu begleiten: {1}',
  "Yes, I'll facilitate": 'Ja, ich begleite sie',
  'Not me': 'Nicht ich',
  'You are invited to **{0}**: {1}': 'Du bist eingeladen zu **{0}**: {1}',
  Join: 'Mitmachen',
  'No, thanks': 'Nein, danke',
  'Somebody would like to talk with the Support Team about **{0}**: {1}':
    'Jemand möchte mit dem Support-Team über **{0}** sprechen: {1}',
  "I'll take it": 'Ich übernehme',
  "{0} asked to join **{1}** on {2}, and its facilitators haven't answered":
    '{0} hat am {2} angefragt, bei **{1}** mitzumachen, und die Begleitung hat noch nicht geantwortet',
  '**For the Support Team: a word with the facilitators would help**\n{0}':
    '**Für das Support-Team: Ein Wort mit der Begleitung würde helfen**\n{0}',
  '{0} looks things up in a library. {1} shows all you can do.':
    '{0} sucht in einer Bibliothek. {1} zeigt alles, was du tun kannst.',
  "You aren't in a CoP yet. Look what there is and ask to join, or start one of your own: it takes two minutes.":
    'Du bist noch in keiner CoP. Schau, was es gibt, und frag an, oder gründe selbst eine: Das dauert zwei Minuten.',
  'Find a CoP': 'CoP finden',
};
