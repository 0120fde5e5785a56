/** Discord's content, embeds and components, drawn as Discord's client draws them. discord.com/developers/docs/components/reference */
import type { VNode } from 'preact';
import type { Drawing, ScreenFile } from '../../screen.ts';
import { classes, html } from './html.ts';
import { rendered } from './markdown.ts';
import type { Room } from './room.ts';
import { linkTo } from './room.ts';

interface On {
  readonly room: Room;
  /** The message's id. */
  readonly on: string;
  readonly files: readonly ScreenFile[];
}

const Markup = ({ words, room }: { words: string; room: Room }): VNode =>
  html`<div class="markup" dangerouslySetInnerHTML=${{ __html: rendered('discord', words, room.names) }} onClick=${room.follows}></div>`;

const styles: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

function picture(url: string, { room, files }: On): string {
  const file = files.find(one => url === `attachment://${one.name}`);
  return file ? room.file(file.id) : url;
}

function Select({ component, room, on }: On & { component: Drawing }): VNode {
  const offered: string[] =
    component.type === 3
      ? component.options.map((o: Drawing) => o.label)
      : room.screen.people.filter(p => !p.bot).map(p => p.name);
  const name = component.placeholder ?? '';
  return html`<select class="button" disabled=${component.disabled} aria-label=${name} onChange=${room.chooses({ menu: name, message: on })}>
    <option value="">${name || 'Choose…'}</option>
    ${offered.map(option => html`<option>${option}</option>`)}
  </select>`;
}

function Component(props: On & { component: Drawing }): VNode | null {
  const { component, room, on } = props;
  const inside = (all: Drawing[] = []) => all.map(one => html`<${Component} ...${props} component=${one} />`);
  switch (component.type) {
    case 1:
      return html`<div class="actions">${inside(component.components)}</div>`;
    case 2: {
      const look = classes('button', styles[component.style]);
      const label = component.label ?? component.emoji?.name ?? '';
      if (component.style === 5)
        return html`<a class=${look} ...${linkTo(component.url, room)}>${label} <span aria-hidden="true">↗</span></a>`;
      const press = room.presses({ label, message: on, control: component.custom_id });
      return html`<button type="button" class=${look} disabled=${component.disabled} onClick=${press}>${label}</button>`;
    }
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return html`<${Select} ...${props} />`;
    case 9:
      return html`<div class="section"><div>${inside(component.components)}</div>${inside([component.accessory])}</div>`;
    case 10:
      return html`<${Markup} words=${component.content} room=${room} />`;
    case 11:
      return html`<img class="thumbnail" src=${picture(component.media.url, props)} alt=${component.description ?? ''} />`;
    case 12:
      return html`<div class="gallery">${component.items.map((item: Drawing) => html`<img src=${picture(item.media.url, props)} alt=${item.description ?? ''} />`)}</div>`;
    case 13:
      return null;
    case 14:
      return html`<hr class=${component.divider === false ? 'bare' : ''} />`;
    case 17:
      return html`<div class="container">${inside(component.components)}</div>`;
    default:
      return html`<p class="quiet">(a component of the type ${component.type}, which this playground doesn’t draw)</p>`;
  }
}

const Embed = ({ embed, ...props }: On & { embed: Drawing }): VNode => html`<article class="embed">
  ${embed.author && html`<p class="quiet">${embed.author.name}</p>`}
  ${embed.title && html`<h4>${embed.title}</h4>`}
  ${embed.description && html`<${Markup} words=${embed.description} room=${props.room} />`}
  ${embed.fields?.length > 0 && html`<dl class="fields">${embed.fields.map((f: Drawing) => html`<div><dt>${f.name}</dt><dd><${Markup} words=${f.value} room=${props.room} /></dd></div>`)}</dl>`}
  ${embed.image && html`<img src=${picture(embed.image.url, props)} alt=${embed.image.description ?? props.files.find(f => embed.image.url.endsWith(f.name))?.alt ?? ''} />`}
  ${embed.footer && html`<p class="quiet">${embed.footer.text}</p>`}
</article>`;

export function DiscordBody({ drawing, ...props }: On & { drawing: Drawing }): VNode {
  if (drawing.thinking) return html`<p class="thinking">${nameOfApp(props)} is thinking…</p>`;
  return html`
    ${drawing.content && html`<${Markup} words=${drawing.content} room=${props.room} />`}
    ${(drawing.embeds ?? []).map((embed: Drawing) => html`<${Embed} ...${props} embed=${embed} />`)}
    ${(drawing.components ?? []).map((component: Drawing) => html`<${Component} ...${props} component=${component} />`)}
  `;
}

const nameOfApp = ({ room }: On): string => room.screen.people.find(one => one.bot)?.name ?? 'The app';
