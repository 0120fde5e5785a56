/** What `cop.ts` says, in German. */
export const cop: Readonly<Record<string, string>> = {
  'The channel of {0} is open again': 'Der Kanal von {0} ist wieder offen',
  "Somebody unarchived it. **{0}** was closed when it was archived, and nobody brought me back with it. If it is to live on, somebody in it types **/invite** and chooses me; else there's nothing to do.":
    'Jemand hat ihn aus dem Archiv geholt. **{0}** wurde geschlossen, als er archiviert wurde, und ich bin dabei nicht wieder hineingekommen. Soll es weitergehen, gibt jemand darin **/invite** ein und wählt mich; sonst ist nichts zu tun.',
  'What I know of {0} is of an earlier time': 'Was ich über {0} weiß, ist von früher',
  'What I had noted since {0} is lost. Who is in the space and what is pinned there I find again by myself.':
    'Was ich seit {0} notiert hatte, ist verloren. Wer im Kanal ist und was dort angepinnt ist, finde ich von selbst wieder.',
  'What was asked, answered or edited since then is gone. Whoever asked to join or was invited after that needs to ask again, and changes have to be made once more. Cards from that time do nothing any more.':
    'Was seither angefragt, beantwortet oder bearbeitet wurde, ist weg. Wer danach anfragte oder eingeladen wurde, muss noch einmal anfragen, und Änderungen müssen noch einmal gemacht werden. Karten aus dieser Zeit bewirken nichts mehr.',
  '{0} lives on': '{0} lebt weiter',
  '**{0}** is open again in {1}: people can find it and ask to join, and its library is as it was. What waited when it was closed stayed closed: anyone who had asked to join can ask again, and roles can be taken up again.':
    '**{0}** ist wieder offen, in {1}: Man findet sie und kann anfragen, und die Bibliothek ist, wie sie war. Was beim Schließen wartete, blieb erledigt: Wer angefragt hatte, kann wieder anfragen, und Rollen können wieder übernommen werden.',
  '{0} is closed': '{0} ist geschlossen',
  'Somebody archived its channel, so **{0}** is closed: nobody can find it or ask to join any more. Its library and its people are kept.':
    'Jemand hat den Kanal archiviert, deshalb ist **{0}** geschlossen: Niemand findet sie mehr oder kann anfragen. Ihre Bibliothek und ihre Mitglieder bleiben erhalten.',
  'Somebody deleted its channel, so **{0}** is closed: nobody can find it or ask to join any more. Its library and its people are kept.':
    'Jemand hat den Kanal gelöscht, deshalb ist **{0}** geschlossen: Niemand findet sie mehr oder kann anfragen. Ihre Bibliothek und ihre Mitglieder bleiben erhalten.',
  "If that is what you wanted, there's nothing left for you to do. Its name is free for a new start with {0}.":
    'Wenn du das so wolltest, ist nichts weiter zu tun. Der Name ist frei für einen neuen Anfang mit {0}.',
  'Say in a few words what it is about.': 'Sag in wenigen Worten, worum es geht.',
  'That is longer than {0} characters; a shorter one is easier to remember.':
    'Das ist länger als {0} Zeichen; etwas Kürzeres merkt man sich leichter.',
  'That name is taken. Choose another.': 'Der Name ist vergeben. Wähl einen anderen.',
  'That name is taken by {0} ({1}). Choose another, or ask to join it with {2}.':
    'Den Namen hat schon {0} ({1}). Nimm einen anderen, oder frag dort mit {2} an.',
  'That is a bot. A facilitator is a person; choose one, or stay with yourself.':
    'Das ist ein Bot. Begleiten kann nur ein Mensch; wähle jemanden, oder lass dich selbst stehen.',
  'They are no longer here, so nobody can ask them. Choose somebody else, or stay with yourself.':
    'Diese Person ist nicht mehr hier, also kann sie niemand fragen. Wähle jemand anderen, oder lass dich selbst stehen.',
  "Guests can't be brought into a private channel by an app. Choose somebody who is a full member here, or ask an administrator to make them one.":
    'Gäste kann eine App nicht in einen privaten Kanal holen. Wähle jemanden, der hier kein Gast ist, oder bitte die Administration, das zu ändern.',
  '{0} lets me do only so much a minute, so this takes a little: all should be there by {1}.':
    '{0} lässt mich in einer Minute nur so viel tun, deshalb dauert es ein wenig: Bis {1} sollte alles da sein.',
  '{0} lets me do only so much a minute, and one other is before you: all should be there by {1}.':
    '{0} lässt mich in einer Minute nur so viel tun, und eine andere Gründung ist vor deiner dran: Bis {1} sollte alles da sein.',
  '{0} lets me do only so much a minute, and {1} others are before you: all should be there by {2}.':
    '{0} lässt mich in einer Minute nur so viel tun, und {1} andere Gründungen sind vor deiner dran: Bis {2} sollte alles da sein.',
  "You needn't wait here: I tell you once all is there.":
    'Du musst hier nicht warten: Ich sage dir Bescheid, sobald alles da ist.',
  'Start a CoP': 'CoP gründen',
  Name: 'Name',
  'Short and plain: Wound Care, New Teachers, Rust at Work':
    'Kurz und klar: Wundversorgung, Neu im Schuldienst, Rust im Alltag',
  'What do you care about?': 'Worum geht es euch?',
  'The subject that brings you together, in one line': 'Das Thema, das euch zusammenbringt, in einer Zeile',
  'It may come later: We are …, who care about …, and meet to …, so that …':
    'Darf später kommen: Wir sind …, uns liegt an …, und wir treffen uns, um …, damit …',
  'We are …, who care about …, and meet to …, so that …':
    'Wir sind …, uns liegt an …, und wir treffen uns, um …, damit …',
  'Meets next': 'Nächstes Treffen',
  Facilitator: 'Begleitung',
  'You, unless you choose somebody else. They are asked first.':
    'Du selbst, wenn du niemand anderen wählst. Andere werden erst gefragt.',
  'Start it': 'Gründen',
  'For people who care about the same thing and learn from each other. You can change all of it later.':
    'Für Menschen, denen dasselbe am Herzen liegt und die voneinander lernen. Alles lässt sich ändern.',
  'The Support Team talks it over with you; then your space is made. You can change it all later.':
    'Das Support-Team bespricht es mit dir, dann entsteht euer Raum. Alles lässt sich später ändern.',
  'How would you like your first conversation?': 'Wie hättest du dein Erstgespräch gern?',
  'A quick chat with the Support Team about your idea': 'Ein kurzes Gespräch mit dem Support-Team über deine Idee',
  'to come': 'kommt noch',
  'under way': 'läuft',
  done: 'fertig',
  'waiting for help': 'wartet auf Hilfe',
  'did not work': 'hat nicht geklappt',
  'Private space': 'Privater Raum',
  'You in it': 'Du darin',
  'Welcome and guides': 'Begrüßung und Leitfäden',
  "{0} isn't quite there": '{0} ist noch nicht ganz da',
  'Starting {0}': '{0} entsteht',
  'Your space is ready': 'Euer Raum ist bereit',
  "{0} is there, and private. I've pinned a welcome and three guides in it.":
    '{0} ist da, und privat. Eine Begrüßung und drei Leitfäden habe ich darin angeheftet.',
  'Start with one thing: tell two people who would care. They find it with {0} and press **Request to join**; you decide.':
    'Fang mit einer Sache an: Erzähl zwei Leuten davon, denen das auch am Herzen liegt. Sie finden sie mit {0} und drücken **Beitritt anfragen**; du entscheidest.',
  "I'm asking {0} to facilitate it. Until they say yes, you do: you decide who comes in. I'll tell you what they say.":
    'Ich bitte {0}, sie zu begleiten. Bis zur Zusage begleitest du: Du entscheidest, wer dazukommt. Die Antwort sage ich dir.',
  'Open the space': 'Raum öffnen',
  'Those who had asked to join were told that it was closed, and now that it is open again: {0}. You could invite them.':
    'Wer angefragt hatte, hat erfahren, dass sie geschlossen war, und jetzt, dass sie offen ist: {0}. Du könntest sie einladen.',
  '{0} is open again': '{0} ist wieder offen',
  'Its people and its library are as they were. What was open when it was closed was settled then: requests to join, invitations, meetings, questions to you, and the roles you carried. Whatever still matters can be asked again; {0} has the roles to take up.':
    'Leute und Bibliothek sind wie vorher. Was offen war, als sie geschlossen wurde, ist damals geklärt worden: Anfragen, Einladungen, Treffen, Fragen an euch und eure Rollen. Was noch wichtig ist, lässt sich wieder fragen; unter {0} stehen die Rollen.',
  'Somebody archived or deleted its channel before all was there.':
    'Jemand hat den Kanal archiviert oder gelöscht, bevor alles da war.',
  'Invite people': 'Leute einladen',
  'What we care about': 'Worum es uns geht',
  'Core statement': 'Kernaussage',
  'Welcome to {0}': 'Willkommen bei {0}',
  Facilitators: 'Begleitung',
  'What is said here stays with its members; only administrators may be able to read along. The facilitators administer this space. Pin a paper or a link, and it is kept in the library.':
    'Was hier gesagt wird, bleibt bei den Mitgliedern; nur Admins können vielleicht mitlesen. Die Begleitung verwaltet diesen Raum. Was ihr anheftet, Texte wie Links, steht in der Bibliothek.',
  Library: 'Bibliothek',
  'Invite or share': 'Einladen oder teilen',
  '{0}: a Community of Practice. Members only; ask to join with {1}.':
    '{0}: eine Community of Practice. Nur für Mitglieder; anfragen mit {1}.',
  '{0} CoPs within an hour, and each needs somebody. From {1} on you can start another.':
    '{0} CoPs in einer Stunde, und jede braucht jemanden. Ab {1} geht es weiter.',
  "I've got that already: **{0}** is being started, and nothing was done twice. My first answer tells how it goes.":
    'Das hat mich schon erreicht: **{0}** wird gerade gegründet, und nichts wurde doppelt getan. Meine erste Antwort zeigt, wie es vorangeht.',
};
