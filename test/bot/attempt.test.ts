/** Whose trouble it is that an effect could not be done: a platform's, which settles it; or the store's own, after which it is tried again as it is. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addresseeOf } from '../../src/bot/addresses.ts';
import { attempts } from '../../src/bot/outbox/attempt.ts';
import { noWishes, wishing } from '../../src/bot/wishes.ts';
import { describeSpace } from '../../src/commands/effects.ts';
import type { Cop } from '../../src/domain/cop.ts';
import { lane } from '../../src/domain/effect.ts';
import type { CopId, EffectId } from '../../src/domain/ids.ts';
import type { ChatPlatform } from '../../src/platform/chat-platform.ts';
import { PlatformError } from '../../src/platform/platform-error.ts';
import * as cops from '../../src/store/cops.ts';
import * as effects from '../../src/store/effects.ts';
import { type Village, village } from '../support/village.ts';

let it_: Village;
let cop: Cop;
beforeEach(async () => {
  it_ = await village();
  await it_.store.db.deleteFrom('effects').execute();
  const { network_id } = await it_.store.db.selectFrom('cops').select('network_id').executeTakeFirstOrThrow();
  cop = (await cops.byId(it_.store.db, network_id, it_.cop as CopId)) as Cop;
});
afterEach(() => it_.store.close());

it("the store's own, met by an adapter that asks of it, is nobody's no", async () => {
  const wishes = noWishes();
  wishing(wishes, it_.bot.clock.now())(lane.cop(cop.id), describeSpace(cop));
  await it_.store.db.transaction().execute(tx => effects.add(tx, wishes.effects));
  const [effect] = wishes.effects as [effects.StoredEffect];
  const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  const meets = new PlatformError('invalid', 'bug', { cause: busy });
  const platform = { perform: { 'describe-space': () => Promise.reject(meets) } } as unknown as ChatPlatform;
  const attempt = attempts(it_.bot, { last: async () => undefined } as never);
  await expect(attempt(platform, effect)).rejects.toThrow(meets);
  expect((await effects.byId(it_.store.db, cop.networkId, effect.id))?.state).toBe('intended');
});

it('what was to stand below a card of a meeting that was deleted since stands in the space, and nothing else does', async () => {
  const below = { below: 'gone' as EffectId };
  const about = { kind: 'meeting', id: it_.meeting as never } as const;
  const news = { kind: 'post', cop: cop.id, to: below, message: 'meeting-changed', about } as const;
  expect(await addresseeOf(it_.store.db, cop, news)).toMatchObject({ id: cop.spaceId });
  const whole = { ...news, message: 'whole-start-up', about: { kind: 'cop', id: cop.id } } as const;
  expect(await addresseeOf(it_.store.db, cop, whole)).toBeUndefined();
});
