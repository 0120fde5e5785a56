/** The page: who I am, on which platform, in which channel; it looks again whenever something changed. */
import { render, type VNode } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Act, ShownVerb, TourStep } from '../exchange.ts';
import * as api from './api.ts';
import { Bar } from './bar.ts';
import { appTabIsReadOnly, Channel, Home } from './channel.ts';
import { Composer, type Draft } from './composer.ts';
import { Form } from './form.ts';
import { type Begun, HandForm } from './hands.ts';
import { classes, html } from './html.ts';
import { Outside } from './outside.ts';
import { Phone } from './phone.ts';
import { type Room, roomOf } from './room.ts';
import { type Look, useScreen } from './screen.ts';
import { direct, home, Sidebar } from './sidebar.ts';
import { Tour } from './tour.ts';
import { firstWhere, keep, kept, placeFor, type Where, whereFrom } from './where.ts';
import { WirePanel } from './wire.ts';

/** Within a phone that the page itself shows. */
const onPhone = location.search === '?phone';

const emptyDraft: Draft = { line: '', times: 0 };

/** Where I am, kept in the address; a channel that isn't there any more is left. */
function usePlace(about: api.About) {
  const [where, setWhere] = useState<Where>(() => whereFrom(location.hash, about));
  useEffect(() => {
    const by = where.by ? `in/${encodeURIComponent(where.by)}` : undefined;
    history.replaceState(null, '', `#/${by ?? `${where.platform}/${encodeURIComponent(where.as)}/${where.channel}`}`);
  }, [where]);
  useEffect(() => {
    const follow = (): void => setWhere(whereFrom(location.hash, about));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [where, setWhere] as const;
}

/** What is done, what is refused of it, and what is asked for first. */
function useDoing(where: Where, look: () => void) {
  const [trouble, setTrouble] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const [done, setDone] = useState('');
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
  const begins = useCallback(
    async (verb: ShownVerb, on: { channel?: string; person?: string } = {}): Promise<void> => {
      setTrouble('');
      setDone('');
      if (verb.asks.length > 0 || verb.warns) setBegun({ verb, ...on });
      else if (await acts({ does: 'by-hand', verb: verb.verb, ...on, given: {} })) setDone(`Done: ${verb.label}`);
    },
    [acts],
  );
  const ends = (went: boolean): void => {
    if (begun && went) setDone(`Done: ${begun.verb.label.replace(/…$/, '')}`);
    setTrouble('');
    setBegun(undefined);
  };
  return { trouble, setTrouble, begun, done, acts, begins, ends };
}

function App({ about }: { about: api.About }): VNode {
  const [where, setWhere] = usePlace(about);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [wanted, setWanted] = useState<TourStep>();
  const [panel, setPanel] = useState(() =>
    onPhone ? 'closed' : (kept('panel') ?? (innerWidth > 1150 ? 'open' : 'closed')),
  );
  const [step, setStep] = useState(() => (onPhone ? -1 : Number(kept('tour') ?? 0)));
  const [menu, setMenu] = useState(false);
  const [phone, setPhone] = useState(false);
  const seen = useScreen(where);
  const { screen, hands, look, tick } = seen;
  const doing = useDoing(where, look);
  const { acts, begins, setTrouble } = doing;

  const go = useCallback((to: Partial<Where>) => {
    setTrouble('');
    setMenu(false);
    setDraft(emptyDraft);
    setWhere(({ by: _, ...old }) => ({ ...old, ...('as' in to || 'platform' in to ? { channel: '' } : {}), ...to }));
  }, []);
  useEffect(() => {
    if (onPhone) return;
    keep('panel', panel);
    keep('tour', String(step));
  }, [panel, step]);
  const types = useCallback((line: string) => setDraft(old => ({ line, times: old.times + 1 })), []);
  const stale = !screen || screen.me.name !== where.as || screen.platform !== where.platform;
  // Opens where this person usually begins, or where the tour leads, and leaves a channel that they no longer see.
  useEffect(() => {
    if (stale) return;
    if (screen.me.away) {
      setWanted(undefined);
      return;
    }
    const at = wanted ? placeFor(wanted.opens, screen) : where.channel;
    const known = at === home || at === direct || screen.channels.some(c => c.id === at);
    const opened = screen.channels.find(c => c.kind === 'direct');
    const to = !known ? firstWhere(screen) : at === direct && opened ? opened.id : at;
    if (to !== where.channel) setWhere(({ by: _, ...old }) => ({ ...old, channel: to }));
    if (!wanted) return;
    types(wanted.types ?? '');
    setWanted(undefined);
  }, [screen, where, wanted]);
  useEffect(() => {
    if (where.channel === home) void acts({ does: 'opens-home' });
  }, [where.channel, acts]);

  const tries = (one: TourStep): void => {
    if (one.as && one.as !== where.as) go({ as: one.as });
    if (one.phone) setPhone(true);
    setWanted(one);
  };
  const room = useMemo(
    () => screen && roomOf(screen, { hands, emoji: about.emoji, go, types, acts, begins }),
    [screen, hands, acts, begins],
  );
  if (!screen || !room)
    return html`<p class="opening">${seen.there ? 'Opening the playground…' : 'The playground isn’t running. Start it with npm start; this page goes on by itself.'}</p>`;

  const over = doing.begun ? 'hand' : screen.form && !stale ? 'form' : '';
  const trouble = over ? '' : doing.trouble;
  const tour =
    step >= 0 &&
    html`<${Tour} steps=${about.tour} at=${step} where=${where} tick=${tick} onStep=${setStep} onTry=${tries} onClose=${() => setStep(-1)} />`;
  return html`<div class=${classes('playground', where.platform, panel === 'open' && 'with-panel', menu && 'with-menu')}>
    <a class="skip" href="#main" onClick=${skip}>Skip to the messages</a>
    <${Bar} about=${about} where=${where} ringing=${seen.ringing} go=${go} panel=${panel === 'open'} onPanel=${() => setPanel(panel === 'open' ? 'closed' : 'open')} onTour=${() => setStep(0)} onMenu=${() => setMenu(!menu)} onPhone=${() => setPhone(true)} />
    <${Banners} seen=${seen} />
    <${Sidebar} screen=${screen} room=${room} stale=${stale} open=${where.channel} onOpen=${(channel: string) => go({ channel })} />
    <main id="main" tabindex="-1" inert=${stale}>
      ${tour}
      <${Middle} room=${room} where=${where} draft=${draft} trouble=${trouble} tick=${tick} stale=${stale} />
    </main>
    ${panel === 'open' && html`<${WirePanel} room=${room} tick=${tick} peek=${about.peek} done=${doing.done} onClose=${() => setPanel('closed')} />`}
    ${over === 'form' && html`<${Form} key=${`${where.as} ${screen.form?.id}`} form=${screen.form} room=${room} trouble=${doing.trouble} />`}
    ${doing.begun && html`<${HandForm} key=${doing.begun.verb.verb} begun=${doing.begun} room=${room} trouble=${doing.trouble} onClose=${doing.ends} />`}
    ${phone && html`<${Phone} address=${`/?phone#/${where.platform}/${encodeURIComponent(where.as)}/${where.channel}`} onClose=${() => setPhone(false)} />`}
  </div>`;
}

const skip = (event: Event): void => {
  event.preventDefault();
  (document.getElementById('messages') ?? document.getElementById('main'))?.focus();
};

const Banners = ({ seen: { there, screen } }: { seen: Look }): VNode => html`<div class="banners" role="status">
  ${!there && html`<p class="banner">The playground has stopped. Start it again with <code>npm start</code>: this page goes on by itself.</p>`}
  ${there && screen && !screen.connected && html`<p class="banner">The bot isn’t connected just now, so commands and buttons get no answer. It comes back by itself.</p>`}
</div>`;

interface MiddleProps {
  readonly room: Room;
  readonly where: Where;
  readonly draft: Draft;
  readonly trouble: string;
  readonly tick: number;
  readonly stale: boolean;
}

function Middle({ room, where, draft, trouble, tick, stale }: MiddleProps): VNode {
  const { screen, acts } = room;
  if (screen.me.away)
    return html`<${Outside} screen=${screen} by=${where.by ?? ''} tick=${tick} trouble=${trouble} acts=${acts} />`;
  if (where.channel === home)
    return html`<${Home} room=${room} />${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}`;
  // What is typed meanwhile would be lost with the channel that is being left.
  if (screen.open && screen.open.id !== where.channel && screen.channels.some(one => one.id === where.channel))
    return html`<div class="middle"></div>`;
  if (screen.open)
    return html`<${Channel} key=${`${screen.me.id} ${screen.open.id}`} channel=${screen.open} room=${room} draft=${draft} trouble=${trouble} />`;
  const app = screen.people.find(p => p.bot)?.name ?? 'the app';
  return html`<header class="head"><div><h2>${app}</h2></div></header>
    <div class="middle"><p class="messages empty">This is where ${app} writes to you alone.${screen.directComposer && html` Type <kbd>/</kbd> below to see what you can do.`}</p></div>
    ${!screen.directComposer && html`<p class="closed">${appTabIsReadOnly}</p>`}
    ${!stale && where.channel === direct && screen.directComposer && html`<${Composer} key=${`${where.platform} ${where.as}`} room=${room} place=${direct} name=${app} draft=${draft} trouble=${trouble} />`}`;
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
