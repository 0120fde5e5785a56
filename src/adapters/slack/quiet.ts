/** What Bolt and Slack's client have to say → our log. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../platform/log.ts';

/** Slack has a few dozen, each a single word. */
const most = 100;

/** Bolt's own lines are for who debugs Bolt; its warnings and errors matter to an operator. */
export function quiet(log: Log): Logger {
  const nothing = () => {};
  const told = new Set<string>();
  return {
    debug: nothing,
    info: nothing,
    warn(...words: unknown[]) {
      const warning = ofSlack(words);
      if (warning === undefined) return log.warn({ from: 'bolt' }, words.map(String).join(' '));
      if (told.has(warning) || told.size >= most) return;
      told.add(warning);
      log.warn({ warning }, 'Slack answers, and warns of how it was asked; each such warning is told once');
    },
    error(...words: unknown[]) {
      const sentence = words.map(String).join(' ');
      if (!ofAcknowledging.test(sentence)) log.error({ from: 'bolt' }, sentence);
    },
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}

/** What came of it is told where it is acknowledged on the next connection, or can't be (saying.ts). */
const ofAcknowledging = /^Failed to send a (WebSocket )?message /;

/**
 * A warning that Slack gives with an answer, and with each like it: its client hands them on by `forEach`, with their number and all of
 * them. docs.slack.dev/apis/web-api#responses
 */
const ofSlack = ([warning, _number, all]: readonly unknown[]): string | undefined =>
  typeof warning === 'string' && Array.isArray(all) ? warning : undefined;
