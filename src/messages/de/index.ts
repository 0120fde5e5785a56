/** German, one file per noun as in the folder above. */
export const german: Readonly<Record<string, string>> = {};
