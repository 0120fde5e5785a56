/** What `refusal.ts` says, in German. */
export const refusal: Readonly<Record<string, string>> = {
  "That isn't here any more, or it isn't open to you. {0} shows what is yours.":
    'Das gibt es hier nicht mehr, oder es steht dir nicht offen. {0} zeigt, was bei dir ansteht.',
  "Slack hasn't told me just now whether you are in this workspace, so nothing was done. Please try again in a moment.":
    'Slack hat mir gerade nicht gesagt, ob du in diesem Workspace bist, deshalb ist nichts geschehen. Bitte versuch es gleich noch einmal.',
  'These communities belong to another Slack workspace than yours, so nothing was done. Whoever posted this can bring you in there: once you have an account in that workspace, press again.':
    'Diese Communitys gehören zu einem anderen Slack-Workspace als deinem, darum ist nichts geschehen. Wer das hier gepostet hat, kann dich dort hineinbringen: Sobald du in diesem Workspace ein Konto hast, drück noch einmal.',
  'Only the facilitators of **{0}** can decide this.': 'Das kann nur entscheiden, wer **{0}** begleitet.',
  'Only the members of **{0}** can do this.': 'Das können nur die Mitglieder von **{0}**.',
  'Only the members of **{0}** can do this. You could ask to join.':
    'Das können nur die Mitglieder von **{0}**. Du könntest anfragen, ob du mitmachen kannst.',
  "You're expected in **{0}**, but aren't in its space yet. If that takes longer than a moment, an administrator has to let you in; its facilitators can ask for it.":
    'Du wirst in **{0}** erwartet, bist aber noch nicht im Raum. Dauert es länger, muss dich ein Admin hineinlassen; die Begleitung kann darum bitten.',
  'Only the facilitators of **{0}** invite people to it. You can share it in a channel, though: whoever sees it there can ask to join.':
    'Zu **{0}** lädt die Begleitung ein. Du kannst sie aber in einem Kanal teilen: Wer sie dort sieht, kann den Beitritt anfragen.',
  'Share it instead': 'Stattdessen teilen',
  'Only administrators can do this. {0} set me up here and can do it.':
    'Das können nur Admins. {0} hat mich hier eingerichtet und kann es.',
  'Only administrators can do this. Please ask one of them to do it.':
    'Das können nur Admins. Bitte frag jemanden davon.',
  "I couldn't find out whether you're an administrator here. Please try again in a moment.":
    'Ich konnte nicht herausfinden, ob du hier Admin bist. Bitte versuch es gleich noch einmal.',
  'Here, administrators start new CoPs. Tell {0} your idea; meanwhile, have a look at what is there.':
    'Neue CoPs gründen hier die Admins. Erzähl {0} von deiner Idee, und sieh dir solange an, was es schon gibt.',
  'Here, administrators start new CoPs. Tell one of them your idea; meanwhile, have a look at what is there.':
    'Neue CoPs gründen hier die Admins. Erzähl ihnen von deiner Idee, und sieh dir solange an, was es schon gibt.',
  "This was answered with a yes {0}, so there's nothing left for you to do.":
    'Das wurde {0} schon mit Ja beantwortet, für dich ist also nichts weiter zu tun.',
  "This was answered with a no {0}, so there's nothing left for you to do.":
    'Das wurde {0} schon mit Nein beantwortet, für dich ist also nichts weiter zu tun.',
  "Who wrote to you doesn't look after **{0}** any more, so nothing was sent. Your request to join stands, and is for others to answer. {1} shows how it stands.":
    'Wer dir geschrieben hat, begleitet **{0}** nicht mehr, also wurde nichts verschickt. Deine Anfrage steht weiter, und andere beantworten sie. Unter {1} steht, wie es aussieht.',
  'This short exchange is complete: three messages from each side. What is left is a yes or a no to the request from {0}. {1} shows how it stands.':
    'Dieser kurze Austausch ist zu Ende: drei Nachrichten von jeder Seite. Jetzt fehlt nur noch ein Ja oder Nein zur Anfrage vom {0}. {1} zeigt, wie es steht.',
  'You have written three messages, and more than that neither side does here. The other can still answer you, by direct message. The request is from {0}; {1} shows how it stands.':
    'Du hast drei Nachrichten geschrieben, mehr sind hier für keine Seite vorgesehen. Die andere Seite kann dir noch antworten, als Direktnachricht. Die Anfrage ist vom {0}; {1} zeigt, wie es steht.',
  "Nobody needs an answer to this any more, so there's nothing left for you to do.":
    'Eine Antwort darauf braucht niemand mehr, für dich ist also nichts weiter zu tun.',
  'You said yes to this {0}.': 'Du hast dazu {0} Ja gesagt.',
  'You said no to this {0}.': 'Du hast dazu {0} Nein gesagt.',
  "{0} has already taken this conversation, so there's nothing left for you to do.":
    '{0} hat dieses Gespräch schon übernommen, für dich ist also nichts weiter zu tun.',
  "Somebody has already taken this conversation, so there's nothing left for you to do.":
    'Jemand hat dieses Gespräch schon übernommen, für dich ist also nichts weiter zu tun.',
  "This was taken back, so there's nothing left for you to do.":
    'Das wurde zurückgenommen, für dich ist also nichts weiter zu tun.',
  "Whoever asked for it was no longer here, so there's nothing left for you to do.":
    'Wer darum gebeten hatte, war nicht mehr hier, für dich ist also nichts weiter zu tun.',
  "Whoever would have started **{0}** was no longer here, so there's nothing left for you to do.":
    'Wer **{0}** gründen wollte, war nicht mehr hier, für dich ist also nichts weiter zu tun.',
  "This conversation is done already, so there's nothing left for you to do.":
    'Dieses Gespräch hat schon stattgefunden, für dich ist also nichts weiter zu tun.',
  'You are in good hands: {0} takes the conversation that was asked for {1}, and will be in touch.':
    'Du bist in guten Händen: {0} übernimmt das Gespräch, um das {1} gebeten wurde, und meldet sich.',
  'The Support Team was asked {0} already; as soon as somebody takes it, whoever asked hears who will be in touch.':
    'Das Support-Team wurde {0} schon gefragt; sobald jemand übernimmt, erfährt die Person, die gefragt hat, wer sich meldet.',
  'Nobody has told me yet who the Support Team is here. An administrator can, with {0}.':
    'Noch hat mir niemand gesagt, wer hier das Support-Team ist. Ein Admin kann es mit {0} festlegen.',
  "**{0}** was taken back, so there's nothing left for you to do.":
    '**{0}** wurde zurückgenommen, für dich ist also nichts weiter zu tun.',
  "**{0}** has the go-ahead already, so there's nothing left for you to do.":
    '**{0}** hat schon grünes Licht, für dich ist also nichts weiter zu tun.',
  'There is no draft in the notes yet. Write what it is about or the core statement into them first.':
    'In den Notizen steht noch kein Entwurf. Schreib erst hinein, worum es geht, oder die Kernaussage.',
  "{0} was asked to facilitate **{1}** already. You'll get the answer by direct message.":
    '{0} wurde schon gebeten, **{1}** zu begleiten. Die Antwort bekommst du als Direktnachricht.',
  "This invitation hasn't been answered yet.": 'Diese Einladung ist noch nicht beantwortet.',
  "This invitation was accepted {0}, so there's nothing left for you to do.":
    'Diese Einladung wurde {0} angenommen, für dich ist also nichts weiter zu tun.',
  'You said no to this {0}. If you change your mind, {1} asks to join.':
    'Du hast {0} abgesagt. Wenn du es dir anders überlegst, frag mit {1} an.',
  "This invitation was closed while you weren't here. You can still ask to join with {0}.":
    'Diese Einladung wurde geschlossen, während du nicht hier warst. Mit {0} kannst du trotzdem anfragen.',
  'This invitation was taken back. You can still ask to join with {0}.':
    'Diese Einladung wurde zurückgenommen. Mit {0} kannst du trotzdem anfragen.',
  'You are in **{0}** already: {1}.': 'Du bist schon in **{0}**: {1}.',
  "You asked to join **{0}** {1}. Nobody looks after it just now; your request is kept, and whoever takes it on finds it. I'll write to you then.":
    'Du hast {1} gefragt, ob du bei **{0}** mitmachen kannst. Gerade kümmert sich niemand darum; deine Anfrage ist aufbewahrt, und wer die Begleitung übernimmt, findet sie. Ich schreibe dir dann.',
  "You asked to join **{0}** {1}; there is no answer yet. You'll get it by direct message.":
    'Du hast {1} bei **{0}** angefragt; die Antwort steht noch aus. Du bekommst sie als Direktnachricht.',
  "**{0}** isn't open yet: the Support Team talks it over with its starter first. Please ask again later.":
    '**{0}** ist noch nicht offen: Das Support-Team bespricht sie erst mit der Person, die sie gründet. Bitte frag später wieder.',
  '**{0}** is being set up and will be open in a moment. Please ask again then.':
    '**{0}** wird gerade eingerichtet und ist gleich offen. Bitte frag dann wieder.',
  '**{0}** is closed. {1} lists those that are open.': '**{0}** ist geschlossen. {1} zeigt die offenen.',
  '**{0}** was not started, so there is nothing to join or to change. {1} lists those that are open.':
    '**{0}** ist nicht gegründet worden, es gibt also nichts, wo man mitmachen oder etwas ändern könnte. {1} zeigt die offenen.',
  'That is more than {0} people at once. Please invite them in a few turns: a personal word brings more than a long list.':
    'Das sind mehr als {0} Leute auf einmal. Bitte lade sie in ein paar Runden ein: Ein persönliches Wort bringt mehr als eine lange Liste.',
  'Ask to join it': 'Dort anfragen',
  'There is no CoP called “{0}”. See all there are, or start it.':
    'Eine CoP namens „{0}“ gibt es nicht. Sieh dir alle an, oder gründe sie.',
  'There is no CoP called exactly “{0}”. One of these?':
    'Eine CoP, die genau „{0}“ heißt, gibt es nicht. Ist es eine von diesen?',
  "You aren't in a CoP yet. See what there is and ask to join, or start one of your own.":
    'Du bist noch in keiner CoP. Schau, was es gibt, und frag den Beitritt an, oder gründe selbst eine.',
  "Here, in a direct message, I can't show you who there is to choose. Type {0} in {1}, please, and choose there.":
    'Hier, in einer Direktnachricht, kann ich dir nicht zeigen, wer zur Wahl steht. Bitte tippe {0} in {1} und wähle dort.',
  "Here, in a direct message, I can't show you who there is to choose. Type {0} in your server, please, and choose there.":
    'Hier, in einer Direktnachricht, kann ich dir nicht zeigen, wer zur Wahl steht. Bitte tippe {0} auf deinem Server und wähle dort.',
  "Just now I can't see which server of yours this is about. Please do it there, in any channel: then I know.":
    'Gerade sehe ich nicht, um welchen deiner Server es geht. Bitte mach es dort, in irgendeinem Kanal: Dann weiß ich es.',
  '{0} is a bot. Please choose a person.': '{0} ist ein Bot. Bitte wähle einen Menschen.',
  "That message is from an app, or only tells what happened here, and the library keeps what members post. Choose a message of a member's; a link that stands in it can be added with {0}.":
    'Diese Nachricht ist von einer App oder sagt nur, was hier geschehen ist, und die Bibliothek behält, was Mitglieder schreiben. Wähle eine Nachricht von einem Mitglied; einen Link, der darin steht, fügst du mit {0} hinzu.',
  "That message isn't in the space of **{0}**. Use **Save to the library** on a message there.":
    'Diese Nachricht steht nicht im Raum von **{0}**. Nimm **In die Bibliothek legen** bei einer Nachricht von dort.',
  "**{0}** is an empty file, so there's nothing in it to keep. Post it once more, and save that message.":
    '**{0}** ist eine leere Datei, da ist nichts zum Aufbewahren. Poste sie noch einmal und speichere diese Nachricht.',
  'There is no copy of the file of **{0}** that I could send. Its entry stays in the library.':
    'Von der Datei **{0}** habe ich keine Kopie, die ich schicken könnte. Der Eintrag bleibt in der Bibliothek.',
  'That was taken out of the library, and nothing of it is kept after a day. You can save it anew.':
    'Das wurde aus der Bibliothek genommen, und nach einem Tag bleibt nichts davon. Du kannst es neu speichern.',
  'There is no message of it in the space of **{0}** that could be pinned. The library keeps it all the same.':
    'Im Raum von **{0}** gibt es keine Nachricht dazu, die man anheften könnte. In der Bibliothek bleibt es trotzdem.',
  "The message with **{0}** was deleted, so there's nothing left to keep. Post the file once more if it should be in the library.":
    'Die Nachricht mit **{0}** wurde gelöscht, es ist also nichts mehr da, was in die Bibliothek könnte. Wenn die Datei hineinsoll, poste sie noch einmal.',
  "I can't reach that message any more. Open its menu again and choose **Save to the library**.":
    'An diese Nachricht komme ich nicht mehr heran. Öffne ihr Menü noch einmal und wähle **In die Bibliothek legen**.',
  "The request was taken back, so there's nothing left for you to do.":
    'Die Anfrage wurde zurückgenommen, für dich ist also nichts weiter zu tun.',
  "The request doesn't stand any more, so there's nothing left for you to do.":
    'Die Anfrage steht nicht mehr, für dich ist also nichts weiter zu tun.',
  "That was settled {0}, so there's nothing left for you to do.":
    'Das wurde {0} geklärt, für dich ist also nichts weiter zu tun.',
};
