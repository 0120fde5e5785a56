/** What `membership.ts` says, in German. */
export const membership: Readonly<Record<string, string>> = {
  "Leave **{0}**? You're out of its space at once. What you put into its library stays, with your name, and you're welcome back: you can ask to join again whenever you like.":
    '**{0}** verlassen? Du bist dann sofort nicht mehr in ihrem Raum. Was du in die Bibliothek gelegt hast, bleibt dort, mit deinem Namen, und du bist wieder willkommen: Du kannst jederzeit neu anfragen.',
  Leave: 'Verlassen',
  Stay: 'Bleiben',
  'Nobody else facilitates **{0}**. Would you ask somebody to take over before you go?':
    'Sonst begleitet niemand **{0}**. Magst du jemanden bitten zu übernehmen, bevor du gehst?',
  'If you leave now, the Support Team is asked to find somebody with the members. Requests to join wait meanwhile; nothing is deleted.':
    'Gehst du jetzt, wird das Support-Team gebeten, mit den Mitgliedern jemanden zu finden. Beitrittsanfragen warten so lange; gelöscht wird nichts.',
  'If you leave now, its members are asked who would look after it. Requests to join wait meanwhile; nothing is deleted.':
    'Gehst du jetzt, werden die Mitglieder gefragt, wer sich kümmern würde. Beitrittsanfragen warten so lange; gelöscht wird nichts.',
  'Nobody else is in **{0}**. Would you ask somebody to take over before you go, or close it?':
    'Sonst ist niemand bei **{0}** dabei. Magst du jemanden bitten zu übernehmen, bevor du gehst, oder sie schließen?',
  'If you leave now, the Support Team hears that nobody is in it. Requests to join wait meanwhile; nothing is deleted.':
    'Gehst du jetzt, erfährt das Support-Team, dass niemand mehr dabei ist. Beitrittsanfragen warten so lange; gelöscht wird nichts.',
  'If you leave now, nobody looks after it until an administrator does. Requests to join wait meanwhile; nothing is deleted.':
    'Gehst du jetzt, kümmert sich niemand um sie, bis ein Admin es tut. Beitrittsanfragen warten so lange; gelöscht wird nichts.',
  'An administrator can look after it from now on. Thank you for doing so until now.':
    'Von jetzt an kann ein Admin sich um sie kümmern. Danke, dass du es bis jetzt getan hast.',
  'Leave all the same': 'Trotzdem verlassen',
  'You stay in **{0}**. Good to have you.': 'Du bleibst in **{0}**. Schön, dass du dabei bist.',
  "You've left **{0}**. What you put into its library stays, with your name. You're welcome back whenever you like.":
    'Du hast **{0}** verlassen. Was du in die Bibliothek gelegt hast, bleibt dort, mit deinem Namen. Du bist jederzeit wieder willkommen.',
  "I'm telling the Support Team that nobody looks after it. Thank you for doing so until now.":
    'Ich sage dem Support-Team, dass sich niemand mehr um sie kümmert. Danke, dass du es bis jetzt getan hast.',
  "I'm asking its members who would look after it. Thank you for doing so until now.":
    'Ich frage die Mitglieder, wer sich um sie kümmern würde. Danke, dass du es bis jetzt getan hast.',
  'Ask to join again': 'Wieder anfragen',
  'Please choose who is to be taken out.': 'Bitte wähle, wer nicht mehr dabei sein soll.',
  "That's you. To go yourself, leave the CoP.": 'Das bist du. Um selbst zu gehen, verlass die CoP.',
  "That's a bot. Please choose a person.": 'Das ist ein Bot. Bitte wähle einen Menschen.',
  "They aren't in this CoP.": 'Die Person ist nicht in dieser CoP.',
  'They facilitate it with you. Ask them to step down first.':
    'Die Person begleitet sie mit dir. Bitte sie, die Begleitung zuerst abzugeben.',
  'Take somebody out': 'Jemanden herausnehmen',
  "They're out of the space of **{0}** at once, and hear it from me privately. I tell nobody else.":
    'Die Person ist sofort nicht mehr im Raum von **{0}** und erfährt es privat von mir. Ich sage es sonst niemandem.',
  'Who?': 'Wen?',
  'Why?': 'Warum?',
  'For them alone; not kept.': 'Nur für die Person selbst; wird nicht aufgehoben.',
  'May they ask to join again?': 'Darf die Person wieder anfragen?',
  'Whenever they like': 'Jederzeit',
  'Not for a month': 'Einen Monat lang nicht',
  'Not for three months': 'Drei Monate lang nicht',
  'Not for a year': 'Ein Jahr lang nicht',
  'Take them out': 'Herausnehmen',
  '{0} is no longer in **{1}**, and hears it from me privately. What they put into its library stays. {2}':
    '{0} ist nicht mehr in **{1}** und erfährt es privat von mir. Was von dieser Person in der Bibliothek ist, bleibt. {2}',
  "{0} isn't coming into **{1}** after all, and hears it from me privately. {2}":
    '{0} kommt nun doch nicht zu **{1}** und erfährt es privat von mir. {2}',
  'They can ask to join again whenever they like.': 'Eine neue Anfrage ist jederzeit möglich.',
  'They can ask to join again from {0}.': 'Eine neue Anfrage ist ab {0} möglich.',
  "You're no longer in **{0}**. Its facilitators took you out, and write:":
    'Du bist nicht mehr in **{0}**. Die Begleitung hat dich herausgenommen und schreibt dir:',
  "You're no longer in **{0}**: its facilitators took you out.":
    'Du bist nicht mehr in **{0}**: Die Begleitung hat dich herausgenommen.',
  "You aren't coming into **{0}** after all. Its facilitators have decided so since, and write:":
    'Du kommst nun doch nicht zu **{0}**. Die Begleitung hat sich inzwischen anders entschieden und schreibt dir:',
  "You aren't coming into **{0}** after all: its facilitators have decided so since.":
    'Du kommst nun doch nicht zu **{0}**: Die Begleitung hat sich inzwischen anders entschieden.',
  'What you put into its library stays there, with your name. {0}':
    'Was du in die Bibliothek gelegt hast, bleibt dort, mit deinem Namen. {0}',
  'You can ask to join again whenever you like.': 'Du kannst jederzeit wieder anfragen.',
  'You can ask to join again from {0}.': 'Ab {0} kannst du wieder anfragen.',
  "I couldn't write to {0}, so they don't know from me that they are no longer in **{1}**. A word from you would be kind.":
    'Ich konnte {0} nicht schreiben; dass die Person nicht mehr in **{1}** ist, weiß sie also nicht von mir. Ein Wort von dir wäre freundlich.',
  "The facilitators of **{0}** would rather you didn't join for now. You can ask again from {1}.":
    'Die Begleitung von **{0}** möchte gerade nicht, dass du dabei bist. Ab {1} kannst du wieder anfragen.',
};
