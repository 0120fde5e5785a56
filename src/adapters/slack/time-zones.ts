/** The time zone that somebody has chosen in Slack. Asked when it matters, and believed for a day. docs.slack.dev/reference/objects/user-object */
import type { webApi } from '@slack/bolt';
import type { Log } from '../../platform/log.ts';

const believedMs = 24 * 3600_000;
const most = 1000;

export function timeZones(
  client: () => webApi.WebClient,
  log: Log,
  now: () => number,
): (user: string) => Promise<string | undefined> {
  const known = new Map<string, { readonly zone: string | undefined; readonly until: number }>();
  return async user => {
    const before = known.get(user);
    if (before && before.until > now()) return before.zone;
    try {
      const { user: told } = await client().users.info({ user });
      if (known.size >= most) known.clear();
      known.set(user, { zone: told?.tz, until: now() + believedMs });
      return told?.tz;
    } catch (err) {
      log.warn({ err }, "Slack did not tell somebody's time zone; the workspace's is taken for it");
      return undefined;
    }
  };
}
