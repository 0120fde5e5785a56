/** The page: who I am, on which platform, in which channel; it looks again whenever something changed. */
import { render, type VNode } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Screen } from '../../screen.ts';
import type { Act, TourStep } from '../exchange.ts';
import * as api from './api.ts';
import { Bar } from './bar.ts';
import { Channel, Home } from './channel.ts';
import { Composer, type Draft } from './composer.ts';
import { Form } from './form.ts';
import { classes, html } from './html.ts';
import type { Room } from './room.ts';
import { direct, home, Sidebar } from './sidebar.ts';
import { Tour } from './tour.ts';
import { firstWhere, keep, kept, type Where, whereFrom } from './where.ts';
import { WirePanel } from './wire.ts';

/** Looks at the screen whenever something may have changed, one look at a time. */
function useScreen(where: Where): {
  screen: Screen | undefined;
  tick: number;
  look: () => void;
  there: boolean;
  ringing: Record<string, number>;
} {
  const [screen, setScreen] = useState<Screen>();
  const [ringing, setRinging] = useState<Record<string, number>>({});
  const [there, setThere] = useState(true);
  const [tick, setTick] = useState(0);
  const now = useRef(where);
  now.current = where;
  const state = useRef({ busy: false, again: false });
  const look = useCallback(async (): Promise<void> => {
    state.current.again = state.current.busy;
    if (state.current.busy) return;
    state.current.busy = true;
    const asked = now.current;
    try {
      const seen = await api.screen(asked.platform, asked.as, asked.channel, document.visibilityState === 'visible');
      if (asked === now.current) setScreen(seen);
      setRinging(await api.rings(asked.platform));
      setThere(true);
    } catch {
      // The line to the playground is down: listen() says so and comes back by itself.
    }
    setTick(t => t + 1);
    state.current.busy = false;
    if (state.current.again || asked !== now.current) await look();
  }, []);
  useEffect(() => void look(), [where]);
  useEffect(() => api.listen(() => void look(), setThere), []);
  return { screen, tick, look, there, ringing };
}

function App({ about }: { about: api.About }): VNode {
  const [where, setWhere] = useState<Where>(() => whereFrom(location.hash, about));
  const [draft, setDraft] = useState<Draft>({ line: '', times: 0 });
  const [trouble, setTrouble] = useState('');
  const [panel, setPanel] = useState(() => kept('panel') ?? (innerWidth > 1150 ? 'open' : 'closed'));
  const [step, setStep] = useState(() => Number(kept('tour') ?? 0));
  const [menu, setMenu] = useState(false);
  const { screen, tick, look, there, ringing } = useScreen(where);

  const go = useCallback((to: Partial<Where>) => {
    setTrouble('');
    setMenu(false);
    setDraft(old => ({ ...old, line: '' }));
    setWhere(old => ({ ...old, ...('as' in to || 'platform' in to ? { channel: '' } : {}), ...to }));
  }, []);
  useEffect(() => {
    history.replaceState(null, '', `#/${where.platform}/${encodeURIComponent(where.as)}/${where.channel}`);
  }, [where]);
  useEffect(() => {
    const follow = (): void => setWhere(whereFrom(location.hash, about));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => keep('panel', panel), [panel]);
  useEffect(() => keep('tour', String(step)), [step]);
  // Opens where this person usually begins, and leaves a channel that they no longer see.
  useEffect(() => {
    if (!screen || screen.me.name !== where.as || screen.platform !== where.platform) return;
    const known =
      where.channel === home || where.channel === direct || screen.channels.some(c => c.id === where.channel);
    if (!known) go({ channel: firstWhere(screen) });
    const opened = screen.channels.find(c => c.kind === 'direct');
    if (where.channel === direct && opened) go({ channel: opened.id });
  }, [screen, where]);

  const acts = useCallback(
    async (act: Act): Promise<boolean> => {
      setTrouble('');
      try {
        await api.act(where.platform, where.as, act);
        return true;
      } catch (error) {
        setTrouble(error instanceof Error ? error.message : String(error));
        return false;
      } finally {
        look();
      }
    },
    [where.platform, where.as],
  );
  useEffect(() => {
    if (where.channel === home) void acts({ does: 'opens-home' });
  }, [where.channel, acts]);

  const room = useMemo((): Room | undefined => screen && roomOf(screen, go, acts), [screen, acts]);
  if (!screen || !room)
    return html`<p class="opening">${there ? 'Opening the playground…' : 'The playground isn’t running. Start it with npm start; this page goes on by itself.'}</p>`;

  const stale = screen.me.name !== where.as || screen.platform !== where.platform;
  const tries = (one: TourStep): void => {
    go({ ...(one.as && one.as !== where.as ? { as: one.as } : {}) });
    setDraft({ line: one.types ?? '', times: draft.times + 1 });
  };
  const placeName = screen.open
    ? screen.open.kind === 'direct'
      ? screen.open.name
      : `#${screen.open.name}`
    : (screen.people.find(p => p.bot)?.name ?? 'the app');
  return html`<div class=${classes('playground', where.platform, panel === 'open' && 'with-panel', menu && 'with-menu')}>
    <${Bar} about=${about} where=${where} ringing=${ringing} go=${go} panel=${panel === 'open'} onPanel=${() => setPanel(panel === 'open' ? 'closed' : 'open')} onTour=${() => setStep(0)} onMenu=${() => setMenu(!menu)} />
    <div class="banners" role="status">
      ${!there && html`<p class="banner">The playground has stopped. Start it again with <code>npm start</code>: this page goes on by itself.</p>`}
      ${there && !screen.connected && html`<p class="banner">The bot isn’t connected just now, so commands and buttons get no answer. It comes back by itself.</p>`}
    </div>
    <${Sidebar} screen=${screen} stale=${stale} open=${where.channel} onOpen=${(channel: string) => go({ channel })} />
    <main inert=${stale}>
      ${where.channel === home ? html`<${Home} room=${room} />` : screen.open ? html`<${Channel} key=${screen.open.id} channel=${screen.open} room=${room} acts=${acts} />` : html`<header class="head"><div><h2>${placeName}</h2></div></header><div class="middle"><p class="messages empty">This is where ${placeName} writes to you alone.${screen.directComposer && html` Type <kbd>/</kbd> below to see what you can do.`}</p></div>`}
      ${step >= 0 && html`<${Tour} steps=${about.tour} at=${step} onStep=${setStep} onTry=${tries} onClose=${() => setStep(-1)} />`}
      ${!stale && (screen.open ? screen.open.composer : where.channel === direct && screen.directComposer) && html`<${Composer} key=${`${where.platform} ${where.as} ${where.channel}`} room=${room} place=${screen.open?.id ?? direct} name=${placeName} draft=${draft} trouble=${trouble} acts=${acts} />`}
      ${where.channel === home && trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
    </main>
    ${panel === 'open' && html`<${WirePanel} platform=${where.platform} tick=${tick} peek=${about.peek} onClose=${() => setPanel('closed')} />`}
    ${!stale && screen.form && html`<${Form} key=${`${where.as} ${screen.form.id}`} form=${screen.form} room=${room} acts=${acts} />`}
  </div>`;
}

function roomOf(screen: Screen, go: (to: Partial<Where>) => void, acts: (act: Act) => Promise<boolean>): Room {
  const opens = (channel: string) => (event: Event) => {
    event.preventDefault();
    go({ channel });
  };
  return {
    screen,
    names: {
      person: id => screen.people.find(one => one.id === id)?.name,
      channel: id => screen.channels.find(one => one.id === id)?.name,
    },
    file: id => api.fileAddress(screen.platform, screen.me.name, id),
    opens,
    presses:
      ({ label, message, control }) =>
      async event => {
        const button = event.currentTarget as HTMLButtonElement;
        button.disabled = true;
        await acts({ does: 'presses', label, control, ...(message ? { message } : { in: home }) });
        button.disabled = false;
      },
    chooses: what => async event => {
      const box = event.currentTarget as HTMLSelectElement;
      if (box.value) await acts({ does: 'chooses', ...what, option: box.value });
    },
    follows(event) {
      const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-channel]');
      if (link?.dataset.channel) opens(link.dataset.channel)(event);
    },
  };
}

async function open(): Promise<void> {
  const root = document.getElementById('page');
  if (!root) return;
  try {
    const known = await api.about();
    document.title = known.title;
    render(html`<${App} about=${known} />`, root);
  } catch {
    setTimeout(open, 1000);
  }
}

void open();
