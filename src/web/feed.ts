/** Somebody's meetings, for their calendar program: read by an address that they alone have. */
import { calendarFeed } from '../calendars/calendar-file.ts';
import { feedSecretIn } from '../domain/feed.ts';
import { languageOf } from '../domain/language.ts';
import { inCalendar } from '../messages/calendar.ts';
import { feedName } from '../messages/calendar-feed.ts';
import { feedOf } from '../store/calendar-feeds.ts';
import type { Db } from '../store/engine.ts';

export async function feed(db: Db, file: string, now: number): Promise<string | undefined> {
  const secret = feedSecretIn(file);
  const found = secret === undefined ? undefined : await feedOf(db, secret, now);
  if (!found) return undefined;
  const language = languageOf(found.locale);
  const all = found.meetings.flatMap(({ meeting, cop }) => inCalendar(meeting, cop, language) ?? []);
  return calendarFeed(feedName(language), all);
}
