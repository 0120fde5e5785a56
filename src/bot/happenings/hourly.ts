/** Looks again an hour after the last look has ended, for as long as the bot runs: one platform's trouble is not another's. */
import type { PlatformName } from '../../platform/chat-platform.ts';
import type { Bot } from '../the-bot.ts';

const hour = 3600_000;

export interface Hourly {
  start(): void;
  stop(): Promise<void>;
}

export function hourly(
  { clock, log }: Pick<Bot, 'clock' | 'log'>,
  platforms: Iterable<PlatformName>,
  look: (name: PlatformName) => Promise<void>,
): Hourly {
  const looking = (name: PlatformName) =>
    look(name).catch((err: unknown) => log.error({ err, platform: name }, 'the spaces could not be looked at'));
  const all = [...platforms].map(name => ofOne(clock, () => looking(name)));

  return {
    start() {
      for (const one of all) one.start();
    },
    async stop() {
      await Promise.all(all.map(one => one.stop()));
    },
  };
}

function ofOne(clock: Bot['clock'], look: () => Promise<void>): Hourly {
  let underWay: Promise<unknown> = Promise.resolve();
  let callOff = () => {};
  let running = false;

  function later(): void {
    if (running) callOff = clock.at(clock.now() + hour, again);
  }
  function again(): void {
    underWay = look().then(later);
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
