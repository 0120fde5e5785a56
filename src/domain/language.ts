export const languages = ['en', 'de'] as const;
/** What the bot can say everything in. */
export type Language = (typeof languages)[number];

/** Of a BCP 47 tag, as platforms and browsers tell it (`de-AT`); nothing for one that is not spoken here. */
export function spokenIn(locale: string | undefined): Language | undefined {
  const primary = locale?.toLowerCase().split(/[-_]/)[0];
  return languages.find(one => one === primary);
}

export const languageOf = (locale: string | undefined): Language => spokenIn(locale) ?? 'en';
