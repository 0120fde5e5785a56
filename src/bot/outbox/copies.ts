/** What came of something that was said and stays: where its copy stands, and that it says what is so. */
import { isDeepStrictEqual } from 'node:util';
import { reviseCopies } from '../../commands/effects.ts';
import type { Wish } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Card } from '../../platform/card.ts';
import type { Posted } from '../../platform/place.ts';
import type { Tx } from '../../store/engine.ts';
import * as posts from '../../store/posts.ts';
import { draw } from '../drawing/draw.ts';
import { type Wishes, wishing } from '../wishes.ts';
import type { Stage, WishOf } from './doing.ts';

interface Said {
  readonly posted: Posted;
  /** What it says; of one that was found, that isn't known. */
  readonly card: Card | undefined;
  readonly language: Language;
}

export const noteCopy = (
  { cop, effect }: Stage,
  tx: Tx,
  { message, about }: WishOf<'post' | 'whisper'>,
  { posted, language }: Said,
): Promise<void> =>
  posts.add(
    tx,
    cop.networkId,
    { effectId: effect.id, workspace: cop.workspace, channelId: posted.channel.id, messageId: posted.id, language },
    message,
    about,
  );

/** Decided while it was on its way, or since it was lost sight of: nobody has revised it yet. */
export async function catchUp(
  stage: Stage,
  tx: Tx,
  wishes: Wishes,
  wish: WishOf<'post' | 'whisper' | 'revise'>,
  { posted, card, language }: Said,
  addressee?: PersonId,
): Promise<void> {
  const asItIs = card && (await draw(stage, tx, wish, language, addressee).catch(unlessGone));
  if (card && (asItIs === undefined || isDeepStrictEqual(card, asItIs))) return;
  const only = { channel: posted.channel.id, id: posted.id };
  const revise = { ...reviseCopies(stage.cop, wish.message, wish.about).wish, only } as Wish;
  wishing(wishes, stage.now)(stage.effect.lane, { cop: stage.cop, wish: revise });
}

/** What it tells of was let go while it was on its way: it is left as it was said. */
function unlessGone(error: unknown): undefined {
  if (!(error instanceof Refusal && error.reason === 'closed-door')) throw error;
}
