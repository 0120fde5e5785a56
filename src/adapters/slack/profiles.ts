/**
 * What Slack tells of somebody besides their id: payloads hold a handle at most. Asked once and believed for a day, whether they
 * administer the workspace for five minutes. docs.slack.dev/reference/objects/user-object, docs.slack.dev/reference/methods/users.info
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import { tidied } from '../../domain/words.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import type { Values } from './forms.ts';

export interface Profile {
  readonly name: string;
  readonly bot: boolean;
  readonly guest: boolean;
  readonly admin: boolean;
  /** BCP 47. */
  readonly locale: string | undefined;
  /** IANA. */
  readonly timeZone: string | undefined;
}
/** Nothing, where Slack doesn't tell. `fresh`: as they are within these milliseconds. */
export interface Profiles {
  (user: string, fresh?: number): Promise<Profile | undefined>;
  /** Without asking. */
  known(user: string, fresh?: number): Profile | undefined;
}

const believedMs = 24 * 3600_000;
export const adminBelievedMs = 5 * 60_000;
const most = 1000;
/** Somebody waits for what is merely nicer to know. */
const patienceMs = 800;

export function profiles(client: () => webApi.WebClient, log: Log, now: () => number): Profiles {
  const known = new Map<string, Asked>();
  const ask = async (user: string): Promise<Profile | undefined> => {
    try {
      const { user: told } = await client().users.info({ user, include_locale: true });
      return told && profileOf(user, told);
    } catch (err) {
      known.delete(user);
      log.warn(
        { err },
        'Slack did not tell about somebody: their language, time zone and rights are taken for the usual',
      );
      return undefined;
    }
  };
  const lately = (user: string, fresh = believedMs): Asked | undefined => {
    const before = known.get(user);
    return before && now() - before.at < fresh ? before : undefined;
  };
  const about = (user: string, fresh?: number) => {
    const before = lately(user, fresh);
    if (before) return before.profile;
    if (known.size >= most) known.clear();
    const asked: Asked = { profile: ask(user), at: now() };
    known.set(user, asked);
    void asked.profile.then(profile => {
      asked.told = profile;
    });
    return asked.profile;
  };
  return Object.assign(about, { known: (user: string, fresh?: number) => lately(user, fresh)?.told });
}

interface Asked {
  readonly profile: Promise<Profile | undefined>;
  readonly at: number;
  told?: Profile | undefined;
}

export type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

export const nameOf = (user: SlackUser): string =>
  [user.profile?.display_name, user.real_name, user.name].find(name => name && tidied(name)) ?? '';

/** `is_bot` is false of Slack's own Slackbot. */
const profileOf = (id: string, user: SlackUser): Profile => ({
  name: nameOf(user),
  bot: user.is_bot === true || id === 'USLACKBOT',
  guest: user.is_restricted === true || user.is_ultra_restricted === true,
  admin: user.is_admin === true || user.is_owner === true,
  locale: user.locale,
  timeZone: user.tz,
});

export const soonTold = (profile: Promise<Profile | undefined>): Promise<Profile | undefined> =>
  Promise.race([profile, sleep(patienceMs, undefined, { ref: false })]);

type Chosen = NonNullable<Invocation['people']>;
/** More are not asked for one by one. */
const mostChosen = 10;

/** Who was chosen in a form: Slack tells their ids. */
export async function chosenIn(about: Profiles, values: Values): Promise<Chosen | undefined> {
  const ids = new Set(
    Object.values(values)
      .flatMap(given => Object.values(given))
      .flatMap(({ selected_user, selected_users }) => [
        ...(selected_user ? [selected_user] : []),
        ...(selected_users ?? []),
      ]),
  );
  if (ids.size === 0 || ids.size > mostChosen) return undefined;
  const told = await Promise.all([...ids].map(async id => [id, await soonTold(about(id))] as const));
  return Object.fromEntries(told.flatMap(([id, profile]) => (profile ? [[id, profile]] : [])));
}
