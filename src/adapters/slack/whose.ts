/**
 * Of which team somebody is who pressed or sent something in a channel that two teams share. Slack names there the team that the app is in,
 * or theirs: sources differ; beside whom it is, theirs for sure. In an organisation that is any of those that they are in.
 * docs.slack.dev/apis/slack-connect, github.com/slackapi/java-slack-sdk/issues/1041, github.com/slackapi/bolt-js/issues/1875
 */
import { untilAnswered } from '../../platform/again.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Used } from './inbound.ts';
import { type Profile, type Profiles, soonTold } from './profiles.ts';

interface Here {
  readonly team: string;
  readonly botUserId: string;
  readonly about: Profiles;
}

/** `untold`: whether they are in ours besides, Slack hasn't told in time. */
interface Whose {
  readonly team: string;
  readonly untold?: true;
}

export async function teamOf(here: Here, { team, user }: Used): Promise<Whose> {
  const { team: own, about } = here;
  const isInPlace = team != null && team.id !== own;
  const theirs = isInPlace ? team.id : (user.team_id ?? own);
  if (theirs === own) return { team: own };
  const profile = await soonTold(about(user.id, isInPlace ? 0 : undefined)); // what was believed of them may be over
  if (!profile) return { team: theirs, untold: true };
  const isForeign = isInPlace ? !profile.teams.includes(own) : await isFromElsewhere(here, profile);
  return { team: isForeign ? theirs : own };
}

/**
 * They came into a channel that is shared with their organisation: what they see there is theirs to see, and nothing else of it is. Where
 * the bot isn't of the team that its own token names (an app can be installed for a whole organisation), teams tell nothing of people.
 */
export async function isFromElsewhere({ team, about, botUserId }: Here, { teams }: Profile): Promise<boolean> {
  if (teams.length === 0 || teams.includes(team)) return false;
  const own = (await soonTold(about(botUserId)))?.teams;
  return own === undefined || own.length === 0 || own.includes(team);
}

/** Asked until Slack has answered. Nothing: it shows them to no app of ours. `untold`: it never will tell, for want of a scope. Fails where the bot is being stopped. */
export const surelyTold = (
  about: Profiles,
  user: string,
  ended: AbortSignal,
): Promise<Profile | 'untold' | undefined> =>
  untilAnswered(() => about.surely(user), ended).catch((error: unknown) => {
    if (!(error instanceof PlatformError)) throw error;
    return 'untold' as const;
  });

/**
 * Who opens the app's Home is named by their id alone, and Slack tells of people of another team as well, who share a channel with the app;
 * what is published for them they don't see. Nothing is filed about somebody of whom Slack hasn't told; `there`: it shows them a Home
 * already, so they are ours. github.com/slackapi/bolt-js/issues/1948
 */
export async function opensFromElsewhere(
  here: Here & { readonly ended: AbortSignal },
  user: string,
  there: boolean,
): Promise<boolean> {
  const { about, ended } = here;
  const soon = await soonTold(about(user));
  if (soon || there) return soon !== undefined && isFromElsewhere(here, soon);
  try {
    const profile = await surelyTold(about, user, ended);
    return profile !== 'untold' && (!profile || isFromElsewhere(here, profile));
  } catch (error) {
    if (!ended.aborted) throw error;
    return true; // nothing more is done
  }
}
