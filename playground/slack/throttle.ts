/** Rate limits: by method and workspace in a sliding minute; posts by channel. docs.slack.dev/apis/web-api/rate-limits */
import type { Tier } from './limits.ts';
import { limits } from './limits.ts';

export interface Throttle {
  /** Seconds to wait, or 0 if the call may pass (and is counted). */
  wait(method: string, tier: Tier, team: string, channel?: string): number;
}

const minute = 60_000;

export function throttle(now: () => number): Throttle {
  const calls = new Map<string, number[]>();
  const buckets = new Map<string, { left: number; at: number }>();

  function byTier(key: string, most: number): number {
    const at = now();
    const recent = (calls.get(key) ?? []).filter(t => t > at - minute);
    calls.set(key, recent);
    if (recent.length >= most) return Math.max(1, Math.ceil((recent[0]! + minute - at) / 1000));
    recent.push(at);
    return 0;
  }

  function byChannel(key: string): number {
    const at = now();
    const before = buckets.get(key) ?? { left: limits.postBurst, at };
    const left = Math.min(limits.postBurst, before.left + ((at - before.at) / 1000) * limits.postsPerSecond);
    const passes = left >= 1;
    buckets.set(key, { left: passes ? left - 1 : left, at });
    return passes ? 0 : 1;
  }

  return {
    wait(method, tier, team, channel) {
      const inChannel = method === 'chat.postMessage' && channel ? byChannel(`${team} ${channel}`) : 0;
      return inChannel || byTier(`${team} ${method}`, limits.tiers[tier]);
    },
  };
}
