/** The CoP that somebody means; or what to say where that isn't clear. */
import { called, everyCop, type ToldCop } from '../store/cops-told.ts';
import type { Reader } from '../store/engine.ts';

const few = 10;

export async function oneCop(reader: Reader, words: string): Promise<ToldCop | { readonly says: string }> {
  const all = await everyCop(reader);
  const found = called(all, words);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1) return { says: `There are ${found.length} of that name. Take one by its id:\n${lines(found)}` };
  const near = all.filter(one => one.name.toLowerCase().includes(words.trim().toLowerCase()));
  const offered = near.length > 0 ? near : all;
  return { says: `There is no CoP ${words}.${offered.length > 0 ? ` There are:\n${lines(offered)}` : ''}` };
}

const lines = (cops: readonly ToldCop[]): string => {
  const shown = cops.slice(0, few).map(one => `  ${one.id}  ${one.name}  (${one.state}, in ${one.workspace})`);
  return [...shown, ...(cops.length > few ? [`  and ${cops.length - few} more`] : [])].join('\n');
};
