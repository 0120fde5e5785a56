/** German, one file per noun as in the folder above. What several nouns say stands in the first of them. */
import { addressed } from './addressed.ts';
import { calendar } from './calendar.ts';
import { calendarFeed } from './calendar-feed.ts';
import { cardsGone } from './cards-gone.ts';
import { carriedRole } from './carried-role.ts';
import { chosenChannel } from './chosen-channel.ts';
import { closing } from './closing.ts';
import { commands } from './commands.ts';
import { cop } from './cop.ts';
import { difference } from './difference.ts';
import { directory } from './directory.ts';
import { document } from './document.ts';
import { documentFile } from './document-file.ts';
import { documentForms } from './document-forms.ts';
import { ebbAndFlow } from './ebb-and-flow.ts';
import { edit } from './edit.ts';
import { exported } from './export.ts';
import { facilitator } from './facilitator.ts';
import { firstConversation } from './first-conversation.ts';
import { forgetting } from './forgetting.ts';
import { forum } from './forum.ts';
import { guide } from './guide.ts';
import { harvest } from './harvest.ts';
import { hello } from './hello.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { invitation } from './invitation.ts';
import { joinRequest } from './join-request.ts';
import { library } from './library.ts';
import { lookBack } from './look-back.ts';
import { meeting } from './meeting.ts';
import { meetingParts } from './meeting-parts.ts';
import { membership } from './membership.ts';
import { network } from './network.ts';
import { newcomer } from './newcomer.ts';
import { nomination } from './nomination.ts';
import { nominationAnswered } from './nomination-answered.ts';
import { notes } from './notes.ts';
import { ownRole } from './own-role.ts';
import { people } from './people.ts';
import { person } from './person.ts';
import { platforms } from './platforms.ts';
import { publicPage } from './public-page.ts';
import { question } from './question.ts';
import { refusal } from './refusal.ts';
import { reopening } from './reopening.ts';
import { rest } from './rest.ts';
import { role } from './role.ts';
import { roleSuggestion } from './role-suggestion.ts';
import { serverRole } from './server-role.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';
import { sought } from './sought.ts';
import { spaceRenamed } from './space-renamed.ts';
import { standIn } from './stand-in.ts';
import { supportCards } from './support-cards.ts';
import { supportTeam } from './support-team.ts';
import { talk } from './talk.ts';
import { trouble } from './trouble.ts';

export const german: Readonly<Record<string, string>> = {
  ...addressed,
  ...calendar,
  ...calendarFeed,
  ...cardsGone,
  ...spaceRenamed,
  ...carriedRole,
  ...chosenChannel,
  ...closing,
  ...commands,
  ...cop,
  ...difference,
  ...directory,
  ...document,
  ...documentFile,
  ...documentForms,
  ...ebbAndFlow,
  ...edit,
  ...exported,
  ...facilitator,
  ...firstConversation,
  ...forgetting,
  ...forum,
  ...question,
  ...guide,
  ...harvest,
  ...hello,
  ...help,
  ...home,
  ...invitation,
  ...joinRequest,
  ...library,
  ...lookBack,
  ...meeting,
  ...meetingParts,
  ...membership,
  ...network,
  ...newcomer,
  ...nomination,
  ...nominationAnswered,
  ...notes,
  ...ownRole,
  ...people,
  ...person,
  ...platforms,
  ...publicPage,
  ...refusal,
  ...reopening,
  ...rest,
  ...role,
  ...roleSuggestion,
  ...serverRole,
  ...settings,
  ...share,
  ...sought,
  ...standIn,
  ...supportCards,
  ...supportTeam,
  ...talk,
  ...trouble,
};
