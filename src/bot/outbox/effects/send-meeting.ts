import { calendarFile } from '../../../calendars/calendar-file.ts';
import { calendarFileCard, calendarFileName, inCalendar } from '../../../messages/calendar.ts';
import { cardIn } from '../../../messages/language.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as calendars from '../../../store/meeting-calendars.ts';
import * as meetings from '../../../store/meetings.ts';
import { accountOfPerson, personHere, spaceHere } from '../../addresses.ts';
import { languageOfPerson } from '../../drawing/languages.ts';
import { temporarily } from '../../files/temporary.ts';
import { type Doing, forOne, nobody, nothing } from '../doing.ts';
import { findOrDo } from '../find-or-do.ts';

/** A meeting as it is by now, to who has it in their calendar; not where they have it so already. */
export const sendMeeting: Doing<'send-meeting'> = {
  toOne: forOne,
  concerns: nobody,
  step: undefined,
  echoes: undefined,

  async perform(stage, { meeting: id, to }) {
    const { bot, cop } = stage;
    const { db } = bot.store;
    const found = await meetings.withCop(db, cop.networkId, id);
    if (!found) throw new PlatformError('gone', 'no_meeting', { whose: 'message' });
    const { meeting } = found;
    const { intendedAt } = stage.effect;
    if (intendedAt !== undefined && meeting.changedAt > intendedAt) return nothing; // changed since this was begun: the change sends it, as it is now
    const has = await calendars.sequenceOf(db, meeting, to);
    const language = await languageOfPerson(stage, to);
    const stands = inCalendar(meeting, cop, language);
    if (has === undefined || stands === undefined || has >= stands.sequence) return nothing;
    if (!(await personHere(db, cop, to))?.role) return nothing; // has left meanwhile
    const changed = stands.isOff ? 'off' : has === calendars.unsent ? 'taken' : 'changed';
    const place = { person: await accountOfPerson(db, cop, to), orIn: spaceHere(cop) };
    const file = { name: calendarFileName, type: 'text/calendar', bytes: Buffer.from(calendarFile(stands)) };
    await temporarily(file, sent =>
      findOrDo(stage, 'send-file', {
        to: place,
        card: cardIn(calendarFileCard({ meeting, cop }, changed), language),
        file: sent,
      }),
    );
    return tx => calendars.sent(tx, meeting, to, stands.sequence);
  },
};
