import type { Hours } from '../../domain/hours.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { ChatPlatform } from '../../platform/chat-platform.ts';
import type { StoredClock } from '../../store/clocks.ts';
import type { Db } from '../../store/engine.ts';
import * as settings from '../../store/settings.ts';
import { accountsOf } from '../addresses.ts';
import { hoursIn } from './hours.ts';

/** Whom a clock minds: in their own time zone, where the platform tells it, else the workspace's, else the operator's. */
export async function whoseHours(
  db: Db,
  platform: ChatPlatform | undefined,
  { networkId, copId, workspace, minding }: StoredClock,
  zone: string,
): Promise<Hours | undefined> {
  if (minding === undefined) return undefined;
  const told = minding === 'workspace' ? undefined : await zoneOf(minding);
  return hoursIn(told ?? (await settings.of(db, networkId, workspace)).timeZone ?? zone);

  async function zoneOf(person: PersonId): Promise<string | undefined> {
    const [account] = await accountsOf(db, { id: copId, networkId, workspace }, [person]);
    return account && platform?.timeZoneOf(account);
  }
}
