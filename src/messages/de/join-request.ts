/** What `join-request.ts` says, in German. */
export const joinRequest: Readonly<Record<string, string>> = {
  ' (“{0}”)': ' („{0}“)',
  '**{0}** is about: {1}{2}{3}\nOnly its facilitators read what you write, unless you tick the box. They answer you by direct message.':
    '**{0}**, darum geht es: {1}{2}{3}\nNur die Begleitung liest, was du schreibst, wenn du nichts ankreuzt. Die Antwort kommt als Direktnachricht.',
  'When you are in': 'Wenn du dabei bist',
  'Members may read this as my hello': 'Die Mitglieder dürfen das als Gruß von mir lesen',
  'If you say yes, the members read this too, as a hello.': 'Bei einem Ja lesen es auch die Mitglieder, als Gruß.',
  'Only the facilitators read this.': 'Das liest nur die Begleitung.',
  '**{0}** is about: {1}\nNobody looks after it just now. Whoever takes it on finds your request and answers you by direct message; only they read what you write, unless you tick the box.':
    '**{0}**, darum geht es: {1}\nGerade kümmert sich niemand darum. Wer die Begleitung übernimmt, findet deine Anfrage und antwortet dir als Direktnachricht; sonst liest niemand, was du schreibst, wenn du nichts ankreuzt.',
  'What brings you here?': 'Was führt dich hierher?',
  'A line is plenty: what you do, what you hope for': 'Eine Zeile genügt: was du machst, was du dir erhoffst',
  '**{0}** was closed {1}, before anybody answered your request to join. It is open again, and you can ask once more.':
    '**{0}** wurde {1} geschlossen, bevor jemand auf deine Anfrage geantwortet hat. Jetzt ist sie wieder offen, und du kannst noch einmal fragen.',
  Send: 'Senden',
  'Withdraw the request': 'Anfrage zurückziehen',
  '{0} asks to join **{1}**.': '{0} möchte bei **{1}** mitmachen.',
  'Talk first': 'Erst reden',
  '{0} still hopes to join **{1}**, and asked {2}.':
    '{0} hofft noch, bei **{1}** mitmachen zu können, und hat {2} gefragt.',
  'A yes, a word first or a kind no: each is better for them than waiting.':
    'Ein Ja, erst ein Gespräch oder ein freundliches Nein: Alles ist besser, als zu warten.',
  '{0} asked to join **{1}** {2}.': '{0} hat {2} bei **{1}** angefragt.',
  'That is settled. {0}': 'Das ist geklärt. {0}',
  'Nobody facilitates it at the moment, and nobody is in it, so nobody can answer. **Look after it for now** is on its own card.':
    'Gerade begleitet sie niemand, und niemand ist dabei, also kann niemand antworten. **Vorerst begleiten** steht auf ihrer eigenen Karte.',
  'Nobody facilitates it at the moment, so nobody can answer. Could you find somebody with its members?':
    'Im Moment begleitet sie niemand, also kann niemand antworten. Könntet ihr mit den Mitgliedern jemanden finden?',
  'Nobody has answered yet, though {0} had two reminders. Could you have a word with them? The answer stays theirs.':
    'Noch hat niemand geantwortet, trotz zweier Erinnerungen an {0}. Könntet ihr nachfragen? Die Antwort bleibt bei der Begleitung.',
  'Nobody has answered yet. Could you have a word with {0}? The answer stays theirs.':
    'Noch hat niemand geantwortet. Könntet ihr bei {0} nachfragen? Die Antwort bleibt bei der Begleitung.',
  'The request was closed {0}: {1} was no longer here.': 'Die Anfrage wurde {0} beendet: {1} war nicht mehr da.',
  '{0} took the request back {1}.': '{0} hat die Anfrage {1} zurückgenommen.',
  'A facilitator': 'Die Begleitung',
  '{0} was brought in {1}, without an answer to this.': '{0} kam {1} dazu, ohne dass dies beantwortet wurde.',
  '{0} said yes {1}, and {2} is in.': '{0} hat die Anfrage {1} angenommen, und {2} ist dabei.',
  'You said yes {0}, and {1} is in.': 'Du hast die Anfrage {0} angenommen, und {1} ist dabei.',
  'You said yes {0}, and {1} is being let in.':
    'Du hast die Anfrage {0} angenommen, und für {1} wird gerade der Raum geöffnet.',
  'You approved this {0}.': 'Du hast die Anfrage {0} angenommen.',
  'You said no {0}: “{1}”': 'Du hast die Anfrage {0} abgelehnt: „{1}“',
  'You said no {0}.': 'Du hast die Anfrage {0} abgelehnt.',
  'Say hello': 'Begrüßen',
  'You asked something first, and {0} has answered: further down, with the buttons.':
    'Du hast erst etwas gefragt, und {0} hat geantwortet: weiter unten, mit den Knöpfen.',
  '{0} said yes {1}.': '{0} hat die Anfrage {1} angenommen.',
  '{0} said no {1}: “{2}”': '{0} hat die Anfrage {1} abgelehnt: „{2}“',
  '{0} said no {1}.': '{0} hat die Anfrage {1} abgelehnt.',
  'Your request is with the facilitators': 'Deine Anfrage ist bei der Begleitung',
  "It goes to those who look after **{0}**. When one of them says yes, you are in at once, and I'll write to you. If none of them can be reached, I'll tell you too. {1} shows how it stands.":
    'Sie geht an alle, die **{0}** begleiten. Sagt jemand Ja, bist du sofort dabei, und ich schreibe dir. Ist niemand zu erreichen, sage ich dir das auch. {1} zeigt, wie es steht.',
  "I couldn't reach {0}, so nobody who could answer knows of it. Could you have a word with them? {1} shows it to them. The answer stays theirs.":
    'Ich konnte {0} nicht erreichen, also weiß niemand davon, der antworten könnte. Könntet ihr Bescheid geben? {1} zeigt die Anfrage. Die Antwort bleibt bei der Begleitung.',
  "Those who look after **{0}** know by now that you'd like to join.":
    'Die Begleitung von **{0}** weiß inzwischen, dass du mitmachen möchtest.',
  "Nobody who looks after **{0}** could be reached yet; the Support Team was asked to help. Your request is kept, and there's nothing you need to do.":
    'Von der Begleitung von **{0}** war noch niemand zu erreichen; das Support-Team ist gebeten, zu helfen. Deine Anfrage ist aufbewahrt, und du musst nichts tun.',
  "Nobody who looks after **{0}** could be reached yet. Your request is kept, they see it as soon as they look, and I'll try them again. If you know one of them, a word from you helps.":
    'Von der Begleitung von **{0}** war noch niemand zu erreichen. Deine Anfrage ist aufbewahrt; wer nachsieht, findet sie, und ich versuche es wieder. Wenn du jemanden davon kennst, hilft ein Wort von dir.',
  "**{0}**: asked {1}. Nobody who looks after it could be reached yet; your request is kept, and I'll try them again":
    '**{0}**: {1} angefragt. Von der Begleitung war noch niemand zu erreichen; deine Anfrage ist aufbewahrt, und ich versuche es wieder',
  '**{0}**: asked {1}, waiting for an answer': '**{0}**: {1} angefragt, die Antwort steht noch aus',
  '**{0}**: asked {1}. Nobody looks after it just now; your request is kept, and whoever takes it on finds it':
    '**{0}**: {1} angefragt. Gerade kümmert sich niemand darum; deine Anfrage ist aufbewahrt, und wer die Begleitung übernimmt, findet sie',
  '**{0}**: approved. You are in {1}': '**{0}**: aufgenommen. Du bist in {1}',
  '**{0}**: not this time{1}. You may ask again': '**{0}**: diesmal nicht{1}. Du kannst wieder anfragen',
  "**{0}**: your request was closed while you weren't here. You may ask again":
    '**{0}**: Deine Anfrage wurde beendet, während du nicht da warst. Du kannst wieder anfragen',
  '**{0}**: you took your request back': '**{0}**: Du hast deine Anfrage zurückgenommen',
  'Done: your request to **{0}** is taken back, and the facilitators see that. You can ask again at any time.':
    'Erledigt: Deine Anfrage an **{0}** ist zurückgenommen, und die Begleitung sieht das. Du kannst jederzeit wieder anfragen.',
  'Done: your request to **{0}** is taken back. You can ask again at any time.':
    'Erledigt: Deine Anfrage an **{0}** ist zurückgenommen. Du kannst jederzeit wieder anfragen.',
  'Decline the request': 'Anfrage ablehnen',
  '{0} asked to join {1}. They are told privately, and may ask again.':
    '{0} möchte bei {1} mitmachen. Die Ablehnung kommt privat, und eine neue Anfrage ist möglich.',
  'A kind word with it': 'Ein freundliches Wort dazu',
  'They see exactly what you write': 'Genau das wird gelesen',
  Decline: 'Ablehnen',
  'Please welcome {0}.': 'Bitte begrüßt {0}.',
  'Your request to join **{0}** was declined this time by {1}.':
    'Deine Anfrage an **{0}** wurde diesmal von {1} abgelehnt.',
  'Your request to join **{0}** was declined this time.': 'Deine Anfrage an **{0}** wurde diesmal abgelehnt.',
  'You may ask again later, or look for another with {0}.':
    'Du kannst später wieder anfragen, oder mit {0} eine andere suchen.',
  "{0} can't be brought into **{1}**: they are no longer here. Their request is closed, and there's nothing left for you to do.":
    '{0} kann nicht zu **{1}** geholt werden: nicht mehr hier. Die Anfrage ist geschlossen, und für dich ist nichts weiter zu tun.',
  "{0} couldn't be brought into **{1}**. Their request waits for you again; try **Approve** once more, and ask whoever runs this bot if it happens again.":
    '{0} konnte nicht zu **{1}** geholt werden. Die Anfrage wartet wieder auf dich; versuch **Aufnehmen** noch einmal, und wende dich an die Person, die diesen Bot betreibt, wenn es wieder vorkommt.',
  '**{0}** was closed {1}, before it was answered.': '**{0}** wurde {1} geschlossen, bevor jemand geantwortet hat.',
  'Your request waits': 'Deine Anfrage wartet',
  'Nobody looks after **{0}** just now. Your request is kept, and whoever takes it on finds it. {1} shows how it stands.':
    'Um **{0}** kümmert sich gerade niemand. Deine Anfrage ist aufbewahrt, und wer die Begleitung übernimmt, findet sie. {1} zeigt, wie es steht.',
  '**{0}**: it was closed before your request was answered':
    '**{0}**: wurde geschlossen, bevor jemand auf deine Anfrage geantwortet hat',
  '**{0}** was closed {1}, before anybody answered your request to join. It has nothing to do with you. {2} shows what else is there.':
    '**{0}** wurde {1} geschlossen, bevor jemand auf deine Anfrage geantwortet hat. Mit dir hat das nichts zu tun. {2} zeigt, was es sonst gibt.',
  'A line is plenty, and you may leave it out': 'Eine Zeile reicht, und du kannst es leer lassen',
  '{0} asked to join **{1}**.': '{0} hat bei **{1}** angefragt.',
  "You no longer facilitate it, so there's nothing left for you to do. The request is kept until somebody does.":
    'Du begleitest sie nicht mehr, also musst du nichts mehr tun. Die Anfrage ist aufbewahrt, bis es jemand tut.',
  "You no longer facilitate it, so there's nothing left for you to do: the request is with those who do.":
    'Du begleitest sie nicht mehr, für dich ist also nichts weiter zu tun: Die Anfrage liegt bei denen, die es tun.',
};
