/** What `network.ts` says, in German. */
export const network: Readonly<Record<string, string>> = {
  'Without a facilitator': 'Ohne Begleitung',
  Starting: 'Im Entstehen',
  Young: 'Jung',
  Mature: 'Gereift',
  Resting: 'Ruhend',
  Closed: 'Geschlossen',
  'Show only…': 'Nur zeigen …',
  'There is no CoP here yet.': 'Hier gibt es noch keine CoP.',
  'None of the CoPs here is at this stage.': 'Keine CoP ist gerade so weit.',
  'Further CoPs, the latest first. What waits for the Support Team stands on the first page.':
    'Weitere CoPs, die neuesten zuerst. Was auf das Support-Team wartet, steht auf der ersten Seite.',
  'Nothing waits for the Support Team just now.': 'Auf das Support-Team wartet gerade nichts.',
  'The network': 'Das Netzwerk',
  'The network: {0}': 'Das Netzwerk: {0}',
  'All CoPs at this stage, the one that has waited longest first.':
    'Alle CoPs, die so weit sind; zuerst, welche am längsten warten.',
  'All CoPs at this stage, the latest first.': 'Alle CoPs, die so weit sind, die jüngsten zuerst.',
  'All CoPs': 'Alle CoPs',
  More: 'Mehr',
  "**{0}**: a request to join waits since {1}; its facilitators haven't answered":
    '**{0}**: eine Anfrage wartet seit {1}; die Begleitung hat nicht geantwortet',
  '**{0}**: a request to join waits since {1}; nobody facilitates it at the moment':
    '**{0}**: eine Anfrage wartet seit {1}; gerade begleitet sie niemand',
  '**{0}**: nobody facilitates it since {1}': '**{0}**: wird seit {1} von niemandem begleitet',
  'More waits than is shown here; it comes up as this is done.':
    'Es wartet mehr, als hier steht; es kommt nach, sobald dies erledigt ist.',
  '**{0}**: somebody would like to talk with you': '**{0}**: jemand möchte mit euch sprechen',
  '**What waits**\n{0}': '**Was wartet**\n{0}',
  'closed since {0}': 'geschlossen seit {0}',
  'without a facilitator since {0}': 'ohne Begleitung seit {0}',
  'resting since {0}': 'ruht seit {0}',
  'waits for its first conversation': 'wartet auf ihr erstes Gespräch',
  'its space is being made': 'ihr Raum wird gerade angelegt',
  'young, started {0}': 'jung, gegründet {0}',
  'mature, started {0}': 'gereift, gegründet {0}',
  'This is for the Support Team. {0} asks it for a chat.':
    'Das ist für das Support-Team. {0} bittet es um ein Gespräch.',
};
