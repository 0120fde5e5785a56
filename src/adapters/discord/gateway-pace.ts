/**
 * Discord ends a session that sends more than 120 a minute (4008); discord.js holds back what is too much, and with it a sign of life of
 * ours that somebody waits for. So who asks much by the Gateway is told to wait, as by any other limit.
 * https://docs.discord.com/developers/events/gateway#rate-limiting
 */
import { PlatformError } from '../../platform/platform-error.ts';

const most = 60;
const withinMs = 60_000;

/** `rate-limited` where that much was asked within the minute, with the time until there is room. */
export function gatewayPace(now: () => number): () => void {
  let asked: readonly number[] = [];
  return () => {
    const at = now();
    asked = asked.filter(one => one <= at && one > at - withinMs);
    const [oldest] = asked;
    if (asked.length >= most && oldest !== undefined)
      throw new PlatformError('rate-limited', 'gateway', { retryAfterMs: oldest + withinMs - at });
    asked = [...asked, at];
  };
}
