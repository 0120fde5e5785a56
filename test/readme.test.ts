/** What the README asks an operator for is what the bot runs with here: no more, no less, each with its reason. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bits, botsPermissions, type PermissionName } from '../playground/discord/permissions.ts';
import manifest from '../slack-app-manifest.json' with { type: 'json' };

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The first column of the table under a heading such as `| scope | what for |`. */
function listed(what: string): string[] {
  const [, rest = ''] = readme.split(new RegExp(`^\\| ${what} \\|.*\\n\\|[-|]+\\|\\n`, 'm'));
  const rows = rest.split('\n').slice(
    0,
    rest.split('\n').findIndex(line => !line.startsWith('|')),
  );
  return rows.flatMap(row => (row.split('|')[1] ?? '').split(',').map(one => one.replaceAll('`', '').trim()));
}

it('asks Discord for what its invitation link adds up to, and each is told', () => {
  const names = listed('permission').map(
    name => name.replace('View Channels', 'View Channel').toUpperCase().replaceAll(' ', '_') as PermissionName, // its API's name for it
  );
  expect(names).toContain('MANAGE_CHANNELS');
  expect(readme).toContain(`permissions=${bits(...names)}`);
});

it('runs in the playground with these permissions alone', () => {
  expect(readme).toContain(`permissions=${botsPermissions}`);
});

it("tells a reason for each of Slack's scopes, and for none that is not asked for", () => {
  expect(listed('scope').sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
});
