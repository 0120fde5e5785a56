/** Each string of the card that our own words stand in: what somebody wrote is never among them. */
export function ourWords(card: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(card, (key, value) => {
    if ((key === 'words' || key === 'markdown') && typeof value === 'string') found.push(value);
    if (key === 'pieces' && Array.isArray(value)) found.push(...value);
    return value;
  });
  return found;
}
