/** What `stand-in.ts` says, in German. */
export const standIn: Readonly<Record<string, string>> = {
  '**{0}** is closed, so nobody has to look after it any more.':
    '**{0}** ist geschlossen, um sie muss sich niemand mehr kümmern.',
  '{0} looks after **{1}** now.': '{0} kümmert sich jetzt um **{1}**.',
  '{0} look after **{1}** now.': '{0} kümmern sich jetzt um **{1}**.',
  '{0} needs a facilitator': '{0} braucht eine Begleitung',
  'Asked to facilitate it, and still to answer': 'Um Begleitung gebeten, noch ohne Antwort',
  '**{0}**, which you started, has no facilitator just now, and nobody is in it. Requests to join wait. A word from you to somebody who could look after it would help.':
    '**{0}**, von dir gegründet, hat gerade keine Begleitung, und niemand ist dabei. Anfragen warten. Ein Wort von dir an jemanden, der sie begleiten könnte, würde helfen.',
  'Nobody facilitates **{0}** just now, and nobody is in it, so there is nobody to ask. Requests to join wait. Whoever presses **Look after it for now** comes into its space and has those requests; they can invite people, hand it over, or close it.':
    '**{0}** hat gerade keine Begleitung, und niemand ist dabei, also lässt sich auch niemand fragen. Anfragen warten. Wer **Vorerst begleiten** drückt, kommt in ihren Raum und bekommt diese Anfragen; von da an lassen sich Leute einladen, die Begleitung übergeben oder die CoP schließen.',
  "Nobody facilitates **{0}** just now. Somebody is in it, and is asked in its space who would look after it, so there's nothing you need to do.":
    '**{0}** hat gerade keine Begleitung. Inzwischen ist jemand dabei und wird in ihrem Raum gefragt, wer sie begleiten würde; du musst nichts tun.',
  'Nobody facilitates **{0}** just now. Somebody is in it, and was asked in its space who would look after it.':
    '**{0}** hat gerade keine Begleitung. Inzwischen ist jemand dabei und wurde in ihrem Raum gefragt, wer sie begleiten würde.',
  '{0} would look after it, from {1} on, unless somebody objects.':
    '{0} würde sie ab {1} begleiten, wenn niemand Einwände hat.',
  '{0} would look after it, and somebody would rather have it decided. An administrator decides it in its space; or somebody else offers.':
    '{0} würde sie begleiten, und jemand möchte, dass darüber entschieden wird. Ein Admin entscheidet das in ihrem Raum; oder jemand anderes bietet es an.',
  '{0} would look after it, and somebody would rather have it decided. An administrator is asked in a message of its own, with the buttons; or somebody else offers.':
    '{0} würde sie begleiten, und jemand möchte, dass darüber entschieden wird. Ein Admin wird in einer eigenen Nachricht gefragt, mit den Knöpfen dazu; oder jemand anderes bietet es an.',
  'Look after it for now': 'Vorerst begleiten',
  'Nobody is in **{0}**, and nobody looks after it': 'Bei **{0}** ist niemand dabei, und niemand begleitet sie',
  'Nobody facilitates **{0}** just now. Could you find somebody with its members?':
    '**{0}** hat gerade keine Begleitung. Könnt ihr mit den Mitgliedern jemanden finden?',
  Members: 'Wer dabei ist',
  '{0} would look after it, if you say yes.': '{0} würde sich darum kümmern, wenn ihr Ja sagt.',
  "Its members have been asked, in its space. I'll tell you here when somebody would.":
    'Die Mitglieder sind gefragt, in ihrem Raum. Ich melde mich hier, sobald es jemand übernehmen würde.',
  'Ask its members': 'Die Mitglieder fragen',
  'Who would look after {0}?': 'Wer kümmert sich um {0}?',
  '**{0}** has no facilitator just now. Facilitating means welcoming people, saying yes or no to those who ask to join, and keeping the conversation going; an hour or two a month. Who would do it, even for a while? Requests to join wait meanwhile.':
    '**{0}** hat gerade keine Begleitung. Begleiten heißt: Leute begrüßen, auf Anfragen Ja oder Nein sagen und das Gespräch in Gang halten; ein, zwei Stunden im Monat. Wer würde das übernehmen, auch nur für eine Weile? Anfragen warten so lange.',
  'Talk it over here. Whoever presses **I will** is offering; the Support Team then says yes.':
    'Besprecht es hier. Wer auf **Ich mach das** drückt, bietet es an; das Support-Team sagt dann Ja.',
  'Talk it over here. Whoever presses **I will** is offering; it counts after two days, unless somebody objects.':
    'Besprecht es hier. Wer auf **Ich mach das** drückt, bietet es an; nach zwei Tagen gilt es, wenn niemand Einwände hat.',
  '{0} would look after **{1}**. The Support Team has been asked for its yes.':
    '{0} würde sich um **{1}** kümmern. Das Support-Team ist um sein Ja gebeten.',
  '{0} would look after **{1}**, and somebody would rather have it decided. That is now for an administrator to decide; or somebody else offers.':
    '{0} würde sich um **{1}** kümmern, und jemand möchte, dass darüber entschieden wird. Das entscheidet jetzt ein Admin; oder jemand anderes bietet es an.',
  '{0} would look after **{1}**, from {2} on. If you would rather have others decide, press **I object**: nobody is told that it was you.':
    '{0} würde sich ab {2} um **{1}** kümmern. Sollen lieber andere entscheiden, drück auf **Ich habe Einwände**: Niemand erfährt, dass du es warst.',
  'Administrators: say yes': 'Admins: Ja sagen',
  'Administrators: somebody else': 'Admins: jemand anderes',
  'I will': 'Ich mach das',
  'I object': 'Ich habe Einwände',
  'Take my offer back': 'Mein Angebot zurücknehmen',
  "**{0}**, which you started, has no facilitator just now. I've asked its members who would look after it, even for a while. A word from you to somebody who could would help.":
    '**{0}**, von dir gegründet, hat gerade keine Begleitung. Ich habe die Mitglieder gefragt, wer sich darum kümmern würde, auch nur für eine Weile. Ein Wort von dir an jemanden, der es könnte, würde helfen.',
  '**{0}** was looked after again from then on.': 'Um **{0}** kümmerte sich von da an wieder jemand.',
  '{0} looks after **{1}** from now on, and has the requests to join that waited.':
    '{0} kümmert sich von jetzt an um **{1}** und hat die Anfragen, die gewartet haben.',
  '{0} look after **{1}** from now on, and have the requests to join that waited.':
    '{0} kümmern sich von jetzt an um **{1}** und haben die Anfragen, die gewartet haben.',
  '{0} would look after **{1}**, which has no facilitator.':
    '{0} würde sich um **{1}** kümmern; sie hat keine Begleitung.',
  'That is settled: they have looked after it since {0}.': 'Das ist geklärt: Seit dem {0} ist es so.',
  'That is settled: on {0} it was decided to look for somebody else.':
    'Das ist geklärt: Seit dem {0} wird jemand anderes gesucht.',
  'That is settled: the offer has not stood since {0}.':
    'Das ist geklärt: Seit dem {0} besteht das Angebot nicht mehr.',
  "Somebody entitled to object would rather you decided; I don't say who.":
    'Jemand, der Einwände haben darf, möchte, dass du entscheidest. Wer, sage ich nicht.',
  'They offered it {0}, and wait for a yes or a no.': 'Das Angebot kam {0} und wartet auf ein Ja oder ein Nein.',
  "The Support Team hasn't answered yet whether you look after **{0}**. I've reminded it. Your offer stands until it decides, and then I'll write to you.":
    'Das Support-Team hat noch nicht gesagt, ob du dich um **{0}** kümmerst. Ich habe es erinnert. Dein Angebot steht, bis es entscheidet; dann schreibe ich dir.',
  "The Support Team hasn't answered yet whether you look after **{0}**. I've reminded it, and asked an administrator as well. Your offer stands until one of them decides, and then I'll write to you.":
    'Das Support-Team hat noch nicht gesagt, ob du dich um **{0}** kümmerst. Ich habe es erinnert und dazu einen Admin gefragt. Dein Angebot steht, bis jemand von ihnen entscheidet; dann schreibe ich dir.',
  'Yes, please': 'Ja, bitte',
  'Somebody else': 'Jemand anderes',
  'You look after {0} now': 'Du kümmerst dich jetzt um {0}',
  'Thank you. Requests made meanwhile come to you here, one by one. You can share it or hand it over whenever you like, with {0}.':
    'Danke. Wer inzwischen angefragt hat, kommt hier bei dir an, eine Anfrage nach der anderen. Mit {0} kannst du es jederzeit teilen oder übergeben.',
  "Somebody would rather have it decided who looks after **{0}**. That is now for the Support Team or an administrator to decide, and I'll write to you. Somebody else may offer meanwhile.":
    'Jemand möchte, dass darüber entschieden wird, wer sich um **{0}** kümmert. Das entscheidet jetzt das Support-Team oder ein Admin, und ich schreibe dir. Inzwischen kann es auch jemand anderes anbieten.',
  "Thank you for offering to look after **{0}**. This time we're looking for somebody else; you stay a member as before.":
    'Danke, dass du dich um **{0}** kümmern wolltest. Diesmal wird jemand anderes gesucht; du bleibst Mitglied wie bisher.',
  '{0} Thank you for having offered it.': '{0} Danke für dein Angebot.',
  "**{0}** is looked after again, so your offer isn't needed any more.":
    'Um **{0}** kümmert sich wieder jemand, dein Angebot wird nicht mehr gebraucht.',
  "Your offer to look after **{0}** doesn't stand any more: you have left its space, or somebody else has offered.":
    'Dein Angebot, dich um **{0}** zu kümmern, besteht nicht mehr: Du bist nicht mehr im Raum, oder jemand anderes hat es angeboten.',
  'Thank you': 'Danke',
  "The Support Team has been asked for its yes to you looking after **{0}**, and I'll write to you.":
    'Das Support-Team ist gefragt, ob du dich um **{0}** kümmern kannst, und ich schreibe dir.',
  "Unless somebody objects, you look after **{0}** from {1} on, and I'll write to you then.":
    'Wenn niemand Einwände hat, kümmerst du dich ab {1} um **{0}**; ich schreibe dir dann.',
  'Done, and nobody is told that it was you. Who looks after **{0}** is now for others to decide: the Support Team, or an administrator. Somebody else may offer as well; you, too.':
    'Erledigt, und niemand erfährt, dass du es warst. Wer sich um **{0}** kümmert, entscheiden jetzt andere: das Support-Team oder ein Admin. Auch jemand anderes kann es anbieten; auch du.',
  'Done: your offer to look after **{0}** is taken back. You can offer it again at any time.':
    'Erledigt: Dein Angebot, dich um **{0}** zu kümmern, ist zurückgenommen. Du kannst es jederzeit wieder anbieten.',
  "**{0}** is looked after again, so there's nothing left for you to do.":
    'Um **{0}** kümmert sich wieder jemand, für dich ist also nichts weiter zu tun.',
  "{0} offered to look after **{1}** {2} already, and one at a time is enough. Have a word with them, if you'd like to help.":
    '{0} hat {2} schon angeboten, sich um **{1}** zu kümmern; ein Angebot zur Zeit genügt. Sprecht miteinander, wenn du helfen möchtest.',
  "You offered that {0}, thank you. I'll write to you when it is settled.":
    'Das hast du {0} angeboten, danke. Ich schreibe dir, sobald es geklärt ist.',
  'Whether you look after **{0}** is for others to decide by now: the Support Team, or an administrator.':
    'Ob du dich um **{0}** kümmerst, entscheiden inzwischen andere: das Support-Team oder ein Admin.',
  'Who looks after **{0}** is for an administrator to decide, or the Support Team. One of them would have to press it.':
    'Wer sich um **{0}** kümmert, entscheidet ein Admin oder das Support-Team. Von ihnen müsste jemand darauf drücken.',
};
