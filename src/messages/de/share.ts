/** What `share.ts` says, in German. */
export const share: Readonly<Record<string, string>> = {
  "A Community of Practice: people who care about the same thing and learn from each other. You're welcome to ask to join.":
    'Eine Community of Practice: Menschen, denen dasselbe am Herzen liegt und die voneinander lernen. Frag gern an.',
  'The invitation to **{0}** is on its way to {1}.': 'Die Einladung zu **{0}** ist auf dem Weg in {1}.',
  'The invitation to **{0}** is in {1}. Whoever presses **Request to join** there asks its facilitators.':
    'Die Einladung zu **{0}** steht in {1}. Wer dort **Beitritt anfragen** drückt, fragt die Begleitung.',
  "I can't post in {0}, since I'm not in it. Type **/invite** there and choose me, then share once more with {1}; or choose a channel that is open to everybody.":
    'In {0} kann ich nicht schreiben, weil ich nicht darin bin. Tippe dort **/invite**, wähle mich aus und teile noch einmal mit {1}; oder wähle einen Kanal, der allen offensteht.',
  "I can't post in {0}. Somebody who manages that channel can allow me {1} and {2} there; then share once more with {3}, or choose another channel.":
    'In {0} kann ich nicht schreiben. Wer den Kanal verwaltet, kann mir dort {1} und {2} erlauben; teile dann noch einmal mit {3}, oder wähle einen anderen Kanal.',
  'The invitation to **{0}** could not be posted in {1}. Please try another channel with {2}.':
    'Die Einladung zu **{0}** ließ sich in {1} nicht posten. Bitte versuch es mit {2} in einem anderen Kanal.',
  'The invitation to **{0}** was shared in {1} within the last hour; once is enough there.':
    'Die Einladung zu **{0}** wurde in {1} in der letzten Stunde schon geteilt; einmal reicht dort.',
  "You can't write in {0} yourself, so I don't either. Choose a channel where you may, with {1}.":
    'In {0} kannst du selbst nicht schreiben, also tue ich es auch nicht. Wähle mit {1} einen Kanal, in dem du es darfst.',
  'It is unlisted, so it has no page outside of this chat. Its facilitators can change that, with {0}.':
    'Sie ist nicht gelistet und hat deshalb keine Seite außerhalb dieses Chats. Wer sie begleitet, kann das mit {0} ändern.',
  "For people who aren't here yet, this page tells what it is about: {0}":
    'Für Leute, die noch nicht hier sind, sagt diese Seite, worum es geht: {0}',
  'Bring people to {0}': 'Leute zu {0} holen',
  '**Invite people by name.** Each is asked privately, and is in as soon as they say yes.':
    '**Lade einzelne Menschen ein.** Alle werden privat gefragt und sind bei einem Ja sofort dabei.',
  '**Somebody in mind?** Tell them its name: with {0} they ask to join.':
    '**Denkst du an jemanden?** Nenn den Namen der CoP: Mit {0} kann man anfragen.',
  '**Somebody in mind?** Tell {0}, who can invite them by name.':
    '**Denkst du an jemanden?** Sag es {0}; von dort kommt die Einladung.',
  '**Share it in a channel.** Whoever presses **Request to join** on the card asks its facilitators.':
    '**Teile sie in einem Kanal.** Wer auf der Karte **Beitritt anfragen** drückt, fragt die Begleitung.',
  'Shared by {0}': 'Geteilt von {0}',
  'Choose a channel.': 'Wähle einen Kanal.',
  "Slack hasn't told me just now whether you may write there. Please try again in a moment.":
    'Slack hat mir gerade nicht gesagt, ob du dort schreiben darfst. Versuch es gleich noch einmal.',
  'Everybody there is in it already. Choose a channel where others would see it.':
    'Dort sind schon alle dabei. Wähle einen Kanal, in dem andere die Einladung sehen.',
  'Share your CoP': 'CoP teilen',
  'This is what people see there, with your name and a button to ask to join:\n**{0}**\n{1}{2}{3}':
    'Das sieht man dort, mit deinem Namen und einem Knopf, um den Beitritt anzufragen:\n**{0}**\n{1}{2}{3}',
  '\nNobody facilitates it at the moment; whoever asks to join is answered once somebody does.':
    '\nGerade begleitet sie niemand; wer anfragt, bekommt eine Antwort, sobald es jemand tut.',
  'In which channel?': 'In welchem Kanal?',
  'A line of your own': 'Ein Satz von dir',
  'Why you are in it, or who would fit': 'Warum du dabei bist, oder zu wem es passt',
};
