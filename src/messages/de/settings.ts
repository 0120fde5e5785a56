/** What `settings.ts` says, in German. */
export const settings: Readonly<Record<string, string>> = {
  'Set up': 'Einrichten',
  'All of this can wait, and can be changed with {0} at any time.':
    'Das alles kann warten und lässt sich mit {0} jederzeit ändern.',
  "The Facilitators' forum": 'Das Forum der Begleitenden',
  'A private channel of all who facilitate a CoP': 'Ein privater Kanal für alle, die eine CoP begleiten',
  None: 'Keines',
  'Make one': 'Eines anlegen',
  'Use the channel I choose below': 'Den Kanal nehmen, den ich unten wähle',
  'A private channel for the forum': 'Ein privater Kanal für das Forum',
  'One that I have been invited to; only if you have one already':
    'Einer, in den ich eingeladen bin; nur wenn es schon einen gibt',
  'Who may start a CoP, and how?': 'Wer darf eine CoP gründen, und wie?',
  'Anyone, straight away': 'Alle, sofort',
  'Anyone, after a conversation': 'Alle, nach einem Gespräch',
  'Admins, straight away': 'Admins, sofort',
  'Admins, after a conversation': 'Admins, nach einem Gespräch',
  'Time zone': 'Zeitzone',
  "For reminders, where I can't see a person's own. For example Europe/London":
    'Für Erinnerungen, wenn ich die einer Person nicht kenne. Zum Beispiel Europe/Berlin',
  'For reminders, and for the times people write. For example Europe/London':
    'Für Erinnerungen, und für Uhrzeiten, die jemand schreibt. Zum Beispiel Europe/Berlin',
  "I can only post where I am: if I'm not in a channel you chose, please invite me there. You can change all of this with {0}.":
    'Ich kann nur dort schreiben, wo ich dabei bin: Fehle ich in einem Kanal, den du gewählt hast, lade mich bitte dorthin ein. Mit {0} kannst du alles ändern.',
  'You can change all of this with {0}.': 'Mit {0} kannst du alles ändern.',
  Saved: 'Gespeichert',
  'Support Team': 'Support-Team',
  '{0}: whoever is in it hears about new CoPs.': '{0}: Wer darin ist, hört von neuen CoPs.',
  'None yet. Nobody hears about new CoPs, and nobody can be asked for a conversation.':
    'Noch keines. Niemand hört von neuen CoPs, und niemand kann um ein Gespräch gebeten werden.',
  'None yet. Facilitators have no place of their own.': 'Noch keines. Wer begleitet, hat keinen eigenen Ort.',
  "I'll make it as soon as somebody facilitates a CoP.": 'Ich lege es an, sobald jemand eine CoP begleitet.',
  '{0}: facilitators are let in, for as long as they facilitate.':
    '{0}: Wer eine CoP begleitet, ist dabei, solange das so ist.',
  'Anyone, after a conversation with the Support Team.': 'Alle, nach einem Gespräch mit dem Support-Team.',
  'Anyone, straight away.': 'Alle, sofort.',
  'Only admins, after a conversation with the Support Team.': 'Nur Admins, nach einem Gespräch mit dem Support-Team.',
  '**{0}** waits to be started: {1}. There is no Support Team any more, and only administrators start CoPs.':
    '**{0}** soll noch gegründet werden: {1}. Ein Support-Team gibt es nicht mehr, und nur Admins gründen CoPs.',
  'Only admins, straight away.': 'Nur Admins, sofort.',
  "You're an administrator here: would you like to choose where the Support Team is, and who may start CoPs? Everything works without it, too.":
    'Du bist hier Admin: Magst du festlegen, wo das Support-Team ist und wer CoPs gründen darf? Es geht auch ohne.',
  "You're an administrator here, so please know: there are channels of CoPs here that I made, and my records hold none of them. I may have been started with the wrong records. Nothing is lost or changed; please ask whoever runs me to look, best before anybody starts a CoP.":
    'Du bist hier Admin, darum zur Info: Hier gibt es Kanäle von CoPs, die ich angelegt habe, und in meinen Aufzeichnungen steht keine davon. Vielleicht wurde ich mit den falschen Aufzeichnungen gestartet. Nichts ist verloren oder verändert; bitte lass es von den Leuten prüfen, die mich betreiben, am besten bevor jemand eine CoP gründet.',
  'Choose the channel here, or let me make one.': 'Wähle hier den Kanal, oder lass mich einen anlegen.',
  'For a conversation first, choose the channel of the Support Team who would have it.':
    'Für ein Gespräch vorab wähle den Kanal des Support-Teams, das es führen würde.',
  "That channel is the Facilitators' forum. Please choose another: whoever is in it would be the Support Team.":
    'Dieser Kanal ist das Forum der Begleitenden. Bitte wähle einen anderen: Wer darin ist, wäre das Support-Team.',
  "That channel is the Support Team's. Please choose another: every facilitator would read what is for the team.":
    'Dieser Kanal ist der des Support-Teams. Bitte wähle einen anderen: Alle Begleitenden würden lesen, was für das Team ist.',
  "That channel is a CoP's own space. Please choose another.":
    'Dieser Kanal ist der Raum einer CoP. Bitte wähle einen anderen.',
  "I don't know that time zone. Write it like Europe/London or Asia/Kolkata.":
    'Diese Zeitzone kenne ich nicht. Schreib sie wie Europe/Berlin oder Asia/Kolkata.',
  'For all who facilitate a Community of Practice here': 'Für alle, die hier eine Community of Practice begleiten',
  'Ask each other, show what worked, and say what did not. You are in it for as long as you facilitate a CoP.':
    'Fragt einander, zeigt, was geklappt hat, und sagt, was nicht. Ihr seid darin, solange ihr eine CoP begleitet.',
  'It hears about new CoPs. Without one, nobody can be asked for a conversation.':
    'Es hört von neuen CoPs. Ohne eines kann niemand um ein Gespräch gebeten werden.',
  Forum: 'Forum',
  'Facilitators are let in, for as long as they facilitate.': 'Wer eine CoP begleitet, ist dabei, solange das so ist.',
  'Language and time zone': 'Sprache und Zeitzone',
  'For what several read at once, and for when reminders come.':
    'Für alles, was mehrere zugleich lesen, und dafür, wann Erinnerungen kommen.',
  'Language in channels': 'Sprache in Kanälen',
  'What one person reads is always in their own language':
    'Was nur eine Person liest, ist immer in ihrer eigenen Sprache',
  'That of whoever starts the CoP': 'Die der Person, die die CoP gründet',
  'Support Team and starting': 'Support-Team und Gründen',
  '**Support Team**: {0}\n**Who may start a CoP**: {1}': '**Support-Team**: {0}\n**Wer eine CoP gründen darf**: {1}',
  "**Facilitators' forum**: {0}": '**Forum der Begleitenden**: {0}',
  '**Language in channels**: {0}\n**Time zone**: {1}': '**Sprache in Kanälen**: {0}\n**Zeitzone**: {1}',
  '{0}, that of the machine I run on': '{0}, die des Rechners, auf dem ich laufe',
  "Each person's own, as far as I can see it": 'Für jede Person die eigene, soweit ich sie kenne',
  'People from outside': 'Menschen von außen',
  "Each CoP's public page is read by anybody who has its link. It can tell people without an account how to get one here.":
    'Die öffentliche Seite einer CoP kann lesen, wer ihren Link hat. Sie kann Menschen ohne Konto sagen, wie sie hier eines bekommen.',
  'How do they get an account?': 'Wie bekommen sie ein Konto?',
  'The page says nothing about it': 'Die Seite sagt nichts dazu',
  'Through the link below': 'Über den Link unten',
  'By asking the person below': 'Über die Person unten',
  'Through an invite that I make': 'Über eine Einladung, die ich anlege',
  'My invite is for up to 100 people and 7 days. I need the permission Create Invite for it':
    'Meine Einladung gilt 7 Tage, für bis zu 100 Leute. Dafür brauche ich das Recht „Einladung erstellen“',
  "I'm not allowed to make invites here. Give me Create Invite (Server Settings, Roles, my role), then save this again.":
    'Ich darf hier keine Einladungen anlegen. Gib mir „Einladung erstellen“ (Servereinstellungen, Rollen, meine Rolle) und speichere noch einmal.',
  "I couldn't make an invite just now, so nothing was changed. Please try again in a moment.":
    'Gerade konnte ich keine Einladung anlegen, es ist also alles wie vorher. Bitte versuch es gleich noch einmal.',
  "Each CoP's public page leads them to an invite of mine, for up to {0} people until {1}":
    'Die öffentliche Seite jeder CoP führt sie zu einer Einladung von mir, für bis zu {0} Leute bis {1}',
  'My invite has run out. {0}': 'Meine Einladung ist abgelaufen. {0}',
  "Each CoP's public page says whom to ask instead: {0}":
    'Die öffentliche Seite jeder CoP sagt stattdessen, wen man fragt: {0}',
  "Each CoP's public page says to ask whoever gave the link.":
    'Die öffentliche Seite jeder CoP verweist auf die Person, von der der Link kam.',
  'The way in from outside': 'Der Weg herein von außen',
  'That is settled. {0}.': 'Das ist geregelt. {0}.',
  'The invite that you had me make for people without an account has run out. {0}':
    'Die Einladung, die ich für Menschen ohne Konto anlegen sollte, ist abgelaufen. {0}',
  'Make a new one': 'Eine neue anlegen',
  'The link': 'Der Link',
  'For example an invite link of yours, or your own sign-up page':
    'Zum Beispiel ein Einladungslink von euch oder eure eigene Anmeldeseite',
  'Whom to ask, and how': 'Wen man fragt, und wie',
  'Everybody with the link reads this, so ask the person first':
    'Das lesen alle mit dem Link, frag die Person also vorher',
  'Paste the whole address, as in https://example.org/join.':
    'Füge die ganze Adresse ein, wie in https://example.org/mitmachen.',
  'Only addresses that begin with https:// or http:// can stand on the page.':
    'Auf der Seite können nur Adressen stehen, die mit https:// oder http:// beginnen.',
  'Nobody outside your own network could open that address.':
    'Diese Adresse könnte niemand außerhalb eures eigenen Netzes öffnen.',
  'That address is too long.': 'Diese Adresse ist zu lang.',
  'There is a password in that address, and everybody would read it.':
    'In dieser Adresse steht ein Passwort, und alle könnten es lesen.',
  'Write whom to ask, and how they are reached.': 'Schreib, wen man fragt und wie die Person zu erreichen ist.',
  "Each CoP's public page leads them to {0}": 'Die öffentliche Seite jeder CoP führt sie zu {0}',
  "Each CoP's public page says whom to ask: {0}": 'Die öffentliche Seite jeder CoP sagt, wen man fragt: {0}',
  "No CoP's public page says how they would get an account":
    'Keine öffentliche Seite einer CoP sagt, wie man ein Konto bekommt',
  'What is kept': 'Was aufbewahrt wird',
  '**Answered requests to join**: {0}\n**Who did what**: {1}\n**Closed CoPs**: {2}':
    '**Beantwortete Beitrittsanfragen**: {0}\n**Wer was getan hat**: {1}\n**Geschlossene CoPs**: {2}',
  'Closed CoPs': 'Geschlossene CoPs',
  'Then all of it goes. Whoever facilitated it hears a month before, and can keep it another year':
    'Dann verschwindet alles. Wer begleitet hat, hört es einen Monat vorher, kann noch ein Jahr anhängen',
  'Facilitators can look back at answered requests to join for as long as you choose here. Then they go, with what was written in them.':
    'Wer begleitet, kann beantwortete Beitrittsanfragen nachlesen, so lange du es hier wählst. Dann verschwinden sie, mit allem, was darin stand.',
  'Answered requests to join': 'Beantwortete Beitrittsanfragen',
  'Counted from the answer': 'Ab der Antwort gezählt',
  'Three months': 'Drei Monate',
  'A year': 'Ein Jahr',
  'Two years': 'Zwei Jahre',
  'Three years': 'Drei Jahre',
  'Five years': 'Fünf Jahre',
  'Who did what': 'Wer was getan hat',
  'Which command, on which record, and when; never the words of a message':
    'Welcher Befehl, an welchem Eintrag, und wann; nie die Worte einer Nachricht',
  'For good': 'Auf Dauer',
  '**People from outside**: {0}': '**Menschen von außen**: {0}',
  "I couldn't make a private channel just now. Please try again, or choose one that is there.":
    'Gerade konnte ich keinen privaten Kanal anlegen. Bitte versuch es noch einmal, oder wähle einen, den es gibt.',
  'Choose the channel here, or let me make a private one.':
    'Wähle hier den Kanal, oder lass mich einen privaten anlegen.',
  'The Support Team': 'Das Support-Team',
  'A channel: whoever is in it hears about new CoPs': 'Ein Kanal: Wer darin ist, erfährt von neuen CoPs',
  'The channel that is chosen': 'Der Kanal, der gewählt ist',
  'Make a private channel': 'Einen privaten Kanal anlegen',
  'Best a private one, to which I have been invited': 'Am besten ein privater, in den ich eingeladen bin',
  'The one there is': 'Das, das es gibt',
  '**Everybody here can read {0}**, so the notes of conversations could be read by everybody here. In a private channel only the Support Team reads them.':
    '**{0} können alle hier lesen**, also auch die Notizen zu den Gesprächen. In einem privaten Kanal liest sie nur das Support-Team.',
  'For the Support Team: who starts a Community of Practice, and who would like to talk':
    'Für das Support-Team: wer eine Community of Practice gründet und wer reden möchte',
  'Whoever is in here is the Support Team. New CoPs and the wish for a conversation come here.':
    'Wer hier drin ist, ist das Support-Team. Neue CoPs und Gesprächswünsche kommen hierher.',
};
