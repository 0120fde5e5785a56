/** What `nomination-answered.ts` says, in German. */
export const nominationAnswered: Readonly<Record<string, string>> = {
  '{0} said yes and now facilitates **{1}**. You stay a member.':
    '{0} hat zugesagt und begleitet **{1}** jetzt. Du bleibst Mitglied.',
  "{0} can't facilitate **{1}** just now. You go on as its facilitator; nothing is lost, and you can ask somebody else when you've found them.":
    '{0} kann **{1}** gerade nicht begleiten. Du begleitest sie weiter; nichts ist verloren, und du kannst jemand anderen fragen, sobald du wen gefunden hast.',
  "{0} is no longer in **{1}**, so they need not answer whether they'd facilitate it. You go on as its facilitator, and can ask somebody else.":
    '{0} ist nicht mehr in **{1}**, die Frage nach der Begleitung ist also hinfällig. Du begleitest sie weiter und kannst jemand anderen fragen.',
  '{0} said yes and now facilitates **{1}**.': '{0} hat zugesagt und begleitet **{1}** jetzt.',
  "{0} can't facilitate **{1}** just now.": '{0} kann **{1}** gerade nicht begleiten.',
  "{0} is no longer in **{1}**, so they need not answer whether they'd facilitate it.":
    '{0} ist nicht mehr in **{1}**, die Frage nach der Begleitung ist also hinfällig.',
  '{0} facilitates **{1}** from now on.': '{0} begleitet **{1}** ab jetzt.',
  '{0} said yes and facilitates **{1}** with you from now on. A word between you, and you know who does what.':
    '{0} hat zugesagt und begleitet **{1}** ab jetzt mit dir. Ein Wort miteinander, und ihr wisst, wer was tut.',
  "{0} can't facilitate **{1}** with you just now. That is fine; perhaps somebody else would.":
    '{0} kann **{1}** gerade nicht mit dir begleiten. Das ist in Ordnung; vielleicht mag es jemand anderes.',
  '{0} facilitates **{1}** together with {2} from now on.': '{0} begleitet **{1}** ab jetzt zusammen mit {2}.',
  '{0} facilitates **{1}** from now on. Thank you, {2}, for doing so until now.':
    '{0} begleitet **{1}** ab jetzt. Danke, {2}, dass du es bis jetzt getan hast.',
};
