/** What is not as it was when the app was installed. */
import type { State } from './state.ts';

type Scopes = readonly string[];

export function scopesNow({ teams }: State, asked: Scopes): { granted: Scopes; taken: Scopes } {
  const granted = teams[0]?.scopes ?? [];
  return { granted, taken: asked.filter(scope => !granted.includes(scope)) };
}

export function troublesOf(state: State, asked: Scopes): string[] {
  const { taken } = scopesNow(state, asked);
  const [team] = state.teams;
  return [
    ...(state.appRefused ? [`the app-level token is refused: ${state.appRefused}`] : []),
    ...(team?.uninstalled ? ['the app is not installed'] : []),
    ...(team?.refused ? [`the bot token is refused: ${team.refused}`] : []),
    ...(taken.length ? [`scopes taken away: ${taken.join(', ')}`] : []),
    ...(team?.restrictsPrivateChannels ? ['only administrators may make private channels'] : []),
  ];
}
