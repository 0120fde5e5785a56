/**
 * How long all blocks of a posted message are together: their words, and something for each block. No number is documented; these fit what
 * was measured: github.com/slackapi/bolt-js/issues/2509 and /2867. Answers by way of a response_url aren't measured so.
 */
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import type { Json } from './state.ts';

const wordsIn = (node: unknown): number => {
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + wordsIn(one), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) => sum + (key === 'text' && typeof value === 'string' ? value.length : wordsIn(value)),
    0,
  );
};

export function refuseTooLong(blocks: readonly Json[] = []): void {
  if (wordsIn(blocks) + blocks.length * limits.blockItself > limits.messageBlocksWords) refuse('msg_blocks_too_long');
}
