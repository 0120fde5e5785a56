/** One effect, whole: what is asked of a platform, and all that the other rooms need to know of it. */
import type { Cop } from '../../domain/cop.ts';
import type { Wish, WishKind } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Card } from '../../platform/card.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import type { StoredEffect } from '../../store/effects.ts';
import type { Tx } from '../../store/engine.ts';
import type { Step } from '../drawing/how-far.ts';
import type { Bot } from '../the-bot.ts';
import type { Wishes } from '../wishes.ts';

/** Where an effect is performed. */
export interface Stage {
  readonly bot: Bot;
  readonly platform: ChatPlatform;
  readonly cop: Cop;
  readonly effect: StoredEffect;
  readonly now: number;
  /** Of an answer: the card that stands there already. */
  readonly stands?: Card | undefined;
}

/** Written in the transaction that settles the effect; may wish for more. */
export type Receipt = (tx: Tx, wishes: Wishes) => Promise<void>;
export const nothing: Receipt = async () => {};

export type WishOf<K extends WishKind> = Extract<Wish, { kind: K }>;
export type Within = Pick<Cop, 'id' | 'networkId' | 'workspace'>;

export interface Doing<K extends WishKind> {
  /** Whether it is one person's alone, so that nobody else has to mend it where it can't be done. */
  toOne(wish: WishOf<K>): boolean;
  /** In whose Home it shows once it is settled. */
  concerns(tx: Tx, cop: Within, wish: WishOf<K>): Promise<readonly PersonId[]>;
  /** Of a CoP's start, as the starter sees it go on. */
  readonly step: Step | undefined;
  /** What the platform will tell of as if people had done it. */
  readonly echoes: 'people' | 'pins' | undefined;
  /** Fails with a PlatformError only, but for the database's own trouble. */
  perform(stage: Stage, wish: WishOf<K>): Promise<Receipt>;
}

export const forOne = () => true;
export const forAll = () => false;
export const nobody = async (): Promise<readonly PersonId[]> => [];
