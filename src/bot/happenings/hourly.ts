/** Looks again an hour after the last look has ended, for as long as the bot runs. */
import type { PlatformName } from '../../platform/chat-platform.ts';
import type { Bot } from '../the-bot.ts';

const hour = 3600_000;

export interface Hourly {
  start(): void;
  stop(): Promise<void>;
}

export function hourly(
  { clock, log }: Bot,
  platforms: Iterable<PlatformName>,
  look: (name: PlatformName) => Promise<void>,
): Hourly {
  const names = [...platforms];
  let underWay: Promise<unknown> = Promise.resolve();
  let callOff = () => {};
  let running = false;

  function later(): void {
    if (running) callOff = clock.at(clock.now() + hour, again);
  }
  function again(): void {
    underWay = Promise.all(names.map(look))
      .catch((err: unknown) => log.error({ err }, 'the spaces could not be looked at'))
      .then(later);
  }

  return {
    start() {
      running = true;
      later();
    },
    async stop() {
      running = false;
      callOff();
      await underWay;
    },
  };
}
