/** What `support-team.ts` says, in German. */
export const supportTeam: Readonly<Record<string, string>> = {
  'What it is about': 'Worum es geht',
  '{0} would like to start **{1}**, and to talk it over with you first, in person.':
    '{0} möchte **{1}** gründen und das vorher mit euch besprechen, persönlich.',
  '{0} would like to start **{1}**, and to talk it over with you first, by phone.':
    '{0} möchte **{1}** gründen und das vorher mit euch besprechen, am Telefon.',
  '{0} would like to start **{1}**, and to talk it over with you first, by email.':
    '{0} möchte **{1}** gründen und das vorher mit euch besprechen, per E-Mail.',
  "{0} would like to start **{1}**, and didn't say how they would like to talk. They wait for your word.":
    '{0} möchte **{1}** gründen und hat nicht gesagt, wie das Gespräch sein soll. Meldet euch bitte.',
  '{0} would like to talk with you about **{1}**, in person.': '{0} möchte mit euch über **{1}** sprechen, persönlich.',
  '{0} would like to talk with you about **{1}**, by phone.': '{0} möchte mit euch über **{1}** sprechen, am Telefon.',
  '{0} would like to talk with you about **{1}**, by email.': '{0} möchte mit euch über **{1}** sprechen, per E-Mail.',
  '{0} has started **{1}**.': '{0} hat **{1}** gegründet.',
  "The CoP's space is made when you go ahead.": 'Der Raum entsteht, wenn ihr grünes Licht gebt.',
  "The CoP's space is being made.": 'Der Raum entsteht gerade.',
  'The CoP was not started.': 'Die CoP wurde nicht gegründet.',
  'The CoP is closed.': 'Die CoP ist geschlossen.',
  'The CoP is open, with a space of its own.': 'Die CoP ist offen und hat einen eigenen Raum.',
  "The conversation is off, so there's nothing left for you to do.":
    'Das Gespräch entfällt, für euch ist also nichts weiter zu tun.',
  "{0} took it back, so there's nothing left for you to do.":
    '{0} hat es zurückgenommen, für euch ist also nichts weiter zu tun.',
  "{0} was no longer here, so there's nothing left for you to do.":
    '{0} war nicht mehr hier, für euch ist also nichts weiter zu tun.',
  'The conversation is done.': 'Das Gespräch hat stattgefunden.',
  'Nobody has taken it yet.': 'Noch hat niemand übernommen.',
  'The conversation is done; {0} had taken it.': 'Das Gespräch hat stattgefunden; {0} hatte es übernommen.',
  "{0} doesn't know yet what you've just said about **{1}**: I couldn't reach them privately. Could you tell them yourself?":
    '{0} weiß noch nicht, was ihr gerade zu **{1}** gesagt habt: Privat habe ich die Person nicht erreicht. Könnt ihr es selbst weitergeben?',
  '{0} had taken it, and is no longer in this channel.': '{0} hatte es übernommen und ist nicht mehr in diesem Kanal.',
  '{0} takes it. When: “{1}”.': '{0} übernimmt. Wann: „{1}“.',
  '{0} takes it.': '{0} übernimmt.',
  'Change the notes': 'Notizen ändern',
  'Add notes': 'Notizen hinzufügen',
  'Make it the draft': 'Als Entwurf weitergeben',
  'Notes of the conversation:': 'Notizen aus dem Gespräch:',
  'Notes of the conversation. {0} has the draft before them.': 'Notizen aus dem Gespräch. Der Entwurf liegt {0} vor.',
  'Notes of the conversation, as a draft for whoever facilitates **{0}**.':
    'Notizen aus dem Gespräch, als Entwurf für alle, die **{0}** begleiten.',
  'Notes of the conversation. The draft has been taken over.': 'Notizen aus dem Gespräch. Der Entwurf ist übernommen.',
  'Go ahead': "Los geht's",
  'Not yet…': 'Noch nicht …',
  Done: 'Erledigt',
  '{0} hears that you will be in touch.': '{0} erfährt, dass du dich meldest.',
  'When?': 'Wann?',
  'In your own words: Tuesday after lunch': 'Mit deinen Worten: Dienstag nach dem Mittagessen',
  'Take it': 'Übernehmen',
  Notes: 'Notizen',
  'Everybody in this channel sees them. With a draft, they can be handed to whoever facilitates the CoP with one press.':
    'Wer in diesem Kanal ist, sieht sie. Mit einem Entwurf könnt ihr sie mit einem Knopfdruck denen geben, die die CoP begleiten.',
  'What came up?': 'Was kam zur Sprache?',
  'The subject that brings them together, in one line': 'Das Thema, das sie zusammenbringt, in einer Zeile',
  'Keep them': 'Notizen speichern',
  'Not yet': 'Noch nicht',
  '{0} sees exactly what you write. You can still go ahead later.':
    '{0} liest genau das. Grünes Licht könnt ihr auch später noch geben.',
  'A kind word: why, and what would help?': 'Freundlich gesagt: warum, und was hilft?',
  'Tell them': 'Mitteilen',
  'New: {0}': 'Neu: {0}',
  '{0} has started **{1}**, and asked for no conversation now.':
    '{0} hat **{1}** gegründet und wollte jetzt kein Gespräch.',
  'Said to them: not yet. “{0}”': 'Mitgeteilt: noch nicht. „{0}“',
};
