import markdownIt from 'markdown-it';
import { expect, it } from 'vitest';
import { harvestIn } from '../../src/messages/harvest.ts';

it('what a CoP leaves behind shows paragraphs and lines as they were written, and nothing in them is markup', () => {
  const told =
    'We stopped *gauze*.\nNobody missed it.\n\n1. is no list\n2) nor this\n- nor that\n+ nor that\n---\n===\n~~~ so';
  const paper = { title: 'Protocol', why: 'For all.\n\n# Of us', tags: [], permalink: 'https://example.org/1' };
  const view = {
    ...{ cop: { name: 'Wound Care', domain: '1. Wounds', createdAt: 1, statement: told }, closing: { story: told } },
    ...{ people: 3, facilitators: [], others: [], statements: [], carried: [], papers: [paper], mostOpened: [] },
  };
  const html = markdownIt().render(harvestIn(view as never, 'en'));
  const shown =
    '<p>We stopped *gauze*.<br>\nNobody missed it.</p>\n' +
    '<p>1. is no list<br>\n2) nor this<br>\n- nor that<br>\n+ nor that<br>\n---<br>\n===<br>\n~~~ so</p>';
  expect(html).toContain(`<blockquote>\n${shown}\n</blockquote>`);
  expect(html).toContain(`<h2>What happened here</h2>\n${shown}`);
  expect(html).toContain('<p>1. Wounds</p>');
  expect(html).toMatch(/<li>.*Protocol.*: For all\. # Of us<\/li>/);
});
