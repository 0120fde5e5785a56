/** Slack's blocks, drawn as Slack's client draws them. docs.slack.dev/reference/block-kit/blocks */
import type { VNode } from 'preact';
import type { Drawing } from '../../screen.ts';
import { slackDate } from './dates.ts';
import { classes, html } from './html.ts';
import { rendered } from './markdown.ts';
import type { Room } from './room.ts';
import { linkTo } from './room.ts';

const Markup = ({ words, room, markdown }: { words: string; room: Room; markdown?: boolean }): VNode =>
  html`<div class="markup" dangerouslySetInnerHTML=${{ __html: rendered(markdown ? 'slack-markdown' : 'mrkdwn', words, room.names) }} onClick=${room.follows}></div>`;

/** In messages even plain text is kept with three characters escaped. */
const plain = (text: Drawing | undefined): string =>
  String(text?.text ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const words = (text: Drawing | undefined, room: Room): VNode | string =>
  !text ? '' : text.type === 'mrkdwn' ? html`<${Markup} words=${text.text} room=${room} />` : plain(text);

function Inline({ one, room }: { one: Drawing; room: Room }): VNode {
  const style = one.style ?? {};
  const look = classes(
    'inline',
    style.bold && 'bold',
    style.italic && 'italic',
    style.strike && 'strike',
    style.code && 'code',
  );
  switch (one.type) {
    case 'user':
      return html`<span class="mention">@${room.names.person(one.user_id) ?? 'unknown'}</span>`;
    case 'channel': {
      const name = room.names.channel(one.channel_id);
      return name === undefined
        ? html`<span class="mention">private channel</span>`
        : html`<a class="mention" href="#" onClick=${room.opens(one.channel_id)}>#${name}</a>`;
    }
    case 'broadcast':
      return html`<span class="mention">@${one.range}</span>`;
    case 'link':
      return html`<a class=${look} ...${linkTo(one.url, room)}>${one.text ?? one.url}</a>`;
    case 'date':
      return html`<time>${slackDate(one.timestamp, one.format, room.names.reader, true)}</time>`;
    case 'emoji':
      return html`<span>${
        one.unicode
          ? String.fromCodePoint(
              ...String(one.unicode)
                .split('-')
                .map(c => Number.parseInt(c, 16)),
            )
          : `:${one.name}:`
      }</span>`;
    default:
      return html`<span class=${look}>${one.text ?? ''}</span>`;
  }
}

function Rich({ node, room }: { node: Drawing; room: Room }): VNode {
  const inside = (node.elements ?? []) as Drawing[];
  const inline = (all: Drawing[]) => all.map(one => html`<${Inline} one=${one} room=${room} />`);
  switch (node.type) {
    case 'rich_text_list':
      return html`<${node.style === 'ordered' ? 'ol' : 'ul'}>${inside.map(item => html`<li>${inline(item.elements ?? [])}</li>`)}<//>`;
    case 'rich_text_quote':
      return html`<blockquote>${inline(inside)}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre>${inline(inside)}</pre>`;
    default:
      return html`<div class="rich">${inline(inside)}</div>`;
  }
}

function Control({
  element,
  block,
  room,
  on,
}: {
  element: Drawing;
  block: Drawing;
  room: Room;
  on: string;
}): VNode | null {
  if (element.type === 'button') {
    const label = plain(element.text);
    const look = classes('button', element.style);
    if (element.url) return html`<a class=${look} ...${linkTo(element.url, room)}>${label}</a>`;
    const press = room.presses({ label, message: on, control: `${block.block_id}/${element.action_id}` });
    return html`<button type="button" class=${look} onClick=${press}>${label}</button>`;
  }
  if (element.type === 'image') return html`<img src=${pictureOf(element, room)} alt=${element.alt_text} />`;
  if (/select$|overflow|radio_buttons/.test(element.type)) {
    const name = plain(element.placeholder) || '⋯';
    const offered: string[] = /users_select/.test(element.type)
      ? room.screen.people.filter(p => !p.bot).map(p => p.name)
      : (element.options ?? []).map((o: Drawing) => plain(o.text));
    return html`<select class=${classes('button', element.type === 'overflow' && 'overflow')} aria-label=${name} onChange=${room.chooses({ menu: name, message: on })}>
      <option value="">${name}</option>
      ${offered.map(option => html`<option>${option}</option>`)}
    </select>`;
  }
  return null;
}

const pictureOf = (block: Drawing, room: Room): string =>
  block.slack_file?.id ? room.file(block.slack_file.id) : String(block.image_url ?? '');

export function Block({ block, room, on }: { block: Drawing; room: Room; on: string }): VNode | null {
  switch (block.type) {
    case 'header':
      return html`<h3 class="header">${plain(block.text)}</h3>`;
    case 'section':
      return html`<div class="section">
        <div>
          ${words(block.text, room)}
          ${block.fields && html`<dl class="fields">${block.fields.map((field: Drawing) => html`<div>${words(field, room)}</div>`)}</dl>`}
        </div>
        ${block.accessory && html`<${Control} element=${block.accessory} block=${block} room=${room} on=${on} />`}
      </div>`;
    case 'rich_text':
      return html`<div class="said">${block.elements.map((node: Drawing) => html`<${Rich} node=${node} room=${room} />`)}</div>`;
    case 'markdown':
      return html`<${Markup} words=${block.text} room=${room} markdown />`;
    case 'context':
      return html`<div class="context">
        ${block.elements.map((one: Drawing) => (one.type === 'image' ? html`<img src=${pictureOf(one, room)} alt=${one.alt_text} />` : html`<span>${words(one, room)}</span>`))}
      </div>`;
    case 'actions':
      return html`<div class="actions">
        ${block.elements.map((element: Drawing) => html`<${Control} element=${element} block=${block} room=${room} on=${on} />`)}
      </div>`;
    case 'image':
      return html`<figure>
        ${block.title && html`<figcaption>${plain(block.title)}</figcaption>`}
        <img src=${pictureOf(block, room)} alt=${block.alt_text} />
      </figure>`;
    case 'divider':
      return html`<hr />`;
    case 'input':
      return null;
    default:
      return html`<p class="quiet">(a block of the kind “${block.type}”, which this playground doesn’t draw)</p>`;
  }
}

export const Blocks = ({ blocks, room, on }: { blocks: readonly Drawing[]; room: Room; on: string }): VNode =>
  html`<div class="blocks">${blocks.map(block => html`<${Block} key=${block.block_id} block=${block} room=${room} on=${on} />`)}</div>`;

export function SlackBody({ drawing, room, on }: { drawing: Drawing; room: Room; on: string }): VNode {
  const attached = (drawing.attachments ?? []) as Drawing[];
  return html`
    ${
      drawing.blocks?.length
        ? html`<${Blocks} blocks=${drawing.blocks} room=${room} on=${on} />`
        : drawing.text && html`<${Markup} words=${drawing.text} room=${room} />`
    }
    ${attached.map(one => html`<div class="attachment">${one.blocks ? html`<${Blocks} blocks=${one.blocks} room=${room} on=${on} />` : html`<${Markup} words=${[one.title, one.text].filter(Boolean).join('\n')} room=${room} />`}</div>`)}
  `;
}
