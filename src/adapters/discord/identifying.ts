/**
 * Discord takes 1000 IDENTIFY a day, and resets the token of a bot that sends more; and no two within five seconds. discord.js sends
 * one every five seconds for as long as a session is refused. https://docs.discord.com/developers/events/gateway#rate-limiting
 */
import { performance } from 'node:perf_hooks';
import type { IIdentifyThrottler } from 'discord.js';
import { pause } from '../../platform/again.ts';

const atOnce = 10;
/** 960 a day. */
const everyMs = 90_000;

export function sparing(apartMs: number, clock = () => performance.now()): IIdentifyThrottler {
  let last = Number.NEGATIVE_INFINITY;
  let paidUntil = Number.NEGATIVE_INFINITY;
  return {
    async waitForIdentify(_shard, signal) {
      const now = clock();
      const at = Math.max(now, last + apartMs, paidUntil - (atOnce - 1) * everyMs);
      const before = { last, paidUntil };
      last = at;
      paidUntil = Math.max(paidUntil, at) + everyMs;
      try {
        if (at > now) await pause(at - now, signal);
      } catch (error) {
        ({ last, paidUntil } = before); // the socket closed first: none was sent
        throw error;
      }
    },
  };
}
