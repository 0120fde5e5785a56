/** What a look finds though an event should have told of it: that event doesn't arrive, and whoever runs the bot hears so once. */
import type { Cop } from '../../domain/cop.ts';
import { manners } from '../../domain/platforms.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { Bot } from '../the-bot.ts';
import type { Stands } from './stands.ts';

/** Hourly looks alone: what happened during an absence could not be told. */
export function hearingOfUntold({ log }: Pick<Bot, 'log'>): (cop: Cop, found: Stands) => void {
  const said = new Set<string>();

  return (cop, { news }) => {
    const { name, events, subscribing } = manners[workspaceOf(cop.workspace).platform];
    const event = news && events[news];
    if (!event || said.has(event)) return;
    said.add(event);
    log.warn(
      { event, costs: 'it is found by the hourly look, up to an hour later', remedy: subscribing },
      `${name} does not tell the bot of something that was changed by hand`,
    );
  };
}
