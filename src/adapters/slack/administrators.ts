/** Who administers the workspace. Asked of Slack when it matters, and believed for a few minutes. docs.slack.dev/reference/objects/user-object */
import type { webApi } from '@slack/bolt';
import type { Log } from '../../platform/log.ts';

const believedMs = 5 * 60_000;
const most = 1000;

export function administrators(
  client: webApi.WebClient,
  log: Log,
  now: () => number,
): (user: string) => Promise<boolean> {
  const known = new Map<string, { readonly admin: boolean; readonly until: number }>();
  return async user => {
    const before = known.get(user);
    if (before && before.until > now()) return before.admin;
    try {
      const { user: told } = await client.users.info({ user });
      const admin = told?.is_admin === true || told?.is_owner === true;
      if (known.size >= most) known.clear();
      known.set(user, { admin, until: now() + believedMs });
      return admin;
    } catch (err) {
      log.warn({ err }, 'Slack did not tell whether somebody is an administrator; they are taken for none');
      return false;
    }
  };
}
