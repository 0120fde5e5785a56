import { german } from '../../src/messages/de/index.ts';
import { guideLabels } from '../../src/messages/guide.ts';
import { type Card, type Form, flat, type Text, textOf, writtenTime } from '../../src/platform/card.ts';
import type { Answer } from '../../src/platform/chat-platform.ts';

/** A card's words as they read, without a platform. */
export function wordsOf(card: Card): string {
  const body = card.body.map(block => {
    if (block.kind === 'text')
      return [
        plain(block.text),
        ...(block.buttons ?? []).map(button => `[${button.label}]`),
        ...(block.menu?.buttons.length
          ? [`[${block.menu.label}: ${block.menu.buttons.map(one => one.label).join(', ')}]`]
          : []),
      ].join(' ');
    if (block.kind === 'facts') return block.facts.map(fact => `${fact.label}: ${plain(fact.value)}`).join('\n');
    if (block.kind === 'guide') return `${block.title}\n${block.markdown}`;
    return block.kind === 'picture' || block.kind === 'drawing' ? block.alt : '';
  });
  return [card.title && plain(card.title), ...body, ...(card.buttons ?? []).map(button => `[${button.label}]`)]
    .filter(Boolean)
    .join('\n');
}

export const plain = (text: Text): string =>
  flat(text)
    .map(part => {
      if (part.kind === 'words') return part.words.replaceAll('**', '');
      if (part.kind === 'data') return part.data;
      if (part.kind === 'who') return `@${part.who.name}`;
      if (part.kind === 'space') return `#${part.name}`;
      if (part.kind === 'slash') return `/${part.slash}`;
      return part.kind === 'at' ? writtenTime(part.at, part.style === 'ago' ? 'ago' : 'day') : part.label;
    })
    .join('');

export const errorsOf = (form: Form): Record<string, string> =>
  Object.fromEntries(form.fields.flatMap(field => (field.error ? [[field.name, plain(textOf(field.error))]] : [])));

/** As the guides' own files say them, in each language. */
const titles: ReadonlySet<string> = new Set(Object.values(guideLabels));

/** What a command's answer says; words of ours given as if people had written them would stay English in every language. */
export function answerWords(answer: Answer): string {
  if (!('say' in answer)) return JSON.stringify(errorsOf(answer.mend));
  const { title = [], body } = answer.say;
  const texts = body.flatMap(block => {
    if (block.kind === 'facts') return block.facts.map(fact => fact.value);
    return block.kind === 'text' ? [block.text] : [];
  });
  for (const part of flat([title, ...texts].flat()))
    if (part.kind === 'data' && german[part.data] !== undefined && !titles.has(part.data))
      throw new Error(`“${part.data}” is ours and needs textOf(…): in German it would still say so`);
  return wordsOf(answer.say);
}
