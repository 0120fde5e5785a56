/** The private address under which somebody's calendar program reads when they meet. */
export const feedPathOf = (secret: string): string => `/calendar/${secret}.ics`;

/** Of what was asked for below `/calendar/`; nothing where it can't be one. */
export const feedSecretIn = (file: string): string | undefined => /^([\w-]{43})\.ics$/.exec(file)?.[1];
