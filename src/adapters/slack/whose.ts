/**
 * Of which team somebody is who pressed or sent something in a channel that two teams share. Slack names there the team that the app is in,
 * or theirs: sources differ; beside whom it is, theirs for sure. In an organisation that is any of those that they are in.
 * docs.slack.dev/apis/slack-connect, github.com/slackapi/java-slack-sdk/issues/1041, github.com/slackapi/bolt-js/issues/1875
 */
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

/**
 * Who opens the app's Home is named by their id alone, and Slack tells of people of another team as well, who share a channel with the app;
 * what is published for them they don't see. github.com/slackapi/bolt-js/issues/1948
 */
export async function opensFromElsewhere(here: Here, user: string): Promise<boolean> {
  const profile = await soonTold(here.about(user));
  return profile !== undefined && isFromElsewhere(here, profile);
}
