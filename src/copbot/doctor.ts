/** `copbot doctor`: everything that the bot needs, looked at. Nothing is changed, nobody is written to. */
import type { Command } from 'commander';
import manifest from '../../slack-app-manifest.json' with { type: 'json' };
import type { Config } from '../config.ts';
import type { Finding, Findings, Grade } from '../platform/finding.ts';
import { proxyNamed } from '../proxies.ts';
import { type Counter, codes } from './counter.ts';
import { backups } from './doctor/backups.ts';
import { database } from './doctor/database.ts';
import { files } from './doctor/files.ts';
import { guides } from './doctor/guides.ts';
import { clock, node } from './doctor/machine.ts';
import { outside } from './doctor/outside.ts';
import { settings } from './doctor/settings.ts';
import { hanging } from './table.ts';

interface Section {
  readonly section: string;
  readonly findings: readonly Finding[];
}

const marks: Readonly<Record<Grade, string>> = { good: '✓', mend: '✗', optional: '○', unseen: '?' };

export function doctor(program: Command, counter: Counter): void {
  program
    .command('doctor')
    .summary('look at everything that the bot needs, and say what to do')
    .description(
      'Looks at tokens, scopes, intents, permissions in each server, what this machine reaches, its clock and disk, the database and its backups, where files are kept, guides of your own, the ports it is to answer on. Changes nothing; may be run beside the bot.\n\n✓ is right, ✗ is to be mended, ○ works without at a cost, ? could not be seen. Ends with 1 if there is a ✗.',
    )
    .option('--json', 'the same for machines')
    .action(async ({ json }: { json?: boolean }) => {
      const sections = await examine(counter);
      counter.tell(json, sections, () => {
        for (const one of sections) if (one.findings.length > 0) show(counter, one);
      });
      const toMend = sections.flatMap(one => one.findings).filter(one => one.grade === 'mend').length;
      if (!json) counter.say(toMend === 0 ? 'Nothing is to be mended.' : `To be mended: ${toMend}.`);
      counter.ends(toMend === 0 ? codes.fine : codes.mend);
    });
}

async function examine(counter: Counter): Promise<readonly Section[]> {
  const { config, findings } = settings(counter);
  const machine = node(process.versions.node);
  if (!config)
    return [
      { section: 'Settings', findings },
      { section: 'This machine', findings: [machine] },
    ];
  const proxy = proxyNamed(counter.env);
  const [slack, discord] = await Promise.all([slackOf(config, proxy), discordOf(config, proxy)]);
  const ahead = slack?.aheadMs ?? discord?.aheadMs;
  return [
    { section: 'Settings', findings },
    { section: 'This machine', findings: [machine, clock(ahead)] },
    { section: 'Database', findings: await database(counter) },
    { section: 'Backups', findings: backups(counter) },
    { section: 'Files', findings: files(config) },
    { section: 'Guides', findings: guides(config) },
    { section: 'Slack', findings: slack?.findings ?? [] },
    { section: 'Discord', findings: discord?.findings ?? [] },
    { section: 'From outside', findings: await outside(config) },
  ];
}

const events = manifest.settings.event_subscriptions.bot_events;

const slackOf = async ({ slack }: Config, proxy: string | undefined): Promise<Findings | undefined> =>
  slack && (await import('../adapters/slack/checkup.ts')).checkup({ ...slack, proxy, events });

const discordOf = async ({ discord }: Config, proxy: string | undefined): Promise<Findings | undefined> =>
  discord && (await import('../adapters/discord/checkup.ts')).checkup({ ...discord, proxy });

function show(counter: Counter, { section, findings }: Section): void {
  counter.say(section);
  for (const { grade, what, says, costs, remedy } of findings) {
    counter.say(hanging(`  ${marks[grade]} `, `${what}: ${says}`, counter.columns));
    if (costs) counter.say(hanging('      what it costs: ', costs, counter.columns));
    if (remedy) counter.say(hanging('      what to do: ', remedy, counter.columns));
  }
  counter.say();
}
