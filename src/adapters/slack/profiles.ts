/**
 * What Slack tells of somebody besides their id: payloads hold a handle at most. Asked once and believed for a day, whether they
 * administer the workspace for five minutes. docs.slack.dev/reference/objects/user-object, docs.slack.dev/reference/methods/users.info
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { tidied } from '../../domain/words.ts';
import { passes } from '../../platform/again.ts';
import type { Log } from '../../platform/log.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { toPlatformError } from './errors.ts';
import type { Values } from './forms.ts';

export interface Profile {
  readonly name: string;
  readonly bot: boolean;
  readonly guest: boolean;
  readonly gone: boolean;
  readonly admin: boolean;
  /** Their own, and in an organisation all that they are in. */
  readonly teams: readonly string[];
  /** BCP 47. */
  readonly locale: string | undefined;
  /** IANA. */
  readonly timeZone: string | undefined;
}
/** Nothing, where Slack doesn't tell. `fresh`: as they are within these milliseconds. */
export interface Profiles {
  (user: string, fresh?: number): Promise<Profile | undefined>;
  /** For what nobody waits for: fails where Slack doesn't tell now. Nothing, where that is its last word. `fresh`: and as told since `doubts`. */
  surely(user: string, fresh?: number): Promise<Profile | undefined>;
  /** Slack may have told something that nobody heard. */
  doubts(): void;
  /** Without asking. */
  known(user: string, fresh?: number): Profile | undefined;
  /** Slack told by itself how they are now. */
  told(user: SlackUser): void;
  /** They are asked about anew; nobody named: everybody is. */
  forgets(user: string | undefined): void;
}

const believedMs = 24 * 3600_000;
export const adminBelievedMs = 5 * 60_000;
/** At a look: whoever is deactivated goes on facilitating until then, where nobody heard of it. */
export const lookBelievedMs = 6 * 3600_000;
const most = 1000;
/** Somebody waits for what is merely nicer to know. */
const patienceMs = 800;

export function profiles(client: () => webApi.WebClient, log: Log, now: () => number): Profiles {
  const known = new Map<string, Asked>();
  let doubted = Number.NEGATIVE_INFINITY;
  const ask = async (user: string): Promise<Profile> => {
    const { user: told } = await client().users.info({ user, include_locale: true });
    if (!told) throw new PlatformError('unknown-outcome', 'no_profile');
    return profileOf(user, told);
  };
  const lately = (user: string, fresh = believedMs): Asked | undefined => {
    const before = known.get(user);
    return before && !before.told?.gone && now() - before.at < fresh ? before : undefined; // who has left may be back
  };
  const asked = (user: string, fresh?: number): Promise<Profile> => {
    const before = lately(user, fresh);
    if (before) return before.profile;
    if (known.size >= most) known.clear();
    const asking: Asked = { profile: ask(user), at: now() };
    known.set(user, asking);
    asking.profile.then(
      profile => {
        asking.told = profile;
      },
      () => known.get(user) === asking && known.delete(user),
    );
    return asking.profile;
  };
  const about = (user: string, fresh?: number) =>
    asked(user, fresh).catch((err: unknown) => {
      log.warn(
        { err },
        'Slack did not tell about somebody: their language, time zone and rights are taken for the usual',
      );
      return undefined;
    });
  return Object.assign(about, {
    surely: (user: string, fresh?: number) =>
      asked(user, fresh && Math.min(fresh, now() - doubted)).catch((error: unknown) => {
        const ours = toPlatformError(error);
        if (ours.whose === 'bot' || passes(ours)) throw ours;
        return undefined;
      }),
    doubts: () => {
      doubted = now();
    },
    known: (user: string, fresh?: number) => lately(user, fresh)?.told,
    forgets: (user: string | undefined) => void (user === undefined ? known.clear() : known.delete(user)),
    told(user: SlackUser) {
      const before = user.id && known.get(user.id);
      if (!user.id || !before) return;
      const { locale = before.told?.locale } = user; // events may leave it out
      const told = { ...profileOf(user.id, user), locale };
      if (locale) known.set(user.id, { profile: Promise.resolve(told), at: now(), told });
      else known.delete(user.id); // asked anew
    },
  });
}

interface Asked {
  readonly profile: Promise<Profile>;
  readonly at: number;
  told?: Profile;
}

export type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

/** Of who is deactivated, the profile alone tells it. github.com/slackhq/slack-api-docs/issues/15. What nobody sees would turn the words around it. */
export const nameOf = ({ profile, real_name, name }: SlackUser): string =>
  [profile?.display_name, real_name, profile?.real_name, name].map(one => tidied(one ?? '')).find(Boolean) ?? '';

/** Slack's own: `is_bot` is false of it, and its messages bear no app's id. */
export const slackbot = 'USLACKBOT';

const profileOf = (id: string, user: SlackUser): Profile => ({
  name: nameOf(user),
  bot: user.is_bot === true || id === slackbot,
  guest: user.is_restricted === true || user.is_ultra_restricted === true,
  gone: user.deleted === true,
  admin: user.is_admin === true || user.is_owner === true,
  teams: [user.team_id ?? [], user.enterprise_user?.teams ?? []].flat(),
  locale: user.locale,
  timeZone: user.tz,
});

export const soonTold = <T>(told: Promise<T | undefined>): Promise<T | undefined> =>
  Promise.race([told, sleep(patienceMs, undefined, { ref: false })]);

/** Who was chosen in a form: Slack tells their ids. */
export const idsIn = (values: Values): readonly string[] =>
  Object.values(values)
    .flatMap(given => Object.values(given))
    .flatMap(({ selected_user, selected_users }) => [
      ...(selected_user ? [selected_user] : []),
      ...(selected_users ?? []),
    ]);
