import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import type { Db } from '../../store/engine.ts';
import * as settings from '../../store/settings.ts';
import { accountsOf } from '../addresses.ts';
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
  const [account] = await accountsOf(db, cop, [person]);
  const told = account && (await platform.timeZoneOf(account));
  const { timeZone } = await settings.of(db, cop.networkId, cop.workspace);
  return hoursIn(told ?? timeZone ?? zone).openFrom(now);
}
