/** All that is done by hand, for the page: what it can show on a platform, and the doing of one. */
import type { HandsShown } from '../exchange.ts';
import { onChannels, onPeople } from './people.ts';
import { onPlatform } from './platform.ts';
import type { Played, Verb } from './verb.ts';

export type { Played } from './verb.ts';

export const verbs: readonly Verb[] = [...onChannels, ...onPeople, ...onPlatform];

export function handsOn(playground: Played): HandsShown {
  return {
    troubles: playground.troubles(),
    roles: playground.platform === 'discord' ? playground.rolesThere() : [],
    verbs: verbs.flatMap(({ verb, on, says, archived, kinds, group, asks, warns }) => {
      const label = says[playground.platform];
      if (label === undefined) return [];
      const more = {
        ...(archived === undefined ? {} : { archived }),
        ...(warns ? { warns } : {}),
        ...(group ? { group } : {}),
      };
      const only = kinds?.[playground.platform];
      return [{ verb, on, label, asks: asks?.(playground) ?? [], ...more, ...(only ? { kinds: only } : {}) }];
    }),
  };
}

export interface HandAct {
  readonly verb: string;
  readonly channel?: string | undefined;
  readonly person?: string | undefined;
  readonly given: Readonly<Record<string, string | readonly string[]>>;
}

/** Rejects with what that platform's client says, or with what is missing. */
export async function doByHand(playground: Played, as: string, act: HandAct): Promise<void> {
  const verb = verbs.find(one => one.verb === act.verb && one.says[playground.platform] !== undefined);
  if (!verb) throw new Error('there is nothing of the kind on this platform');
  for (const { name, label, kind } of verb.asks?.(playground) ?? [])
    if (kind !== 'several' && kind !== 'words' && !act.given[name]) throw new Error(`“${label}” has to be chosen`);
  await verb.perform({
    playground,
    get persona() {
      return playground.person(as);
    },
    channel: act.channel ?? '',
    person: act.person ?? '',
    given: name => String(act.given[name] ?? ''),
    several: name => [act.given[name] ?? []].flat(),
  });
}

/** Into the workspace, for the first time or again. */
export async function arrive(playground: Played, name: string, by = ''): Promise<void> {
  if (playground.isHere(name)) return;
  const [, code] = /discord\.gg\/([\w-]+)/.exec(by) ?? [];
  if (playground.platform === 'discord' && code) return playground.joinsBy(code, name);
  if (playground.platform === 'slack' && playground.knows(name)) await playground.person(name).returnsToWorkspace();
  else playground.joinsWorkspace(name);
}
