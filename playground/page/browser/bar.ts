/** On top: which platform, who I am, light or dark, the tour, the panel. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { About, Platform } from './api.ts';
import { classes, html } from './html.ts';
import { Icon } from './icons.ts';
import { Avatar } from './message.ts';
import { keep, kept, type Where } from './where.ts';

interface BarProps {
  readonly about: About;
  readonly where: Where;
  /** What rings, by person. */
  readonly ringing: Readonly<Record<string, number>>;
  readonly panel: boolean;
  go(to: Partial<Where>): void;
  onPanel(): void;
  onTour(): void;
  onMenu(): void;
  onPhone(): void;
}

const names: Readonly<Record<Platform, string>> = { slack: 'Slack', discord: 'Discord' };

export function Bar({ about, where, ringing, panel, go, onPanel, onTour, onMenu, onPhone }: BarProps): VNode {
  const [theme, setTheme] = useState(
    () => kept('theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
  );
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const other = theme === 'dark' ? 'light' : 'dark';
  const turn = (): void => {
    setTheme(other);
    keep('theme', other);
  };
  return html`<header class="bar">
    <h1 class="unseen">${about.title}</h1>
    <button type="button" class="burger" aria-label="Show or hide the channels" title="Show or hide the channels" onClick=${onMenu}><${Icon} name="lines" /></button>
    <div class="platforms" role="group" aria-label="Platform">
      ${about.platforms.map(one => html`<button type="button" aria-pressed=${one === where.platform} onClick=${() => go({ platform: one })}>${names[one]}</button>`)}
    </div>
    <div class="whoami" role="group" aria-label="Who am I">
      <span class="ask">I am</span>
      ${about.people.map(
        ({
          name,
          calling,
        }) => html`<button type="button" class=${classes('person', name === where.as && 'me')} aria-pressed=${name === where.as} title=${`${name}, ${calling}`} onClick=${() => go({ as: name })}>
        <${Avatar} name=${name} small /><span class="name">${name}<small>${calling}</small></span>
        ${(ringing[name] ?? 0) > 0 && html`<span class="badge">${ringing[name]}<span class="unseen"> for ${name}</span></span>`}
      </button>`,
      )}
    </div>
    <div class="tools">
      <button type="button" onClick=${onTour}>Tour</button>
      <button type="button" class="wide-only" aria-label="Show it on a phone" title="Show it on a phone" onClick=${onPhone}><${Icon} name="phone" /></button>
      <button type="button" aria-label=${`Switch to ${other}`} onClick=${turn}><${Icon} name=${theme === 'dark' ? 'sun' : 'moon'} /></button>
      <button type="button" aria-pressed=${panel} aria-label="Behind the scenes" title="Behind the scenes" onClick=${onPanel}><span class="wide-only">Behind the scenes</span><span class="narrow-only"><${Icon} name="curtain" /></span></button>
    </div>
  </header>`;
}
