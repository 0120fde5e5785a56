/** What `closing.ts` and `closing-form.ts` say, in German. */
export const closing: Readonly<Record<string, string>> = {
  'Ask to wait with closing it': 'Bitten, mit dem Schließen zu warten',
  'Call it off': 'Absagen',
  'Close it…': 'Schließen …',
  '\nIt is to be closed on {0}.': '\nSie soll am {0} geschlossen werden.',
  ', to be closed on {0}': ', soll am {0} geschlossen werden',
  'Close your CoP': 'Deine CoP schließen',
  'The members are told now; it closes in a week unless one asks to wait. What **{0}** leaves behind is one document: its statement, and what you choose here. It can be opened again.':
    'Die Mitglieder erfahren es jetzt; in einer Woche ist Schluss, es sei denn, jemand will warten. Was von **{0}** bleibt, ist ein Dokument: die Kernaussage, und was du hier wählst. Sie lässt sich wieder öffnen.',
  'Change what is kept': 'Ändern, was bleibt',
  'The day stays as it is. What **{0}** leaves behind is one document: its statement, and what you choose here.':
    'Am Tag ändert sich nichts. Was von **{0}** bleibt, ist ein Dokument: die Kernaussage, und was du hier wählst.',
  'Who carried which (by name if they like)': 'Wer welche hatte (mit Namen, wer mag)',
  'Its list and what was most opened': 'Die Liste und das am meisten Geöffnete',
  'What happened here: a story': 'Was hier geschah: eine Geschichte',
  'Who is in it should have said yes to it': 'Wer darin vorkommt, sollte zugestimmt haben',
  'Another one': 'Noch eine',
  'Its space': 'Ihr Raum',
  'Its members can still read it': 'Die Mitglieder können ihn weiter lesen',
  'Delete it for good': 'Endgültig löschen',
  'Tell the members': 'Den Mitgliedern sagen',
  '{0} is to be closed': '{0} soll geschlossen werden',
  'Somebody has asked to wait, so no day is set. What is kept is noted.':
    'Jemand hat gebeten zu warten; es steht also kein Tag fest. Was bleiben soll, ist notiert.',
  "On {0}. I've told its members in {1}; each can ask you to wait, choose to be named, and have what it leaves behind sent to them. You can call it off until then.":
    'Am {0}. Die Mitglieder lesen es in {1}; sie können dich bitten zu warten, sich nennen lassen und sich schicken lassen, was bleibt. Bis dahin kannst du es absagen.',
  'You chose to have its space deleted: all that was said in it, and every file, is gone for good then. Are you sure? Unless you say so, its members can still read it.':
    'Du hast gewählt, dass ihr Raum gelöscht wird: Alles, was darin gesagt wurde, und jede Datei ist dann endgültig weg. Bist du sicher? Sagst du nichts, können die Mitglieder ihn weiter lesen.',
  'Its space is deleted then.': 'Ihr Raum wird dann gelöscht.',
  'Yes, delete it then': 'Ja, dann löschen',
  'Keep it, read only': 'Behalten, nur zum Lesen',
  'Change what is kept…': 'Ändern, was bleibt …',
  "Somebody asked to wait with closing **{0}**. You no longer facilitate it, so there's nothing left for you to do: whoever does decides.":
    'Jemand hat gebeten, mit dem Schließen von **{0}** zu warten. Du begleitest sie nicht mehr, für dich ist also nichts mehr zu tun: Wer sie begleitet, entscheidet.',
  '**{0}** is closed.': '**{0}** ist geschlossen.',
  '**{0}** was closed, and is open again.': '**{0}** war geschlossen und ist wieder offen.',
  "**{0}** isn't closed after all: it goes on.": '**{0}** wird doch nicht geschlossen: Es geht weiter.',
  "{0} isn't closed for now": '{0} wird vorerst nicht geschlossen',
  "A member asked to wait. It isn't closed until the facilitators go on, and they have been told.":
    'Ein Mitglied hat gebeten zu warten. Sie wird nicht geschlossen, bis die Begleitung weitermacht; die weiß Bescheid.',
  "A member asked to wait. It isn't closed until somebody looks after it and goes on; whoever does is told.":
    'Ein Mitglied hat gebeten zu warten. Sie wird nicht geschlossen, bis sich jemand um sie kümmert und weitermacht; wer das tut, erfährt es.',
  '{0} would close it on {1}. {2}': '{0} möchte sie am {1} schließen. {2}',
  'It is to be closed on {0}. {1}': 'Sie soll am {0} geschlossen werden. {1}',
  "What you learned isn't lost: a document with what it leaves behind is posted here that day, and sent to whoever would like it.":
    'Was ihr gelernt habt, geht nicht verloren: Ein Dokument mit dem, was bleibt, kommt an dem Tag hierher und zu allen, die es möchten.',
  "Then its space is deleted, with all that was said in it and every file. What you learned isn't lost: if you press **Send it to me**, a document with what it leaves behind comes to you by direct message that day.":
    'Dann wird ihr Raum gelöscht, mit allem, was darin gesagt wurde, und jeder Datei. Was ihr gelernt habt, geht nicht verloren: Drückst du **Mir schicken**, bekommst du an dem Tag ein Dokument mit dem, was bleibt, als Direktnachricht.',
  "Not yet? Press **Wait**: then it isn't closed until the facilitators have talked with you and go on.":
    'Noch nicht? Drück **Warten**: Dann wird sie nicht geschlossen, bis die Begleitung mit euch gesprochen hat und weitermacht.',
  "Nobody is named in the document who didn't say so here.":
    'Im Dokument wird niemand genannt, der es hier nicht gesagt hat.',
  Wait: 'Warten',
  'Send it to me': 'Mir schicken',
  'Name me in it': 'Mich darin nennen',
  '**{0}** is to be closed on {1}.': '**{0}** wird am {1} geschlossen.',
  'Somebody asked to wait with closing {0}': 'Jemand bittet, mit dem Schließen von {0} zu warten',
  "{0} would rather **{1}** wasn't closed yet. It isn't, until you go on. A word with them would be kind.":
    '{0} fände es besser, **{1}** noch nicht zu schließen. Sie bleibt offen, bis du weitermachst. Ein Gespräch wäre freundlich.',
  "A member would rather **{0}** wasn't closed yet. It isn't, until you go on.":
    'Ein Mitglied fände es besser, **{0}** noch nicht zu schließen. Sie bleibt offen, bis du weitermachst.',
  'Go on closing': 'Trotzdem schließen',
  "**{0}** isn't being closed, so there's nothing left for you to do.":
    '**{0}** wird nicht geschlossen; für dich ist nichts mehr zu tun.',
  "**{0}** isn't closed for now. Its facilitators hear that you asked to wait.":
    '**{0}** wird vorerst nicht geschlossen. Die Begleitung erfährt, dass du gebeten hast zu warten.',
  "**{0}** isn't closed for now. Nobody looks after it just now: whoever does next hears that you asked to wait.":
    '**{0}** wird vorerst nicht geschlossen. Gerade kümmert sich niemand um sie: Wer es als Nächstes tut, erfährt, dass du gebeten hast zu warten.',
  '**{0}** is closed on {1}, and its members can read that.':
    '**{0}** wird am {1} geschlossen, und die Mitglieder lesen es.',
  "**{0}** isn't closed: it goes on, and {1} knows.":
    '**{0}** wird nicht geschlossen: Es geht weiter, und in {1} steht es.',
  'You get what **{0}** leaves behind by direct message, once it is closed.':
    'Was von **{0}** bleibt, bekommst du als Direktnachricht, sobald sie geschlossen ist.',
  "You're named in what **{0}** leaves behind. If it says who carried which role, yours are there with your name.":
    'Du wirst in dem genannt, was von **{0}** bleibt. Steht darin, wer welche Rolle hatte, dann bei deinen dein Name.',
  "**{0}** is closed, and what it leaves behind is kept. I couldn't archive {1} myself, so people can still write there: somebody in it can archive it.":
    '**{0}** ist geschlossen, und was bleibt, ist aufgehoben. {1} konnte ich nicht selbst archivieren; dort lässt sich also noch schreiben. Jemand von dort kann archivieren.',
};
