/**
 * Who has a part in something that was kept before Slack told how people call them is called by their handle until then, or by nothing.
 * Slack is asked until it has answered. A restart loses it: then their next press tells.
 */
import { untilAnswered } from '../../platform/again.ts';
import type { Inbox, Invocation } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import type { Reach } from './connected.ts';
import type { Profiles } from './profiles.ts';

export interface NamedLater {
  /** Slack didn't tell of them in time. */
  untold(press: Pick<Invocation, 'id'>, user: string): void;
  /** What was pressed is kept, if it is. */
  over(press: Pick<Invocation, 'id' | 'by'>): void;
}

interface Naming {
  readonly reach: Pick<Reach, 'team' | 'ended'>;
  readonly inbox: Pick<Inbox, 'happened'>;
  readonly about: Pick<Profiles, 'surely'>;
  readonly log: Log;
}

export function namedLater({ reach: { team, ended }, inbox, about, log }: Naming): NamedLater {
  const missed = new Map<string, Set<string>>();

  async function name(id: string, press: string): Promise<void> {
    const profile = await untilAnswered(() => about.surely(id), ended);
    if (!profile?.name) return;
    const { name, locale, gone } = profile;
    const who = { platform: 'slack', workspace: team, id, name } as const;
    await inbox.happened({ kind: 'person', id: `named ${id} ${press}`, who, gone, ...(locale && { locale }) });
  }

  return {
    untold({ id: press }, user) {
      missed.set(press, (missed.get(press) ?? new Set()).add(user));
    },
    over({ id: press, by }) {
      const people = missed.get(press) ?? [];
      missed.delete(press);
      if (by.foreign) return;
      for (const id of people)
        name(id, press).catch(err => {
          if (!ended.aborted) log.debug({ err }, 'somebody stays called by their handle until they press again');
        });
    },
  };
}
