/** What `chosen-channel.ts` says, in German. */
export const chosenChannel: Readonly<Record<string, string>> = {
  "The Support Team's channel": 'Der Kanal des Support-Teams',
  "I can't get into the Support Team's channel any more: it was archived or deleted, or I was taken out of it. What I have to say there waits; nothing of it is lost.":
    'Ich komme nicht mehr in den Kanal des Support-Teams: Er wurde archiviert oder gelöscht, oder ich wurde herausgenommen. Was ich dort zu sagen habe, wartet; nichts davon ist verloren.',
  'If the channel is still there, somebody in it can let me in again. If not, choose another with {0}. I go on by myself then.':
    'Wenn es den Kanal noch gibt, kann mich jemand darin wieder hereinholen. Wenn nicht, wähl mit {0} einen anderen. Dann mache ich von selbst weiter.',
  'That is mended: I can reach the Support Team again, and say there what waited.':
    'Das ist behoben: Ich erreiche das Support-Team wieder und sage dort, was gewartet hat.',
  "I can't get into the Facilitators' forum any more: it was archived or deleted, or I was taken out of it. Until that is mended I let nobody in or out of it.":
    'Ich komme nicht mehr ins Forum der Begleitenden: Es wurde archiviert oder gelöscht, oder ich wurde herausgenommen. Bis das behoben ist, hole ich niemanden hinein oder heraus.',
  'If the channel is still there, somebody in it can let me in again. If not, {0} leads on: under **Forum**, **Make one** gives you a new one with all facilitators in it, or choose another. I go on by myself then.':
    'Wenn es den Kanal noch gibt, kann mich jemand darin wieder hereinholen. Wenn nicht, hilft {0} weiter: Unter **Forum** bekommst du mit **Eines anlegen** ein neues mit allen Begleitenden darin, oder du wählst ein anderes. Dann mache ich von selbst weiter.',
  'That is mended: facilitators are let into their forum again.':
    'Das ist behoben: Begleitende kommen wieder in ihr Forum.',
  "Everybody here can read the Support Team's channel now: who would start a CoP, who would like to talk, and the notes of conversations.":
    'Den Kanal des Support-Teams können jetzt alle hier lesen: wer eine CoP gründen möchte, wer sich ein Gespräch wünscht, und die Notizen aus Gesprächen.',
  "Everybody here can read the Facilitators' forum now, and what facilitators ask each other in it.":
    'Das Forum der Begleitenden können jetzt alle hier lesen, und was Begleitende einander dort fragen.',
  "Somebody shared the Support Team's channel with another organisation (Slack Connect). Whoever comes into it from there can read who would start a CoP, who would like to talk, and the notes of conversations, what was said before too.":
    'Jemand hat den Kanal des Support-Teams mit einer anderen Organisation geteilt (Slack Connect). Wer von dort hereinkommt, kann lesen, wer eine CoP gründen möchte, wer sich ein Gespräch wünscht, und die Notizen aus Gesprächen, auch die bisherigen.',
  "Somebody shared the Facilitators' forum with another organisation (Slack Connect). Whoever comes into it from there can read what facilitators ask each other in it, what was said before too.":
    'Jemand hat das Forum der Begleitenden mit einer anderen Organisation geteilt (Slack Connect). Wer von dort hereinkommt, kann lesen, was Begleitende einander dort fragen, auch das Bisherige.',
  "If that wasn't meant so, end it in the channel's details, under **Organisations**, or choose another channel.":
    'Wenn das nicht so gemeint war, beende es in den Details des Kanals, unter **Organisationen**, oder wähl einen anderen Kanal.',
  "If that wasn't meant so, have the channel made private again, or choose another.":
    'Wenn das nicht so gemeint war, lass den Kanal wieder privat machen, oder wähl einen anderen.',
  "That is mended: what I say to the Support Team isn't there for others to read any more.":
    'Das ist behoben: Was ich dem Support-Team sage, können andere nicht mehr lesen.',
  "That is mended: the Facilitators' forum isn't there for others to read any more.":
    'Das ist behoben: Das Forum der Begleitenden können andere nicht mehr lesen.',
  "You aren't in the Facilitators' forum any more. I'm not told whether you left or somebody took you out, so I don't bring you back unasked. You look after **{0}** as before.":
    'Du bist nicht mehr im Forum der Begleitenden. Ich erfahre nicht, ob du gegangen bist oder herausgenommen wurdest, deshalb hole ich dich nicht ungefragt zurück. Du begleitest **{0}** wie bisher.',
  'Bring me back in': 'Hol mich wieder herein',
  "You'll be in the Facilitators' forum again in a moment.": 'Gleich bist du wieder im Forum der Begleitenden.',
  'Choose another channel': 'Anderen Kanal wählen',
};
