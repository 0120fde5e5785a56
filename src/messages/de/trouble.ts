/** What `trouble.ts` says, in German. */
export const trouble: Readonly<Record<string, string>> = {
  'Something went wrong on my side, and nothing was changed. Please try once more; if it happens again, tell whoever runs this bot: **{0}**.':
    'Bei mir ist etwas schiefgegangen, und nichts wurde geändert. Bitte versuch es noch einmal; wenn es wieder passiert, nenn der Person, die diesen Bot betreibt, diesen Code: **{0}**.',
  "I can't get at my notes just now. Nothing of this was saved; please try again in a moment.":
    'Ich komme gerade nicht an meine Notizen. Davon ist nichts gespeichert; bitte versuch es gleich noch einmal.',
  "I lost sight of my notes at that very moment, and can't tell whether this was kept. Please have a look in a moment, and try again if it wasn't.":
    'Genau in diesem Moment waren meine Notizen weg, und ich weiß nicht, ob das gespeichert ist. Bitte sieh gleich nach, und versuch es noch einmal, wenn nicht.',
  "I've got that already; nothing was done twice.": 'Das war schon bei mir angekommen; nichts ist doppelt passiert.',
  "I'm too busy to keep that right now, so nothing was changed. Please try once more in a moment.":
    'Ich habe gerade zu viel zu tun und konnte das nicht festhalten; nichts wurde geändert. Bitte versuch es gleich noch einmal.',
  "couldn't make its private channel": 'Ich konnte den privaten Kanal nicht anlegen',
  "couldn't set the topic of its space": 'Ich konnte das Thema des Raums nicht setzen',
  "couldn't close its space to those who aren't in it":
    'Ich konnte den Raum nicht vor denen schließen, die nicht dabei sind',
  "couldn't archive its space": 'Ich konnte ihren Raum nicht archivieren',
  "couldn't open its space again": 'Ich konnte ihren Raum nicht wieder öffnen',
  "couldn't send what it leaves behind": 'Ich konnte nicht schicken, was von ihr bleibt',
  "couldn't see what is pinned in its space": 'Ich konnte nicht sehen, was im Raum angeheftet ist',
  "couldn't rename its space": 'Ich konnte den Raum nicht umbenennen',
  "couldn't bring {0} into its space": 'Ich konnte {0} nicht in den Raum holen',
  "You're expected in {0}": 'Du wirst in {0} erwartet',
  "An administrator has to let you in first, since you are a guest here. The facilitators know and can ask for it; once you are in, you'll see the space among your channels.":
    'Zuerst muss dich ein Admin hineinlassen, weil du hier Gast bist. Die Begleitung weiß davon und kann darum bitten; sobald du drin bist, siehst du den Raum unter deinen Kanälen.',
  "couldn't bring somebody into its space": 'Ich konnte jemanden nicht in den Raum holen',
  "couldn't take somebody out of its space": 'Ich konnte jemanden nicht aus dem Raum nehmen',
  "couldn't give somebody who was brought in by hand the rights of a member in its space":
    'Ich konnte jemandem, der von Hand hinzugefügt wurde, die Rechte eines Mitglieds im Raum nicht geben',
  "couldn't give the facilitator the rights in its space": 'Ich konnte der Begleitung die Rechte im Raum nicht geben',
  "couldn't take back a facilitator's rights in its space":
    'Ich konnte einer Begleitung die Rechte im Raum nicht wieder nehmen',
  "couldn't post a message": 'Ich konnte eine Nachricht nicht schreiben',
  "couldn't let a facilitator into the Facilitators' forum, or out of it":
    'Ich konnte jemanden nicht ins Forum der Begleitenden holen oder von dort herausnehmen',
  "couldn't post in the Support Team's channel": 'Ich konnte im Kanal des Support-Teams nicht schreiben',
  "couldn't bring a message up to date": 'Ich konnte eine Nachricht nicht auf den neuesten Stand bringen',
  "couldn't open a thread below a card": 'Ich konnte unter einer Karte keinen Thread öffnen',
  "couldn't pin a message": 'Ich konnte eine Nachricht nicht anheften',
  "couldn't show somebody their Home": 'Ich konnte jemandem die Home-Ansicht nicht zeigen',
  "couldn't pin a document": 'Ich konnte ein Dokument nicht anheften',
  "couldn't unpin a document": 'Ich konnte ein Dokument nicht lösen',
  "couldn't post a file that was added to the library":
    'Ich konnte eine Datei, die in die Bibliothek kam, nicht im Raum posten',
  "couldn't keep a copy of a file": 'Ich konnte von einer Datei keine Kopie aufbewahren',
  "couldn't send somebody what they had asked for":
    'Ich konnte jemandem nicht schicken, worum er oder sie gebeten hatte',
  "couldn't forget somebody who had asked for it":
    'Ich konnte jemanden nicht vergessen, der oder die darum gebeten hatte',
  "couldn't send somebody a file": 'Ich konnte jemandem eine Datei nicht schicken',
  "couldn't send somebody a meeting for their calendar":
    'Ich konnte jemandem ein Treffen für den Kalender nicht schicken',
  "couldn't say something in private": 'Ich konnte jemandem etwas nicht privat sagen',
  "couldn't answer": 'Ich konnte nicht antworten',
  'this workspace lets only some people do that; a workspace admin can allow it':
    'In diesem Workspace dürfen das nur manche; ein Admin kann es erlauben',
  'that channel lets only some people do that; whoever manages it can allow it, in its settings under Permissions':
    'In diesem Kanal dürfen das nur manche; wer ihn verwaltet, kann es in seinen Einstellungen unter Berechtigungen erlauben',
  'your organisation keeps that from me; an administrator of it can allow it':
    'Eure Organisation erlaubt mir das nicht; ein Admin der Organisation kann es erlauben',
  'whoever runs me has to mend it first, and finds how in my log':
    'Wer mich betreibt, muss das zuerst beheben und findet in meinem Protokoll, wie',
  'this workspace is being moved into an Enterprise organisation; it passes':
    'Dieser Workspace zieht gerade in eine Enterprise-Organisation um; das geht vorüber',
  "this workspace's plan takes no more messages for now; it passes, or its owners choose another plan":
    'Der Tarif dieses Workspace nimmt gerade keine weiteren Nachrichten an; das geht vorüber, oder die Inhaber wählen einen anderen Tarif',
  "this server's verification level keeps me out; somebody who manages the server can lower it, in its settings under Safety Setup":
    'Die Verifizierungsstufe dieses Servers lässt mich nicht hinein; wer den Server verwaltet, kann sie in den Servereinstellungen senken',
  'this workspace does not let me make private channels; a workspace admin can allow it':
    'In diesem Workspace darf ich keine privaten Kanäle anlegen; ein Admin kann es erlauben',
  'a guest can only be added by a workspace admin': 'Einen Gast kann nur ein Admin hinzufügen',
  'somebody of your organisation has to be let into this workspace first; an admin can do that':
    'Wer aus eurer Organisation kommt, muss erst in diesen Workspace aufgenommen werden; das kann ein Admin',
  'the channel has as many pins as it can hold; unpin something that is no longer needed':
    'Im Kanal ist so viel angeheftet, wie hineinpasst; löst etwas, das nicht mehr gebraucht wird',
  'I am not installed with all the rights I need (**{0}** is missing); whoever installed me can add it, and install me again':
    'Ich bin nicht mit allen Rechten installiert, die ich brauche (**{0}** fehlt); wer mich installiert hat, kann es ergänzen und mich neu installieren',
  'I am not in that channel; somebody in it can invite me':
    'Ich bin nicht in diesem Kanal; jemand darin kann mich einladen',
  'I am not in that channel, or it is gone; somebody in it can invite me, or an admin can choose another with {0}':
    'Ich bin nicht in diesem Kanal, oder es gibt ihn nicht mehr; jemand darin kann mich einladen, oder ein Admin wählt mit {0} einen anderen',
  'I am not allowed to see the channel; a server admin can allow it':
    'Ich darf den Kanal nicht sehen; ein Server-Admin kann es erlauben',
  'I lack a permission here; a server admin can give me those of my invitation link':
    'Mir fehlt hier eine Berechtigung; ein Server-Admin kann mir die meines Einladungslinks geben',
  "the role stands above mine in the server's list of roles; a server admin can drag mine higher":
    'Die Rolle steht in der Rollenliste des Servers über meiner; ein Server-Admin kann meine höher ziehen',
  'I am in a timeout on this server; a moderator can remove it, or else it ends by itself':
    'Ich bin auf diesem Server im Timeout; jemand aus der Moderation kann ihn aufheben, sonst endet er von selbst',
  'I lack {0} on this server; a server admin can give it to my role':
    'Mir fehlt auf diesem Server {0}; ein Server-Admin kann es meiner Rolle geben',
  'I lack {0} in that channel; whoever manages it can give it to me in its settings, under Permissions':
    'Mir fehlt in diesem Kanal {0}; wer ihn verwaltet, kann es mir in seinen Einstellungen unter Berechtigungen geben',
  'I am not in {0} any more, or it is gone. If it is still there, please bring me back: somebody in it types **/invite** and chooses me':
    'Ich bin nicht mehr in {0}, oder es gibt ihn nicht mehr. Wenn es ihn noch gibt, holt mich bitte zurück: Jemand darin tippt **/invite** und wählt mich aus',
  'I am not let into {0} any more. Please bring me back: whoever manages the channel gives me {1} in its settings, under Permissions':
    'Ich werde nicht mehr in {0} gelassen. Holt mich bitte zurück: Wer den Kanal verwaltet, gibt mir in seinen Einstellungen unter Berechtigungen {1}',
  "{0}. Nothing is lost: I go on by myself once I'm in again, and look every hour.":
    '{0}. Nichts ist verloren: Sobald ich wieder drin bin, mache ich von selbst weiter, und ich schaue jede Stunde nach.',
  '**View Channels**': '**Kanäle ansehen**',
  '**Send Messages**': '**Nachrichten senden**',
  '**Read Message History**': '**Nachrichtenverlauf anzeigen**',
  '**Embed Links**': '**Links einbetten**',
  '**Attach Files**': '**Dateien anhängen**',
  '**Pin Messages**': '**Nachrichten anpinnen**',
  '**Manage Messages**': '**Nachrichten verwalten**',
  '**Manage Threads**': '**Threads verwalten**',
  '**Manage Channels**': '**Kanäle verwalten**',
  '**Manage Roles**': '**Rollen verwalten**',
  "this server keeps its rules or its moderators' notices in that channel; a server admin can choose another for it in the server's settings, under Community":
    'Dieser Server hat in dem Kanal seine Regeln oder die Hinweise für die Moderation; ein Server-Admin kann dafür in den Servereinstellungen unter Community einen anderen wählen',
  'this server has as many channels as it can hold; a server admin can remove some':
    'Dieser Server hat so viele Kanäle, wie er fasst; ein Server-Admin kann welche entfernen',
  'Discord takes me for spam; whoever runs me can ask Discord to look at that again':
    'Discord hält mich für Spam; wer mich betreibt, kann Discord bitten, das noch einmal zu prüfen',
  'as many people and roles are named in the permissions of that channel as it can hold; whoever manages it can remove those of people who have left':
    'In den Berechtigungen des Kanals stehen so viele Leute und Rollen, wie er fasst; wer ihn verwaltet, kann die von Leuten entfernen, die gegangen sind',
  "this server's channels, with all that is set for them, are as large as they may be; a server admin can remove some":
    'Die Kanäle dieses Servers sind mit allem, was für sie eingestellt ist, so groß, wie sie sein dürfen; ein Server-Admin kann welche entfernen',
  'Discord asks whoever runs me to verify their own account first':
    'Discord verlangt, dass wer mich betreibt, zuerst das eigene Konto bestätigt',
  'this server asks two-factor authentication of its moderators, and so of whoever runs me; they can turn it on for their own Discord account':
    'Dieser Server verlangt von denen, die ihn moderieren, Zwei-Faktor-Authentifizierung, und damit auch von der Person, die mich betreibt; sie kann sie für ihr Discord-Konto einschalten',
  'this server has as many open threads as it can hold; a moderator can close some':
    'Dieser Server hat so viele offene Threads, wie er fasst; jemand aus der Moderation kann welche schließen',
  "this server's AutoMod takes something in it for forbidden; a server admin can let me through, in the server's settings under AutoMod":
    'Der AutoMod dieses Servers hält etwas darin für verboten; ein Server-Admin kann mich durchlassen, in den Servereinstellungen unter AutoMod',
  "this server has that channel in its Onboarding, where everybody has to see it; a server admin can take it out there, in the server's settings, under Onboarding":
    'Dieser Server hat den Kanal in seinem Onboarding, wo alle ihn sehen müssen; ein Server-Admin kann ihn dort herausnehmen, in den Servereinstellungen unter Onboarding',
  'Discord takes a link in it for harmful': 'Discord hält einen Link darin für schädlich',
  'the platform would not allow it': 'Die Plattform hat es nicht erlaubt',
  "I {0}: {1}. Nothing is lost: I go on by myself once it's allowed, and look every hour.":
    '{0}. {1}. Nichts ist verloren: Sobald es erlaubt ist, mache ich von selbst weiter, und ich schaue jede Stunde nach.',
  "I {0}: the platform can't be reached. Nothing is lost: I go on by myself once it can.":
    '{0}. Die Plattform ist nicht zu erreichen. Nichts ist verloren: Sobald sie es wieder ist, mache ich von selbst weiter.',
  "I {0}: whoever runs this bot has called it off, and it isn't tried again. Ask them if you need it.":
    '{0}: Wer diesen Bot betreibt, hat es abgesagt, und es wird nicht noch einmal versucht. Frag dort nach, wenn du es brauchst.',
  "I {0}, and it can't be done by trying again. Whoever runs this bot finds the reason in its log.":
    '{0}, und noch einmal versuchen hilft nicht. Wer diesen Bot betreibt, findet den Grund im Protokoll.',
  'I {0}: a channel may not be called that here. Nothing is left of it; please start it once more under another name, with {1}.':
    '{0}: So darf ein Kanal hier nicht heißen. Es ist nichts davon übrig; bitte gründe sie unter einem anderen Namen noch einmal, mit {1}.',
  'I {0}: a channel may not be called that here. {1} gives it another name.':
    '{0}: So darf ein Kanal hier nicht heißen. Mit {1} gibst du ihr einen anderen Namen.',
  '{0} needs a hand': '{0} braucht Hilfe',
  '{0} goes on': '{0} geht weiter',
  '{0} needs no hand any more': '{0} braucht keine Hilfe mehr',
  "What I couldn't do for it isn't needed any more: there is nothing to mend.":
    'Was ich dafür nicht tun konnte, ist nicht mehr nötig: Es gibt nichts zu beheben.',
  'What was in the way is mended, and what waited for it is done. Thank you.':
    'Was im Weg stand, ist behoben, und was darauf gewartet hat, ist erledigt. Danke.',
  "It's allowed now, try again": 'Jetzt ist es erlaubt, nochmal versuchen',
  "Thank you. I'm trying again for **{0}** right now.": 'Danke. Ich versuche es für **{0}** gleich noch einmal.',
  "couldn't give or take a server role": 'Ich konnte eine Server-Rolle nicht geben oder nehmen',
};
