/** What `first-conversation.ts` says, in German. */
export const firstConversation: Readonly<Record<string, string>> = {
  'In person': 'Persönlich',
  'By phone': 'Am Telefon',
  'By email': 'Per E-Mail',
  'Not now': 'Jetzt nicht',
  'Draft: what it is about': 'Entwurf: worum es geht',
  'Draft: core statement': 'Entwurf: Kernaussage',
  'Ask for a chat': 'Um ein Gespräch bitten',
  'Somebody of the Support Team gets in touch with you about {0}.':
    'Jemand aus dem Support-Team meldet sich bei dir wegen {0}.',
  'How would you like it?': 'Wie hättest du es gern?',
  'What is it about?': 'Worum geht es?',
  Ask: 'Fragen',
  'Ask for it': 'Darum bitten',
  'Take it back': 'Zurücknehmen',
  'Cancel the chat': 'Gespräch absagen',
  "Don't start it": 'Doch nicht gründen',
  'The Support Team has it': 'Das Support-Team weiß Bescheid',
  "They know that you would like to talk about **{0}**. As soon as somebody takes it, I'll tell you who will be in touch.":
    'Sie wissen, dass du über **{0}** sprechen möchtest. Sobald jemand übernimmt, sage ich dir, wer sich meldet.',
  'It waits for the Support Team': 'Es wartet auf das Support-Team',
  "I can't get into the Support Team's channel just now, so they don't know yet that you would like to talk about **{0}**. It is kept, and said as soon as I can; once somebody takes it, I'll tell you who will be in touch.":
    'Ich komme gerade nicht in den Kanal des Support-Teams, also wissen sie noch nicht, dass du über **{0}** sprechen möchtest. Es ist aufbewahrt und wird gesagt, sobald ich kann; sobald jemand übernimmt, sage ich dir, wer sich meldet.',
  '{0} waits for the Support Team': '{0} wartet auf das Support-Team',
  "Here a conversation with the Support Team comes first, and I can't get into its channel just now. Your form is kept: they hear of it as soon as I can, and I'll tell you who talks it over with you. The space is made when they say go.":
    'Hier kommt erst ein Gespräch mit dem Support-Team, und ich komme gerade nicht in seinen Kanal. Dein Formular ist aufbewahrt: Sie erfahren davon, sobald ich kann, und ich sage dir, wer es mit dir bespricht. Der Raum entsteht, wenn sie grünes Licht geben.',
  '{0} is with the Support Team': '{0} liegt beim Support-Team',
  "Here a conversation comes first: somebody of the Support Team talks it over with you, and I'll tell you who. Your form is kept, and the space is made as soon as they say go.":
    'Hier kommt erst ein Gespräch: Jemand aus dem Support-Team bespricht sie mit dir, und ich sage dir, wer. Dein Formular ist aufbewahrt, und der Raum entsteht, sobald sie grünes Licht geben.',
  "Done: **{0}** isn't started, and its name is free again. {1} is there whenever you like.":
    'Erledigt: **{0}** wird nicht gegründet, und der Name ist wieder frei. {1} ist da, wann immer du magst.',
  "Done: the Support Team knows that you don't need the chat about **{0}** any more. {1} asks for another.":
    'Erledigt: Das Support-Team weiß, dass du das Gespräch über **{0}** nicht mehr brauchst. Mit {1} bittest du um ein neues.',
  'Somebody of the Support Team': 'Jemand aus dem Support-Team',
  ' They say: “{0}”': ' Dazu heißt es: „{0}“',
  '{0} will come and see you about **{1}**.{2}': '{0} kommt wegen **{1}** bei dir vorbei.{2}',
  '{0} will call you about **{1}**.{2}': '{0} ruft dich wegen **{1}** an.{2}',
  '{0} will write you an email about **{1}**.{2}': '{0} schreibt dir wegen **{1}** eine E-Mail.{2}',
  '{0} will be in touch with you about **{1}**.{2}': '{0} meldet sich bei dir wegen **{1}**.{2}',
  '{0} is no longer in the Support Team. ': '{0} ist nicht mehr im Support-Team. ',
  "{0}Somebody else will be in touch with you about **{1}**: as soon as they take it, I'll tell you who.":
    '{0}Jemand anders meldet sich bei dir wegen **{1}**: Sobald es jemand übernimmt, sage ich dir, wer.',
  'The Support Team had asked to wait a little before **{0}** starts. They said:':
    'Das Support-Team hatte gebeten, mit **{0}** noch ein wenig zu warten. Es sagte dazu:',
  "There is no Support Team here any more, so it's for you to say. Your form is kept: start it when you think the time has come, or take it back.":
    'Hier gibt es kein Support-Team mehr, also sagst du es. Dein Formular ist aufbewahrt: Du kannst sie gründen, wenn du meinst, dass es so weit ist, oder es zurücknehmen.',
  'There is no Support Team here any more, and only administrators start CoPs. Your form is kept, and **{0}** starts once one of them says so, with {1}; or you take it back.':
    'Hier gibt es kein Support-Team mehr, und nur Admins gründen CoPs. Dein Formular ist aufbewahrt; jemand von ihnen kann **{0}** mit {1} gründen. Oder du nimmst es zurück.',
  'There is a Support Team here again, and a conversation with it comes first. Your form is kept; when it goes ahead, I make the space at once.':
    'Hier gibt es wieder ein Support-Team, und ein Gespräch mit ihm kommt zuerst. Dein Formular ist aufbewahrt; sobald es grünes Licht gibt, lege ich den Raum an.',
  'You were no longer here, so the conversation about **{0}** is off. {1} asks for another.':
    'Du warst nicht mehr hier, darum entfällt das Gespräch über **{0}**. Mit {1} bittest du um ein neues.',
  "You were no longer here, so it wasn't started, and its name is free again. {0} is there whenever you like.":
    'Du warst nicht mehr hier, darum ist sie nicht gegründet worden, und der Name ist wieder frei. {0} ist da, wann immer du magst.',
  'You took it back.': 'Du hast es zurückgenommen.',
  '**{0}** has the go-ahead since.': '**{0}** hat inzwischen grünes Licht.',
  'Start it now': 'Jetzt gründen',
  '{0}: not just yet': '{0}: noch nicht ganz',
  'The Support Team would wait a little before **{0}** starts. They say:':
    'Das Support-Team möchte noch ein wenig warten, bevor **{0}** gegründet wird. Es sagt dazu:',
  'Your form is kept. They can still go ahead, and then I make the space at once; or you take it back.':
    'Dein Formular ist aufbewahrt. Sie können immer noch grünes Licht geben, dann mache ich den Raum sofort; oder du nimmst es zurück.',
  'A draft for {0}': 'Ein Entwurf für {0}',
  '{0} wrote down what you talked about:': '{0} hat aufgeschrieben, worüber ihr gesprochen habt:',
  '{0} wrote this down in a conversation about **{1}**:': '{0} hat in einem Gespräch über **{1}** dies aufgeschrieben:',
  "The Support Team has changed its notes since, so this draft no longer counts. When there is a new one, I'll bring it to you; the words of **{0}** stay as they are.":
    'Das Support-Team hat seine Notizen seither geändert, dieser Entwurf gilt also nicht mehr. Wenn es einen neuen gibt, bringe ich ihn dir; bis dahin bleibt bei **{0}** alles, wie es ist.',
  'It may have been rewritten since you saw it. This is how it stands now:':
    'Er wurde vielleicht umgeschrieben, seit du ihn gesehen hast. So lautet er jetzt:',
  'You have taken it over: it stands with **{0}** now.': 'Du hast ihn übernommen: So steht es jetzt bei **{0}**.',
  'It has been taken over: it stands with **{0}** now.': 'Er ist übernommen: So steht es jetzt bei **{0}**.',
  'Whoever facilitates **{0}** can take it over; its words stay as they are until then.':
    'Wer **{0}** begleitet, kann ihn übernehmen; bis dahin bleibt alles, wie es ist.',
  'If it says what you mean, take it over; the words of **{0}** stay as they are until you do.':
    'Wenn er sagt, was du meinst, übernimm ihn; bis dahin bleibt bei **{0}** alles, wie es ist.',
  'Take it over': 'Übernehmen',
};
