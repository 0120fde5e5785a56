/** What Slack shows behind `/cop` while somebody types: all there is, in the short words that can be typed there, and nothing else. */
import { expect, it } from 'vitest';
import manifest from '../../../slack-app-manifest.json' with { type: 'json' };
import { typed } from '../../../src/adapters/slack/slash.ts';
import { commands } from '../../../src/commands/index.ts';
import type { CommandSpec } from '../../../src/platform/chat-platform.ts';

const hint = manifest.features.slash_commands.find(one => one.command === '/cop')?.usage_hint ?? '';

it('names each command once', () => {
  const all = commands.filter(({ slash }) => slash?.startsWith('cop '));
  const specs = all.map(({ name, slash }) => ({ name, slash, options: {} })) as unknown as readonly CommandSpec[];
  const named = hint.split(' · ').map(words => typed(specs, `cop ${words}`));
  expect(named.map(one => one?.options.unknown ?? one?.command).sort()).toEqual(all.map(one => one.name).sort());
});
