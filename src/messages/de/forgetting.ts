/** What `forgetting.ts` says, in German. */
export const forgetting: Readonly<Record<string, string>> = {
  'Forget you?': 'Dich vergessen?',
  'You leave {0} and its space at once.': 'Du verlässt sofort {0} und den Raum dazu.',
  'You leave {0} and their spaces at once.': 'Du verlässt sofort {0} und die Räume dazu.',
  'Your name and account, what you asked and answered, your own messages and files in libraries, and your name in the log of who did what go for good. What you saved of others, links you added and core statements you wrote down stay, without your name. Whatever waits for an answer is taken back.':
    'Dein Name und Konto, was du gefragt und beantwortet hast, deine eigenen Nachrichten und Dateien in Bibliotheken und dein Name im Protokoll, wer was getan hat, sind für immer weg. Was du von anderen aufgehoben hast, Links von dir und Kernaussagen, die du aufgeschrieben hast, bleiben, ohne deinen Namen. Was auf eine Antwort wartet, wird zurückgenommen.',
  "Cards of mine that name you are changed, except where what they tell of was settled more than 90 days ago. What you posted yourself stays on Slack or Discord: you delete it there. It can't be undone; if you come back, you're new here.":
    'Karten von mir, die dich nennen, werden geändert, außer wenn das, wovon sie erzählen, seit mehr als 90 Tagen erledigt ist. Was du selbst gepostet hast, bleibt bei Slack oder Discord: Dort löschst du es. Das lässt sich nicht rückgängig machen; kommst du wieder, bist du hier neu.',
  'Nobody else facilitates {0}. You can hand over first; or the Support Team hears that nobody does, and looks for somebody.':
    'Sonst begleitet niemand {0}. Du kannst zuerst übergeben; oder das Support-Team erfährt es und sucht jemanden.',
  'Nobody else facilitates {0}. You can hand over first; or other members, if there are any, are asked who would look after it.':
    'Sonst begleitet niemand {0}. Du kannst zuerst übergeben; oder andere Mitglieder, wenn es welche gibt, werden gefragt, wer sich kümmern würde.',
  'Forget me all the same': 'Mich trotzdem vergessen',
  'Forget me': 'Mich vergessen',
  'Nothing has changed. Good to have you.': 'Es hat sich nichts geändert. Schön, dass du da bist.',
  "You're out of your CoPs, and as soon as their spaces have let you go, usually within a minute, nothing is held about you any more. Nothing is left for you to do. Take care.":
    'Du bist aus deinen CoPs heraus. Sobald die Räume dich entlassen haben, meist in einer Minute, ist nichts mehr über dich gespeichert. Du musst nichts weiter tun. Alles Gute.',
  'Backups hold what was until they go; a database that comes from one forgets you again.':
    'Sicherungen enthalten, was war, bis sie gelöscht werden; eine Datenbank, die aus einer kommt, vergisst dich noch einmal.',
  'Nobody of that name or account is known here. The id of an account is on their profile.':
    'Niemand mit diesem Namen oder Konto ist hier bekannt. Die ID eines Kontos steht im Profil.',
  'Several people are called that. Please give the id of their account.':
    'So heißen mehrere. Bitte gib die ID des Kontos an.',
  "That's you. For yourself, use {0}.": 'Das bist du. Für dich selbst gibt es {0}.',
  'Whom?': 'Wen?',
  'Forget somebody': 'Jemanden vergessen',
  'For somebody who has left, or has asked you to. You see what will happen before it does.':
    'Für jemanden, der oder die gegangen ist oder dich darum gebeten hat. Du siehst, was geschieht, bevor es geschieht.',
  'Their name as it was shown here, or the id of their account':
    'Der Name, wie er hier angezeigt wurde, oder die ID des Kontos',
  'Go on': 'Weiter',
  'Forget {0}?': '{0} vergessen?',
  'They leave {0} and its space at once.': 'Die Person verlässt sofort {0} und den Raum dazu.',
  'They leave {0} and their spaces at once.': 'Die Person verlässt sofort {0} und die Räume dazu.',
  "Their name and account, what they asked and answered, their own messages and files in libraries, and their name in the log of who did what go for good. What they saved of others stays, without their name. It can't be undone, and they aren't told by me.":
    'Name und Konto, was die Person gefragt und beantwortet hat, ihre eigenen Nachrichten und Dateien in Bibliotheken und ihr Name im Protokoll, wer was getan hat, sind für immer weg. Was sie von anderen aufgehoben hat, bleibt, ohne ihren Namen. Das lässt sich nicht rückgängig machen, und von mir erfährt sie es nicht.',
  'Nobody else facilitates {0}: somebody is looked for, as when a facilitator leaves.':
    'Sonst begleitet niemand {0}: Es wird jemand gesucht, wie wenn jemand geht, der begleitet.',
  'Forget them': 'Vergessen',
  'Leave it': 'Lassen',
  'Nothing has changed: **{0}** stays known here.': 'Es hat sich nichts geändert: **{0}** bleibt hier bekannt.',
  '**{0}** is out of all CoPs. As soon as their spaces have let them go, nothing is held about them any more. This card is the last that names them; nobody else is told.':
    '**{0}** ist aus allen CoPs heraus. Sobald die Räume die Person entlassen haben, ist nichts mehr über sie gespeichert. Diese Karte nennt sie als letzte; sonst wird es niemandem gesagt.',
};
