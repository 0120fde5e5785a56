/** Drawings become pictures once the answer is known: nobody else's press waits for that. */

import { drawnAside } from '../../pictures/png.ts';
import type { Block, Card } from '../../platform/card.ts';
import type { Answer } from '../../platform/chat-platform.ts';
import type { Bot } from '../the-bot.ts';

export async function withPictures(bot: Pick<Bot, 'log'>, answer: Answer): Promise<Answer> {
  if (!('say' in answer) || !answer.say.body.some(block => block.kind === 'drawing')) return answer;
  const body = await Promise.all(answer.say.body.map(block => pictured(bot, block)));
  return { ...answer, say: { ...answer.say, body } satisfies Card };
}

async function pictured({ log }: Pick<Bot, 'log'>, block: Block): Promise<Block> {
  if (block.kind !== 'drawing') return block;
  const { name, alt, svg } = block;
  try {
    return { kind: 'picture', png: await drawnAside(svg), name, alt };
  } catch (err) {
    log.warn({ err, name }, 'a drawing could not be made a picture; it is told in words');
    return block;
  }
}
