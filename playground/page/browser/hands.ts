/** What is done by hand: menus of channels and people, what they ask for, and the panel of the platform. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { OpenChannel } from '../../screen.ts';
import type { Ask, HandPlace, ShownVerb } from '../exchange.ts';
import { Dialog } from './dialog.ts';
import { html } from './html.ts';
import type { Entry } from './menu.ts';
import type { Room } from './room.ts';

export interface Begun {
  readonly verb: ShownVerb;
  readonly channel?: string | undefined;
  readonly person?: string | undefined;
}

const dangerous = /^(deletes|throws|kicks|deactivates|leavesWork|removesApp|uninstalls)/;

/** A menu's entries for a channel, or for somebody. */
export const entriesFor = (
  room: Room,
  places: readonly HandPlace[],
  on: { channel?: string; person?: string },
  channel?: Pick<OpenChannel, 'archived' | 'kind' | 'joined'>,
): Entry[] =>
  room.hands.verbs
    .filter(one => places.includes(one.on) && (!channel || fits(one, channel)))
    .map(verb => ({ label: verb.label, danger: dangerous.test(verb.verb), run: () => room.begins(verb, on) }));

const fits = (
  verb: ShownVerb,
  { archived, kind, joined }: Pick<OpenChannel, 'archived' | 'kind' | 'joined'>,
): boolean =>
  (verb.archived === undefined || verb.archived === archived) &&
  (verb.kinds?.includes(kind) ?? true) &&
  !(verb.verb === 'joins' && joined);

type Given = Record<string, string | string[]>;

function Field({ ask, room, given, onGiven }: { ask: Ask; room: Room; given: Given; onGiven: (given: Given) => void }) {
  const id = `hand-${ask.name}`;
  const set = (value: string | string[]) => onGiven({ ...given, [ask.name]: value });
  const take = (event: Event) => set((event.target as HTMLInputElement | HTMLSelectElement).value);
  const people = room.screen.people.map(one => one.name);
  const offered =
    {
      person: people.filter(name => name !== room.screen.me.name),
      whom: ['@everyone', ...room.hands.roles, ...people],
    }[ask.kind as 'person' | 'whom'] ??
    ask.options ??
    [];
  if (ask.kind === 'words')
    return html`<div class="field"><label for=${id}>${ask.label}</label><input type="text" id=${id} value=${given[ask.name]} onInput=${take} /></div>`;
  if (ask.kind === 'several') {
    const chosen = [given[ask.name] ?? []].flat();
    const toggle = (one: string) => set(chosen.includes(one) ? chosen.filter(c => c !== one) : [...chosen, one]);
    return html`<fieldset class="field"><legend>${ask.label}</legend>${offered.map(one => html`<label class="check"><input type="checkbox" checked=${chosen.includes(one)} onChange=${() => toggle(one)} />${one}</label>`)}</fieldset>`;
  }
  return html`<div class="field"><label for=${id}>${ask.label}</label><select id=${id} onChange=${take}>
    ${ask.value === '' && html`<option value="">–</option>`}
    ${offered.map(one => html`<option selected=${one === given[ask.name]}>${one}</option>`)}
  </select></div>`;
}

const emptyOf = ({ asks }: ShownVerb): Given =>
  Object.fromEntries(asks.map(ask => [ask.name, ask.kind === 'several' ? [] : ask.value]));

export function HandForm({
  begun,
  room,
  trouble,
  onClose,
}: {
  begun: Begun;
  room: Room;
  trouble: string;
  onClose: (done: boolean) => void;
}): VNode {
  const { verb, channel, person } = begun;
  const [given, setGiven] = useState<Given>(() => emptyOf(verb));
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done = await room.acts({ does: 'by-hand', verb: verb.verb, channel, person, given });
    setBusy(false);
    if (done) onClose(true);
  };
  const place = room.screen.channels.find(one => one.id === channel)?.name;
  const about = [person, place && `#${place}`].filter(Boolean).join(', ');
  return html`<${Dialog} title=${verb.label} onClose=${() => onClose(false)}>
    <form onSubmit=${submit} method="dialog">
      <header><h2>${verb.label.replace(/…$/, '')}</h2><button type="button" class="close" aria-label="Close" onClick=${() => onClose(false)}>×</button></header>
      <div class="inside">
        ${about && html`<p class="quiet">${about}</p>`}
        ${verb.warns && html`<p>${verb.warns}</p>`}
        ${verb.asks.map(ask => html`<${Field} key=${ask.name} ask=${ask} room=${room} given=${given} onGiven=${setGiven} />`)}
        ${trouble && html`<p class="trouble" role="alert">${trouble}</p>`}
      </div>
      <footer>
        <button type="button" class="button" onClick=${() => onClose(false)}>Cancel</button>
        <button type="submit" class="button primary" disabled=${busy}>${verb.asks.length ? 'Do it' : 'Yes, do it'}</button>
      </footer>
    </form>
  <//>`;
}

/** Doings of the platform and of whoever runs it; what isn't as it should be now stands on top. */
export function PlatformPanel({ room, done }: { room: Room; done: string }): VNode {
  const { troubles, verbs } = room.hands;
  const shown = verbs.filter(one => one.on === 'platform');
  return html`<div class="hands">
    <p class="quiet">What happens to ${room.screen.platform === 'slack' ? 'Slack' : 'Discord'}, and to the bot in it. What is taken here can be given back here.</p>
    ${troubles.length > 0 ? html`<ul class="troubles" aria-label="Not as it should be">${troubles.map(one => html`<li>${one}</li>`)}</ul>` : html`<p class="fine">All is as it should be.</p>`}
    <p class="quiet" role="status">${done}</p>
    ${[...new Set(shown.map(one => one.group))].map(
      group =>
        html`<section><h3>${group}</h3><ul>${shown.filter(one => one.group === group).map(verb => html`<li><button type="button" class="button" onClick=${() => room.begins(verb)}>${verb.label}</button></li>`)}</ul></section>`,
    )}
  </div>`;
}
