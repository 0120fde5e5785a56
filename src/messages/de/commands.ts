/** What `commands.ts` says, in German. */
export const commands: Readonly<Record<string, string>> = {
  'Call a meeting of your CoP: what about, when and where':
    'Ein Treffen deiner CoP ansetzen: worum es geht, wann und wo',
  'When your CoP meets next, and who is coming; call a meeting':
    'Wann sich deine CoP trifft und wer kommt; ein Treffen ansetzen',
  'What is next in your CoP: what you promised each other at meetings':
    'Was in deiner CoP ansteht: was ihr einander bei Treffen versprochen habt',
  'Start a Community of Practice: a private space of its own, with guides':
    'Eine Community of Practice gründen: ein eigener privater Raum, mit Leitfäden',
  'For the Support Team: all CoPs by stage, and what waits for you':
    'Für das Support-Team: alle CoPs danach, wie weit sie sind, und was auf euch wartet',
  'Find a CoP by a word, or see them all, and ask to join':
    'Eine CoP über ein Wort finden oder alle ansehen, und dort anfragen',
  'Ask all who facilitate a CoP here, in their forum': 'Alle fragen, die hier eine CoP begleiten, in ihrem Forum',
  'Your question; leave it out to write it in a form': 'Deine Frage; ohne Angabe schreibst du sie in ein Formular',
  'A private address from which your calendar reads when your CoPs meet':
    'Eine private Adresse, aus der dein Kalender liest, wann sich deine CoPs treffen',
  'Say hello in your CoP: three short answers, shown to you first':
    'In deiner CoP Hallo sagen: drei kurze Antworten, die du zuerst siehst',
  'A word of its name or of what it is about': 'Ein Wort aus dem Namen oder dazu, worum es geht',
  'Ask to join a CoP': 'Bei einer CoP anfragen, ob du mitmachen kannst',
  'Which CoP; leave it out to choose': 'Welche CoP; ohne Angabe kannst du wählen',
  'Post an invitation to your CoP in a channel you choose, with a line of your own':
    'Eine Einladung zu deiner CoP in einem Kanal deiner Wahl posten, mit einem Satz von dir',
  'Where; leave it out to choose in a form': 'Wo; ohne Angabe wählst du in einem Formular',
  'Which CoP, if you are in several': 'Welche CoP, wenn du in mehreren bist',
  'Ask people privately whether they would like to join your CoP':
    'Leute privat fragen, ob sie bei deiner CoP mitmachen möchten',
  'Whom; leave it out to choose several in a form': 'Wen; lass es weg, um mehrere in einem Formular zu wählen',
  'Why them: a line of your own': 'Warum gerade sie: ein Satz von dir',
  'Which CoP, if you facilitate several': 'Welche CoP, wenn du mehrere begleitest',
  'Change the name, what it is about, the core statement, or what newcomers are asked and told':
    'Name, Thema oder Kernaussage ändern, oder was Neue gefragt werden und lesen',
  'The core statement of a CoP; for its members, how it has changed too':
    'Die Kernaussage einer CoP; für Mitglieder auch, wie sie sich geändert hat',
  'Which CoP; the one whose space this is, if you leave it out': 'Welche CoP; ohne Angabe die, in deren Raum du bist',
  'This week: what waits for you, your CoPs and your requests':
    'Diese Woche: was auf dich wartet, deine CoPs und deine Anfragen',
  'Read a guide again: starting up, dialogue interviews, the Virtuous Circle, facilitating':
    'Einen Leitfaden lesen: Start, Dialoginterviews, der gute Kreislauf, Begleiten',
  'Which guide': 'Welcher Leitfaden',
  "Look something up in your CoP's library": 'In der Bibliothek deiner CoP suchen',
  'Words, or how they begin': 'Wörter, oder wie sie anfangen',
  "What is in your CoP's library: pinned first, then the latest":
    'Was in der Bibliothek deiner CoP ist: Angeheftetes zuerst, dann das Neueste',
  'Only what has this tag': 'Nur was dieses Stichwort hat',
  "Put a link or a file into your CoP's library": 'Einen Link oder eine Datei in die Bibliothek deiner CoP legen',
  'Its address, https://…; none for a file, which the form takes':
    'Die Adresse, https://…; keine für eine Datei, die nimmt das Formular',
  'Tidy the library you facilitate: due for review, gone, without a title':
    'Die Bibliothek aufräumen, die du begleitest: zum Durchsehen, verschwunden, ohne Titel',
  'Who carries which role in your CoP; take one up, share it, step back':
    'Wer in deiner CoP welche Rolle hat; eine übernehmen, teilen, abgeben',
  'For admins: the Support Team, the forum, who may start CoPs':
    'Für Admins: das Support-Team, das Forum, wer CoPs gründen darf',
  'Ask the Support Team for a chat about your CoP': 'Das Support-Team um ein Gespräch über deine CoP bitten',
  'Leave a CoP; you are welcome back': 'Eine CoP verlassen; du bist wieder willkommen',
  'What is held about you, in words, for you alone': 'Was über dich gespeichert ist, in Worten, nur für dich',
  'Have the bot forget you: what it holds about you goes, and you leave all spaces':
    'Den Bot dich vergessen lassen: Was er über dich hat, geht, und du verlässt alle Räume',
  'For admins: have the bot forget somebody who has left':
    'Für Admins: den Bot jemanden vergessen lassen, der gegangen ist',
  'Their name, or the id of their account': 'Der Name oder die ID des Kontos',
  'Have the records of the CoP you facilitate sent to you, as tables for a spreadsheet':
    'Dir die Aufzeichnungen der CoP schicken lassen, die du begleitest, als Tabellen',
  'Look back at answered requests to join the CoP you facilitate':
    'Auf beantwortete Anfragen bei der CoP zurücksehen, die du begleitest',
  'Take somebody out of your CoP, privately': 'Jemanden aus deiner CoP herausnehmen, unter vier Augen',
  'Close your CoP in a week, with what it leaves behind; its members can ask to wait':
    'Deine CoP in einer Woche schließen, mit dem, was bleibt; Mitglieder können bitten zu warten',
  'Open a CoP again that was closed': 'Eine CoP wieder öffnen, die geschlossen wurde',
  'Which one; leave it out to choose': 'Welche; ohne Angabe kannst du wählen',
  'Let your CoP rest for a while: no prompts, no reminders but of requests':
    'Deine CoP eine Weile ruhen lassen: keine Anstöße, nur Erinnerungen an Anfragen',
  'Until when, such as 1 September or six weeks': 'Bis wann, etwa 1. September oder sechs Wochen',
  'Wake your CoP up before its time of rest is over': 'Deine CoP wecken, bevor ihre Ruhezeit um ist',
  Who: 'Wen',
  'Who facilitates your CoP, since when; share it, hand it over, step down':
    'Wer deine CoP begleitet, seit wann; teilen, übergeben, abgeben',
};
