/** What `difference.ts` says, in German. */
export const difference: Readonly<Record<string, string>> = {
  '{0}: is this right?': '{0}: Ist das richtig so?',
  "Something about **{0}** was changed by hand. You no longer facilitate it, so there's nothing left for you to do: whoever facilitates it now says whether it's right.":
    'An **{0}** hat jemand von Hand etwas geändert. Du begleitest sie nicht mehr, für dich ist also nichts mehr zu tun: Wer sie jetzt begleitet, sagt, ob es so richtig ist.',
  'That is settled: it was put back on {0}.': 'Das ist geklärt: Am {0} wurde es wiederhergestellt.',
  'That is settled: it was meant so, as somebody said on {0}.':
    'Das ist geklärt: Es war so gemeint, das hat am {0} jemand gesagt.',
  '{0} can no longer get into the space of **{1}**, all at once: {2}. That looks like more than one person leaving, so I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.':
    '{0} sind auf einmal nicht mehr im Raum von **{1}**: {2}. Das sieht nicht nach einzelnen Abschieden aus, deshalb frage ich, bevor etwas endet. Bis dahin bleiben ihre Rollen erhalten; in der Bibliothek lesen sie nichts.',
  "Of those who could no longer get into the space of **{0}**, one isn't back: {1}. I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.":
    'Von denen, die nicht mehr in den Raum von **{0}** kamen, fehlt noch: {1}. Ich frage, bevor etwas endet. Bis dahin bleiben die Rollen erhalten; in der Bibliothek gibt es nichts zu lesen.',
  'Everybody who could no longer get into the space of **{0}** is in it again, and carries on as before.':
    'Alle, die nicht mehr in den Raum von **{0}** kamen, sind wieder drin und machen weiter wie zuvor.',
  "I can't get into the space of **{0}** any more. It was archived or deleted, or I was taken out of it; I'm not told which. Nothing is closed and nothing is lost: **{1}** rests until somebody brings me back. To do that, unarchive the channel if it is archived, and invite me in it.":
    'Ich komme nicht mehr in den Raum von **{0}**. Er wurde archiviert oder gelöscht, oder jemand hat mich herausgenommen; was davon, erfahre ich nicht. Nichts ist geschlossen, nichts verloren: **{1}** ruht, bis mich jemand zurückholt. Dafür den Kanal, falls er archiviert ist, wieder öffnen und mich darin einladen.',
  "Somebody made the space of **{0}** public: everybody in the workspace can read it now, what was said before too. Only an administrator can make it private again, in the channel's settings.":
    'Jemand hat den Raum von **{0}** öffentlich gemacht: Alle im Workspace können ihn jetzt lesen, auch was bisher geschrieben wurde. Wieder privat machen kann ihn nur ein Admin, in den Einstellungen des Kanals.',
  "Somebody shared the space of **{0}** with another organisation (Slack Connect): whoever comes into it from there can read what is said, and what was said before too. They aren't members: nothing else of **{1}** is shown to them. Who may manage Slack Connect here, as administrators do, can end it: in the channel's details, under **Organisations**.":
    'Jemand hat den Raum von **{0}** mit einer anderen Organisation geteilt (Slack Connect): Wer von dort hereinkommt, kann lesen, was geschrieben wird, auch was bisher geschrieben wurde. Mitglied ist davon niemand: Sonst wird dort nichts von **{1}** gezeigt. Beenden kann es, wer hier Slack Connect verwalten darf, etwa ein Admin: in den Details des Kanals, unter **Organisationen**.',
  'Somebody opened the space of **{0}**: everybody on the server can read it now, what was said before too.':
    'Jemand hat den Raum von **{0}** geöffnet: Alle auf dem Server können ihn jetzt lesen, auch was bisher geschrieben wurde.',
  'Somebody opened the space of **{0}**: whoever has the role {1} can read it now, what was said before too.':
    'Jemand hat den Raum von **{0}** geöffnet: Wer die Rolle {1} hat, kann ihn jetzt lesen, auch was bisher geschrieben wurde.',
  'Somebody opened the space of **{0}**: whoever has one of {1} roles can read it now, what was said before too. Among them are {2}.':
    'Jemand hat den Raum von **{0}** geöffnet: Wer eine von {1} Rollen hat, kann ihn jetzt lesen, auch was bisher geschrieben wurde. Darunter sind {2}.',
  'Somebody changed what {0} may do in the space of **{1}**: less than a facilitator needs to look after it. They are still facilitators.':
    'Jemand hat geändert, was {0} im Raum von **{1}** darf: Es ist weniger, als eine Begleitung braucht, um sich darum zu kümmern. An der Begleitung selbst ändert das nichts.',
  'Close it again': 'Wieder schließen',
  "I'm closing it; this card changes once nobody else sees it.":
    'Ich schließe ihn; diese Karte ändert sich, sobald ihn sonst niemand mehr sieht.',
  'Put it back': 'Wiederherstellen',
  "I've brought you back": 'Du bist wieder drin',
  "It's right": 'Das ist richtig so',
  "It's closed for good": 'Sie ist endgültig geschlossen',
  "Thank you. I'm trying again what waited; this card changes once I'm in.":
    'Danke. Was gewartet hat, versuche ich noch einmal; diese Karte ändert sich, sobald ich drin bin.',
  "**{0}** is closed, so there's nothing left for you to do.":
    '**{0}** ist geschlossen, für dich ist also nichts weiter zu tun.',
  "You're no longer in {0}": 'Du bist nicht mehr in {0}',
  'That is over: you look after **{0}** again.': 'Das ist vorbei: Du kümmerst dich wieder um **{0}**.',
  "You don't look after **{0}** any more. Thank you for having done it. If you'd like to come back, {1} asks to join.":
    'Du kümmerst dich nicht mehr um **{0}**. Danke, dass du es getan hast. Möchtest du wieder dabei sein, frag mit {1} an.',
  "Since {0} you aren't in {1} any more, so nobody looks after **{2}**. I'm not told whether you left or somebody took you out.":
    'Seit {0} bist du nicht mehr in {1}, und um **{2}** kümmert sich niemand. Ob du gegangen bist oder dich jemand herausgenommen hat, erfahre ich nicht.',
  "If it wasn't meant so, take it back until {0}: you're brought in again and look after it as before. Nothing of yours is lost until then. Meanwhile others are asked: Who would look after **{1}**? Should you know somebody, a word from you helps.":
    'War es nicht so gemeint, nimm es bis {0} zurück: Du kommst wieder hinein und kümmerst dich wie vorher. Bis dahin geht dir nichts verloren. Inzwischen werden andere gefragt: Wer kümmert sich um **{1}**? Weißt du jemanden, hilft ein Wort von dir.',
  'I meant to leave': 'Ich wollte gehen',
};
