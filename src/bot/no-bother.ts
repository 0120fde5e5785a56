import type { Cop } from '../domain/cop.ts';
import type { PersonId } from '../domain/ids.ts';
import type { ChatPlatform } from '../platform/chat-platform.ts';
import type { Db } from '../store/engine.ts';
import * as settings from '../store/settings.ts';
import { accountOfPerson } from './addresses.ts';
import { hoursIn } from './hours.ts';

/** From when on it is no bother to somebody: their own time zone, where the platform tells it, else the workspace's, else the operator's. */
export async function noBotherFrom(
  db: Db,
  platform: ChatPlatform,
  cop: Cop,
  person: PersonId,
  now: number,
  zone: string,
): Promise<number> {
  const told = await platform.timeZoneOf(await accountOfPerson(db, cop, person));
  const { timeZone } = await settings.of(db, cop.networkId, cop.workspace);
  return hoursIn(told ?? timeZone ?? zone).openFrom(now);
}
