/** From what a command wished for to what a platform is asked: names become accounts and channels, messages become cards. */

import { isDeepStrictEqual } from 'node:util';
import { post, reviseCopies } from '../../commands/effects.ts';
import { homeOf } from '../../commands/home/view.ts';
import type { Cop } from '../../domain/cop.ts';
import { spaceNameOf } from '../../domain/cop.ts';
import { lane, type Wish, type WishKind } from '../../domain/effect.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Known } from '../../domain/person.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import { purposeOf, topicOf } from '../../messages/cop.ts';
import type { Guides } from '../../messages/guide.ts';
import { cardIn, plainIn } from '../../messages/language.ts';
import { attempting } from '../../platform/attempt.ts';
import type { Card } from '../../platform/card.ts';
import type { ChatPlatform, ReplyRef } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as cops from '../../store/cops.ts';
import type { StoredEffect } from '../../store/effects.ts';
import type { Db, Tx } from '../../store/engine.ts';
import * as memberships from '../../store/memberships.ts';
import * as posts from '../../store/posts.ts';
import { accountOf, accountOfPerson, accountsOf, addresseeOf, channel, postedAt, spaceHere } from '../addresses.ts';
import { draw, replyOf } from '../drawing/draw.ts';
import { findOrDo } from './find-or-do.ts';
import { keepForum } from './forum.ts';
import type { KeptFiles } from '../files/kept-files.ts';
import { languageOfAddressee, languageOfPerson, languageOfPlace } from '../drawing/languages.ts';
import { leaveRoles } from '../leave-roles.ts';
import { documentPerformers } from './perform-documents.ts';
import { filePerformers } from './perform-files.ts';
import { pressedPerformers } from './perform-pressed.ts';
import { rolePerformers } from './perform-roles.ts';
import { revised } from './revise.ts';
import { type Wishes, wishing } from '../wishes.ts';
import type { Seal } from '../seal.ts';

export interface Stage {
  readonly db: Db;
  readonly platform: ChatPlatform;
  readonly guides: Readonly<Record<Language, Guides>>;
  readonly publicUrl: string | undefined;
  readonly seal: Seal;
  readonly cop: Cop;
  readonly effect: StoredEffect;
  readonly now: number;
  /** Of an answer: the card that stands there already. */
  readonly stands: Card | undefined;
  readonly files: KeptFiles | undefined;
  readonly log: Log;
}

/** Written in the transaction that settles the effect; may wish for more. */
export type Receipt = (tx: Tx, wishes: Wishes) => Promise<void>;
const nothing: Receipt = async () => {};

type Performed = Exclude<WishKind, 'consider'>;
export type Performers = {
  readonly [K in Performed]: (stage: Stage, wish: Extract<Wish, { kind: K }>) => Promise<Receipt>;
};

const performers: Performers = {
  ...documentPerformers,
  ...rolePerformers,
  ...filePerformers,
  ...pressedPerformers,

  async 'open-space'(stage) {
    const { db, cop } = stage;
    const everybody = await memberships.everybody(db, cop.networkId, cop.id, cop.workspace);
    const accounts = (role: Known['role']) =>
      everybody.filter(one => one.role === role).flatMap(one => accountOf(one, cop) ?? []);
    const input = {
      workspace: workspaceOf(cop.workspace),
      name: spaceNameOf(cop),
      topic: topicOf(cop),
      purpose: await purposeHere(stage),
      facilitators: accounts('facilitator'),
      members: accounts('member'),
      except: (await cops.spacesIn(db, cop.networkId, cop.workspace)).map(id => channel(cop, id)),
    };
    const space = await findOrDo(stage, 'open-space', input);
    return async (tx, wishes) => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      if (!current) return;
      await cops.save(tx, { ...current, state: 'open', spaceId: space.id, spaceName: space.name });
      if (stage.effect.error?.startsWith('forbidden'))
        wishing(wishes, stage.now)(
          lane.person(cop.starterId),
          post(cop, 'cop-ready', cop.starterId, { kind: 'cop', id: cop.id }),
        );
    };
  },

  async 'describe-space'(stage) {
    const { platform, cop } = stage;
    await platform.perform['describe-space'](
      { space: spaceHere(cop), topic: topicOf(cop), purpose: await purposeHere(stage) },
      '',
    );
    return nothing;
  },

  async 'rename-space'(stage) {
    const { platform, cop, effect } = stage;
    const { name } = await platform.perform['rename-space'](
      { space: spaceHere(cop), name: spaceNameOf(cop), topic: topicOf(cop), purpose: await purposeHere(stage) },
      effect.id,
    );
    return async tx => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      if (current && current.spaceName !== name) await cops.save(tx, { ...current, spaceName: name });
    };
  },

  async admit({ db, platform, cop, effect }, wish) {
    await platform.perform.admit({ space: spaceHere(cop), who: await accountsOf(db, cop, wish.people) }, effect.id);
    return async tx => {
      await memberships.mark(tx, cop.networkId, cop.id, wish.people, 'joining', 'member');
    };
  },

  async remove({ db, platform, cop, effect, now }, wish) {
    await platform.perform.remove({ space: spaceHere(cop), who: await accountsOf(db, cop, wish.people) }, effect.id);
    return async (tx, wishes) => {
      await memberships.mark(tx, cop.networkId, cop.id, wish.people, 'member', 'left');
      for (const person of wish.people) await leaveRoles(tx, cop, person, now, wishes);
    };
  },

  'make-facilitator': (stage, wish) => setFacilitator(stage, 'make-facilitator', wish.person),
  'unmake-facilitator': (stage, wish) => setFacilitator(stage, 'unmake-facilitator', wish.person),

  async forum(stage, wish) {
    await keepForum(stage, wish.person, input => findOrDo(stage, 'open-space', input));
    return nothing;
  },

  async post(stage, wish) {
    const { db, cop, effect } = stage;
    const to = await addresseeOf(db, cop, wish);
    if (!to) return nothing;
    const language = await languageOfAddressee(stage, wish);
    const card = await draw(stage, db, wish, language);
    const posted = await findOrDo(stage, 'post', { to, card });
    return async (tx, wishes) => {
      await posts.add(
        tx,
        cop.networkId,
        { effectId: effect.id, workspace: cop.workspace, channelId: posted.channel.id, messageId: posted.id, language },
        wish.message,
        wish.about,
      );
      if (same(card, await draw(stage, tx, wish, language))) return;
      const only = { channel: posted.channel.id, id: posted.id }; // decided while it was on its way: nobody has revised it yet
      const revise = { ...reviseCopies(cop, wish.message, wish.about).wish, only } as Wish;
      wishing(wishes, stage.now)(effect.lane, { cop, wish: revise });
    };
  },

  async revise(stage, wish) {
    const { db, cop } = stage;
    await revised(
      stage,
      wish,
      (one, language) => draw(stage, db, one, language),
      post => postedAt(cop, post),
    );
    return nothing;
  },

  async pin({ db, platform, cop, effect }, wish) {
    const post = await posts.byEffect(db, cop.networkId, wish.posted);
    if (post) await platform.perform.pin({ message: postedAt(cop, post) }, effect.id);
    return nothing;
  },

  async 'show-home'({ db, platform, cop, effect }, { person }) {
    const of = await accountOfPerson(db, cop, person);
    const home = cardIn(
      await homeOf(db, { network: cop.networkId, workspace: cop.workspace, person }),
      await languageOfPerson({ db, platform, cop }, person),
    );
    await platform.perform['show-home']({ of, home }, effect.id);
    return nothing;
  },

  async answer(stage, wish) {
    const { db, platform, seal, cop, effect } = stage;
    const card = await draw(stage, db, wish, await languageOfAddressee(stage, wish));
    if (isDeepStrictEqual(card, stage.stands)) return nothing; // on Slack, an answer to a slash command can't be drawn over: each is one more
    const reply = replyOf(seal, wish);
    if (reply && reply.expiresAt > stage.now && (await answered(platform, reply, card, effect.id))) return nothing;
    await findOrDo(stage, 'post', { to: { person: await accountOfPerson(db, cop, wish.to) }, card });
    return nothing;
  },
};

const purposeHere = async (stage: Stage): Promise<string> =>
  plainIn(purposeOf(stage.cop), await languageOfPlace(stage));

export async function perform(stage: Stage): Promise<Receipt> {
  const perform = performers[stage.effect.wish.kind as Performed] as (stage: Stage, wish: Wish) => Promise<Receipt>;
  return attempting(stage.effect.id, () => perform(stage, stage.effect.wish));
}

async function answered(platform: ChatPlatform, reply: ReplyRef, card: Card, key: string): Promise<boolean> {
  try {
    await platform.perform.answer({ reply, card }, key);
    return true;
  } catch (error) {
    if (error instanceof PlatformError && (error.kind === 'rate-limited' || error.kind === 'unreachable')) throw error;
    return false;
  }
}

async function setFacilitator(
  { db, platform, cop, effect }: Stage,
  kind: 'make-facilitator' | 'unmake-facilitator',
  person: PersonId,
): Promise<Receipt> {
  await platform.perform[kind]({ space: spaceHere(cop), who: await accountOfPerson(db, cop, person) }, effect.id);
  return nothing;
}

const same = (one: Card, other: Card): boolean => isDeepStrictEqual(one, other);
