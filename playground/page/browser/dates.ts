/** Dates and times as the reader's client shows them: in their language, and where a platform knows it, their time zone. */
export interface Reader {
  readonly locale: string;
  readonly timeZone?: string | undefined;
}

const kept = new Map<string, Intl.DateTimeFormat>();

function shown(at: Date, { locale, timeZone }: Reader, style: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, timeZone, style]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, { ...(timeZone ? { timeZone } : {}), ...style });
  kept.set(key, format);
  return format.format(at);
}

export const clock = (at: number, reader: Reader): string =>
  shown(new Date(at), reader, { hour: '2-digit', minute: '2-digit' });
export const clockToTheSecond = (at: number, reader: Reader): string =>
  shown(new Date(at), reader, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const short = { day: 'numeric', month: 'short' } as const;
const full = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

const dayNumber = (at: Date, reader: Reader): number =>
  Math.round(Date.parse(`${shown(at, { ...reader, locale: 'en-CA' }, { dateStyle: 'short' })}T00:00Z`) / 86_400_000);

const nearby = (days: number, { locale }: Reader): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');

/** docs.slack.dev/messaging/formatting-message-text#date-formatting */
function slackToken(token: string, at: Date, reader: Reader, inRichText: boolean): string | undefined {
  const pretty = token.endsWith('_pretty') || token === 'date_pretty';
  const days = dayNumber(at, reader) - dayNumber(new Date(), reader);
  if (pretty && Math.abs(days) <= 1) return nearby(days, reader);
  switch (token.replace(/_pretty$/, '')) {
    case 'date_num':
      return shown(at, reader, { year: 'numeric', month: '2-digit', day: '2-digit' });
    case 'date':
      return shown(at, reader, inRichText ? { day: 'numeric', month: 'long' } : full);
    case 'date_short':
      return shown(at, reader, { ...short, year: 'numeric' });
    case 'date_long':
    case 'date_long_full':
      return shown(at, reader, { ...full, weekday: 'long' });
    case 'time':
      return shown(at, reader, time);
    case 'time_secs':
      return shown(at, reader, { ...time, second: '2-digit' });
    case 'ago':
      return inRichText ? ago(at, reader) : undefined;
  }
}

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function ago(at: Date, { locale }: Reader): string {
  const seconds = Math.round((at.getTime() - Date.now()) / 1000);
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / length), unit);
}

/** discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const discordStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: time,
  T: { ...time, second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: full,
  f: { ...full, ...time },
  F: { ...full, ...time, weekday: 'long' },
};

export function slackDate(seconds: number, format: string, reader: Reader, inRichText = false): string {
  const at = new Date(seconds * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => slackToken(token, at, reader, inRichText) ?? whole);
}

export function discordDate(seconds: number, style: string, reader: Reader): string {
  const at = new Date(seconds * 1000);
  return style === 'R' ? ago(at, reader) : shown(at, reader, discordStyles[style] ?? { ...full, ...time });
}
