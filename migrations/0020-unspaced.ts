/** What is searched of documents in scripts without spaces gets the pairs of characters that it holds, as those that are saved from now on. */
import { type Kysely, sql } from 'kysely';

const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const written = (character: string): string => `zq${character.codePointAt(0)?.toString(16).padStart(6, '0')}`;
const withPairs = (words: string): string => {
  const pairs = [...words.matchAll(run)].flatMap(([found]) =>
    [...found].map((character, n, all) => written(character) + (n + 1 < all.length ? written(all[n + 1] ?? '') : '')),
  );
  return [words, ...new Set(pairs)].join(' ');
};

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ n: number; folded: string; folded_more: string }>`
    select n, folded, folded_more from documents`.execute(db);
  for (const { n, folded, folded_more } of rows) {
    const [title, more] = [withPairs(folded), withPairs(folded_more)];
    if (title === folded && more === folded_more) continue;
    await sql`update documents set folded = ${title}, folded_more = ${more} where n = ${n}`.execute(db);
  }
}
