/** What `invitation.ts` says, in German. */
export const invitation: Readonly<Record<string, string>> = {
  "Each of them is asked privately whether they'd like to join **{0}**. Nobody else hears of it, and a no is fine.":
    'Alle werden einzeln und privat gefragt, ob sie bei **{0}** mitmachen möchten. Sonst erfährt es niemand, und ein Nein ist in Ordnung.',
  'Who would care about this?': 'Wem läge das am Herzen?',
  'A personal line does more than a long list': 'Ein persönlicher Satz bringt mehr als eine lange Liste',
  'Up to 25 at a time': 'Bis zu 25 auf einmal',
  Invite: 'Einladen',
  '{0} invites you to **{1}**.': '{0} lädt dich zu **{1}** ein.',
  "You said yes {0}. Its space is being opened for you; I'll write to you once you're in.":
    'Du hast {0} zugesagt. Ihr Raum wird gerade für dich geöffnet; ich schreibe dir, sobald du drin bist.',
  'You said yes {0}. Its space is {1}.': 'Du hast {0} zugesagt. Der Raum ist {1}.',
  'You said no {0}. That is fine; if you change your mind, {1} asks to join.':
    'Du hast {0} abgesagt. Das ist in Ordnung; wenn du es dir anders überlegst, frag mit {1} an.',
  "This invitation was closed {0}, while you weren't here. If you'd like to, {1} asks to join.":
    'Diese Einladung wurde {0} beendet, während du nicht da warst. Wenn du magst, kannst du mit {1} anfragen.',
  'This invitation was taken back {0}.': 'Diese Einladung wurde {0} zurückgenommen.',
  'It is a Community of Practice: people who learn from each other, in a private space. Press **Join** and you are in at once; you can leave whenever you like.':
    'Es ist eine Community of Practice: Menschen, die voneinander lernen, in einem privaten Raum. Drück **Mitmachen**, und du bist sofort dabei; gehen kannst du jederzeit.',
  "You needn't ask: you were invited to **{0}** {1}. Press **Join** and you are in.":
    'Du musst nicht anfragen: Du wurdest {1} zu **{0}** eingeladen. Drück **Mitmachen**, und du bist dabei.',
  "{0}: asked privately. I'll tell you if they say no; if they say yes, you'll find them in {1}.":
    '{0}: privat gefragt. Bei einem Nein sage ich es dir; bei einem Ja ist die Person in {1}.',
  '{0} people are asked privately. Whoever says yes is in {1} at once.':
    '{0} Leute werden privat gefragt. Wer zusagt, ist sofort in {1}.',
  "{0}: had already asked to join, so that's a yes; being let in now.":
    '{0}: hatte schon angefragt, das ist also ein Ja; der Raum wird gerade geöffnet.',
  "{0} people had already asked to join, so that's a yes; they are being let in now.":
    '{0} Leute hatten schon angefragt, das ist also ein Ja; der Raum wird gerade für sie geöffnet.',
  '{0}: already in.': '{0}: schon dabei.',
  '{0} people are already in.': '{0} Leute sind schon dabei.',
  '{0}: already invited, and the answer is still to come. Nobody is asked twice.':
    '{0}: schon eingeladen, die Antwort steht noch aus. Wird nicht zweimal gefragt.',
  '{0} people are already invited, and their answers are still to come. Nobody is asked twice.':
    '{0} Leute sind schon eingeladen, und ihre Antwort steht noch aus. Sie werden nicht zweimal gefragt.',
  "{0}: a guest here. If they say yes, an administrator has to let them in; I can't.":
    '{0}: hier zu Gast. Nach der Zusage muss die Administration den Zutritt geben; ich kann es nicht.',
  "{0} of them are guests here. If they say yes, an administrator has to let them in; I can't.":
    '{0} davon sind hier zu Gast. Nach der Zusage muss die Administration den Zutritt geben; ich kann es nicht.',
  '{0}: no longer here, so not asked.': '{0}: nicht mehr hier, also nicht gefragt.',
  '{0} of them are no longer here, so not asked.': '{0} davon sind nicht mehr hier, also nicht gefragt.',
  "I couldn't write to {0} about **{1}** at first. They have answered since.":
    'Ich konnte {0} wegen **{1}** zuerst nicht schreiben. Inzwischen ist die Antwort da.',
  '{0}: of another workspace, so not asked: whoever joins has an account in this one.':
    '{0}: aus einem anderen Workspace, also nicht gefragt: Wer mitmacht, hat ein Konto in diesem.',
  '{0} of them are of another workspace, so not asked: whoever joins has an account in this one.':
    '{0} davon sind aus einem anderen Workspace, also nicht gefragt: Wer mitmacht, hat ein Konto in diesem.',
  '{0}: a bot. A community is for people.': '{0}: ein Bot. Eine Gemeinschaft ist für Menschen.',
  '{0} of them are bots. A community is for people.': '{0} davon sind Bots. Eine Gemeinschaft ist für Menschen.',
  "I don't know who {0} is. Type **@** and choose from the list that opens, or use {1} alone for a form.":
    'Ich weiß nicht, wer {0} ist. Tippe **@** und wähle aus der Liste, die sich öffnet, oder nimm {1} allein für ein Formular.',
  'Nobody was named, so nobody was asked. {0} alone opens a form to choose from.':
    'Niemand wurde genannt, also wurde niemand gefragt. {0} allein öffnet ein Formular zum Auswählen.',
  'Invitations to {0}': 'Einladungen zu {0}',
  "You're in: {0}": 'Du bist dabei: {0}',
  'Welcome. The space is {0}. What is pinned there tells how this community works; start with the welcome. {1} looks things up in its library.':
    'Willkommen. Der Raum ist {0}. Was dort angeheftet ist, erzählt, wie diese Gemeinschaft arbeitet; fang mit der Begrüßung an. {1} sucht in ihrer Bibliothek.',
  'Please welcome {0}, who is here on the invitation of {1}.': 'Bitte begrüßt {0}, eingeladen von {1}.',
  "{0} says no, thanks, to **{1}** this time. There's nothing you need to do; a word in person often says more than a second invitation.":
    '{0} sagt diesmal Nein, danke, zu **{1}**. Du musst nichts tun; ein persönliches Wort sagt oft mehr als eine zweite Einladung.',
  "I couldn't ask {0} to join **{1}**: they are no longer here, or it is a bot. The invitation is taken back.":
    'Ich konnte {0} nicht zu **{1}** einladen: nicht mehr hier, oder ein Bot. Die Einladung ist zurückgenommen.',
  "I couldn't write to {0} about **{1}**: they take no direct messages from me, or have left. The invitation stands; if they are still around, {2} shows it to them.":
    'Ich konnte {0} wegen **{1}** nicht schreiben: nimmt von mir keine Direktnachrichten an oder ist gegangen. Die Einladung gilt; wer noch da ist, sieht sie mit {2}.',
  "{0} can't be brought into **{1}**: they are no longer here. There's nothing left for you to do.":
    '{0} kann nicht zu **{1}** geholt werden: nicht mehr hier. Für dich ist nichts weiter zu tun.',
  "{0} said yes to **{1}**, but couldn't be brought in. Their invitation stands again; ask whoever runs this bot if it happens once more.":
    '{0} hat bei **{1}** zugesagt, konnte aber nicht hereingeholt werden. Die Einladung gilt wieder; wende dich an die Person, die diesen Bot betreibt, wenn es noch einmal vorkommt.',
};
