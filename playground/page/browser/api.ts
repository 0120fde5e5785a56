/** The page's way to its own server, and the words that it reads. */
import type { Completion, Traffic } from '../../driver.ts';
import type { Screen } from '../../screen.ts';
import type { Act, HandsShown, PagePerson, TourStep } from '../exchange.ts';

export type Platform = Screen['platform'];

export interface About {
  readonly title: string;
  readonly platforms: readonly Platform[];
  readonly people: readonly PagePerson[];
  /** What is offered at once to put under a message. */
  readonly emoji: readonly string[];
  readonly tour: readonly TourStep[];
  readonly peek: boolean;
}

export interface Peeked {
  readonly tables: readonly {
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  }[];
}

/** `gist`: which event, which press, where the name alone doesn't tell. */
export type Wired = Omit<Traffic, 'request' | 'response'> & { readonly gist: string };

async function get<T>(address: string, ask: Readonly<Record<string, string | undefined>> = {}): Promise<T> {
  const query = new URLSearchParams(Object.entries(ask).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const answer = await fetch(query.size ? `${address}?${query}` : address);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.refused ?? 'That did not work.');
  return body;
}

export const about = (): Promise<About> => get('/api/about');
export const screen = (platform: Platform, as: string, channel: string, looking: boolean): Promise<Screen> =>
  get(`/api/${platform}/screen`, { as, channel, looking: looking ? '1' : '' });
export const rings = (platform: Platform): Promise<Record<string, number>> => get(`/api/${platform}/rings`);
export const hands = (platform: Platform): Promise<HandsShown> => get(`/api/${platform}/hands`);
/** How many there are of what a step of the tour leads to. */
export const counted = (platform: Platform, step: number): Promise<number> => get(`/api/${platform}/tour/${step}`);
/** Public pages that somebody outside could have been given. */
export const handedOut = (): Promise<readonly string[]> => get('/api/handed-out');
export const completions = (
  platform: Platform,
  as: string,
  line: string,
  place: string,
): Promise<readonly Completion[]> => get(`/api/${platform}/completions`, { as, line, in: place });
export const suggestions = (platform: Platform, as: string, label: string, typed: string): Promise<readonly string[]> =>
  get(`/api/${platform}/suggestions`, { as, label, typed });
export const traffic = (platform: Platform): Promise<readonly Wired[]> => get(`/api/${platform}/traffic`);
export const entry = (platform: Platform, n: number): Promise<Traffic> => get(`/api/${platform}/traffic/${n}`);
export const peeked = (): Promise<Peeked> => get('/api/peek');

export const fileAddress = (platform: Platform, as: string, id: string): string =>
  `/files/${platform}/${encodeURIComponent(id)}?as=${encodeURIComponent(as)}`;

/** Rejects with what the platform's own client would say. */
export async function act(platform: Platform, as: string, what: Act): Promise<void> {
  const answer = await fetch(`/api/${platform}/act?as=${encodeURIComponent(as)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
  });
  if (!answer.ok) throw new Error((await answer.json()).refused ?? 'That did not work.');
}

/** `onChange` for each change, `onLine` when the playground goes away and when it is back; it comes back by itself. */
export function listen(onChange: () => void, onLine: (there: boolean) => void): () => void {
  const source = new EventSource('/api/changes');
  source.addEventListener('changed', onChange);
  source.addEventListener('open', () => onLine(true));
  source.addEventListener('error', () => onLine(false));
  return () => source.close();
}

export async function asBase64(file: File): Promise<{ name: string; type: string; base64: string }> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('This file cannot be read.'));
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type || 'application/octet-stream', base64: address.split(',')[1] ?? '' };
}
