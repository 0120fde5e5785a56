/** Markup as its reader sees it. */
import { describe, expect, test } from 'vitest';
import { founded } from '../../playground/slack/founding.ts';
import { composed } from '../../playground/slack/typing.ts';
import { blocksWords, markdownWords, mrkdwnWords } from '../../playground/slack/words.ts';

const team = founded({ workspaces: [{ name: 'Clinic', people: [{ name: 'Ben Okafor' }] }] }, 0, []).teams[0]!;
const ben = team.people[1]!.id;
const general = team.channels[0]!.id;

describe('mrkdwn', () => {
  test.each([
    ['*bold*, _leaning_ and ~struck~', 'bold, leaning and struck'],
    ['*_both_*', 'both'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['`*as it is*`', '*as it is*'],
    [`<@${ben}> in <#${general}|old-name>`, '@Ben Okafor in #general'],
    ['<@U0> <!channel> <!here>', '@unknown @channel @here'],
    ['<https://example.org/a_b|the *plan*> <https://example.org>', 'the *plan* https://example.org'],
    ['&lt;!channel&gt; &amp; &lt;@U1&gt;', '<!channel> & <@U1>'],
    ['<!date^1792195200^{date_short} at {time}|later>', '17 Oct 2026 at 00:00'],
    ['&gt; quoted\nnot', 'quoted\nnot'],
    ['*\u200bshown\u200b*', 'shown'],
  ])('%s', (given, shown) => expect(mrkdwnWords(team, given)).toBe(shown));
});

describe('Markdown', () => {
  test.each([
    ['# Title\n\n**Bold** and *leaning* `code`', 'Title\n\nBold and leaning code'],
    ['- one\n- two\n  - three', '• one\n• two\n  • three'],
    ['> quoted [here](https://example.org)', 'quoted here'],
    ['\\*\\*not bold\\*\\* \\# 1 \\<@U1>', '**not bold** # 1 <@U1>'],
  ])('%s', (given, shown) => expect(markdownWords(team, given)).toBe(shown));
});

test('blocks from top to bottom, rich text and tables too', () => {
  const plain = (text: string) => ({ type: 'plain_text', text });
  const blocks = [
    { type: 'header', text: plain('Wound Care') },
    { type: 'section', text: plain('Facts'), fields: [plain('Members: 12'), { type: 'mrkdwn', text: '*Since* May' }] },
    { type: 'context', elements: [plain('quiet'), { type: 'image', alt_text: 'x', image_url: 'https://x' }] },
    { type: 'actions', elements: [{ type: 'button', text: plain('Go') }] },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Dear ' },
            { type: 'user', user_id: ben },
          ],
        },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x', text: 'read' }] }],
        },
      ],
    },
    {
      type: 'table',
      rows: [
        [
          { type: 'raw_text', text: 'a' },
          { type: 'raw_text', text: 'b' },
        ],
      ],
    },
  ];
  expect(blocksWords(team, blocks)).toBe(
    'Wound Care\nFacts\nMembers: 12\nSince May\nquiet\nDear @Ben Okafor\n1. read\na | b',
  );
});

test('what is typed is told as the composer makes it: addresses linked, emoji named, in the text and beside it', () => {
  const { text, blocks } = composed(
    team,
    'Ask @Ben Okafor, jo@example.org or https://example.org/a?b&c :tada:👍🏽',
    'b1',
  );
  expect(text).toBe(
    `Ask <@${ben}>, <mailto:jo@example.org|jo@example.org> or <https://example.org/a?b&amp;c> :tada::+1::skin-tone-4:`,
  );
  expect(blocksWords(team, blocks ?? [])).toBe('Ask @Ben Okafor, jo@example.org or https://example.org/a?b&c 🎉👍🏽');
});
