/** What `trouble.ts` says, in German. */
export const trouble: Readonly<Record<string, string>> = {
  'Something went wrong on my side, and nothing was changed. Please try once more; if it happens again, tell whoever runs this bot: **{0}**.':
    'Bei mir ist etwas schiefgegangen, und nichts wurde geändert. Bitte versuch es noch einmal; wenn es wieder passiert, nenn der Person, die diesen Bot betreibt, diesen Code: **{0}**.',
  "I can't get at my notes just now. Nothing was kept of this; please try again in a moment.":
    'Ich komme gerade nicht an meine Notizen. Davon ist nichts gespeichert; bitte versuch es gleich noch einmal.',
  "I lost sight of my notes at that very moment, and can't tell whether this was kept. Please have a look in a moment, and try again if it wasn't.":
    'Genau in diesem Moment waren meine Notizen weg, und ich weiß nicht, ob das gespeichert ist. Bitte sieh gleich nach, und versuch es noch einmal, wenn nicht.',
  'That reached me already; nothing was done twice.': 'Das war schon bei mir angekommen; nichts ist doppelt passiert.',
  "I'm too busy to keep that right now, so nothing was changed. Please try once more in a moment.":
    'Ich habe gerade zu viel zu tun und konnte das nicht festhalten; nichts wurde geändert. Bitte versuch es gleich noch einmal.',
  "couldn't make its private channel": 'Ich konnte den privaten Kanal nicht anlegen',
  "couldn't set the topic of its space": 'Ich konnte das Thema des Raums nicht setzen',
  "couldn't rename its space": 'Ich konnte den Raum nicht umbenennen',
  "couldn't bring somebody into its space": 'Ich konnte jemanden nicht in den Raum holen',
  "couldn't take somebody out of its space": 'Ich konnte jemanden nicht aus dem Raum nehmen',
  "couldn't give the facilitator the rights in its space": 'Ich konnte der Begleitung die Rechte im Raum nicht geben',
  "couldn't take back a facilitator's rights in its space":
    'Ich konnte einer Begleitung die Rechte im Raum nicht wieder nehmen',
  "couldn't post a message": 'Ich konnte eine Nachricht nicht schreiben',
  "couldn't let a facilitator into the Facilitators' forum, or out of it":
    'Ich konnte jemanden nicht ins Forum der Begleitenden holen oder von dort herausnehmen',
  "couldn't look after something that was to come later": 'Ich konnte mich um etwas nicht kümmern, das später dran war',
  "couldn't post in the Support Team's channel": 'Ich konnte im Kanal des Support-Teams nicht schreiben',
  "couldn't bring a message up to date": 'Ich konnte eine Nachricht nicht auf den neuesten Stand bringen',
  "couldn't pin a message": 'Ich konnte eine Nachricht nicht anheften',
  "couldn't show somebody their Home": 'Ich konnte jemandem die Home-Ansicht nicht zeigen',
  "couldn't pin a document": 'Ich konnte ein Dokument nicht anheften',
  "couldn't unpin a document": 'Ich konnte ein Dokument nicht lösen',
  "couldn't post a file that was added to the library":
    'Ich konnte eine Datei, die in die Bibliothek kam, nicht in den Raum stellen',
  "couldn't keep a copy of a file": 'Ich konnte von einer Datei keine Kopie aufheben',
  "couldn't send somebody a file": 'Ich konnte jemandem eine Datei nicht schicken',
  "couldn't say something in private": 'Ich konnte jemandem etwas nicht privat sagen',
  "couldn't answer": 'Ich konnte nicht antworten',
  'this workspace lets only some people make private channels or add others to them; a workspace admin can allow it':
    'In diesem Workspace dürfen nur manche private Kanäle anlegen oder andere hineinholen; ein Admin kann es erlauben',
  'this workspace does not let me make private channels; a workspace admin can allow it':
    'In diesem Workspace darf ich keine privaten Kanäle anlegen; ein Admin kann es erlauben',
  'a guest can only be added by a workspace admin': 'Einen Gast kann nur ein Admin hinzufügen',
  'the channel has as many pins as it can hold; unpin something that is no longer needed':
    'Im Kanal ist so viel angeheftet, wie hineinpasst; löst etwas, das nicht mehr gebraucht wird',
  'I am not installed with all the rights I need; whoever installed me can add them':
    'Ich bin nicht mit allen Rechten installiert, die ich brauche; wer mich installiert hat, kann sie ergänzen',
  'I am not in that channel; somebody in it can invite me':
    'Ich bin nicht in diesem Kanal; jemand darin kann mich einladen',
  'I am not in that channel, or it is gone; somebody in it can invite me, or an admin can choose another with {0}':
    'Ich bin nicht in diesem Kanal, oder es gibt ihn nicht mehr; jemand darin kann mich einladen, oder ein Admin wählt mit {0} einen anderen',
  'I am not allowed to see the channel; a server admin can allow it':
    'Ich darf den Kanal nicht sehen; ein Server-Admin kann es erlauben',
  'I lack a permission on this server (Manage Channels, Manage Roles or Pin Messages); a server admin can give it to my role':
    'Mir fehlt auf diesem Server eine Berechtigung (Manage Channels, Manage Roles oder Pin Messages); ein Server-Admin kann sie meiner Rolle geben',
  'this server has as many channels as it can hold; a server admin can remove some':
    'Dieser Server hat so viele Kanäle, wie er fasst; ein Server-Admin kann welche entfernen',
  'the platform would not allow it': 'Die Plattform hat es nicht erlaubt',
  "I {0}: {1}. Nothing is lost: I go on by myself once it's allowed, and look every hour.":
    '{0}. {1}. Nichts ist verloren: Sobald es erlaubt ist, mache ich von selbst weiter, und ich schaue jede Stunde nach.',
  "I {0}, and it can't be done by trying again. Whoever runs this bot finds the reason in its log.":
    '{0}, und noch einmal versuchen hilft nicht. Wer diesen Bot betreibt, findet den Grund im Protokoll.',
  'I {0}: a channel may not be called that here. Nothing is left of it; please start it once more under another name, with {1}.':
    '{0}: So darf ein Kanal hier nicht heißen. Es ist nichts davon übrig; bitte gründe sie unter einem anderen Namen noch einmal, mit {1}.',
  'I {0}: a channel may not be called that here. {1} gives it another name.':
    '{0}: So darf ein Kanal hier nicht heißen. Mit {1} gibst du ihr einen anderen Namen.',
  '{0} needs a hand': '{0} braucht Hilfe',
  "It's allowed now, try again": 'Jetzt ist es erlaubt, nochmal versuchen',
  "Thank you. I'm trying again for **{0}** right now.": 'Danke. Ich versuche es für **{0}** gleich noch einmal.',
  "couldn't give or take a server role; it has to stand below mine in the server's list of roles":
    'Ich konnte eine Server-Rolle nicht geben oder nehmen; sie muss in der Rollenliste des Servers unter meiner stehen',
};
