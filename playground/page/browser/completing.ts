/** What completion offers while one types: commands and their options, people after `@`, channels after `#`. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Completion } from '../../driver.ts';
import * as api from './api.ts';
import type { Room } from './room.ts';

export interface Offer extends Completion {
  /** The line once it is taken. */
  readonly line: string;
  /** Enter takes it, too: what was typed is no whole command or name yet. */
  readonly eager: boolean;
}

/** A name that is being typed at the end of the line: names have up to three words. */
function mentioned(line: string, { screen }: Room): Offer[] {
  const begun = /(?:^|\s)([@#])([^@#\n]{0,40})$/.exec(line);
  if (!begun) return [];
  const [, mark = '', typed = ''] = begun;
  const names =
    mark === '@'
      ? screen.people.filter(one => one.id !== screen.me.id).map(one => one.name)
      : screen.channels.filter(one => one.kind !== 'direct' && !one.archived).map(one => one.name);
  const before = line.slice(0, line.length - typed.length);
  return names
    .filter(name => name.toLowerCase().startsWith(typed.toLowerCase()) && name !== typed.trimEnd())
    .slice(0, 10)
    .map(name => ({ label: `${mark}${name}`, line: `${before}${name} `, eager: true }));
}

/** The command that a line begins with: completion of its options goes on behind it. */
const begunWith = (line: string, known: readonly string[]): string | undefined =>
  known.toSorted((a, b) => b.length - a.length).find(label => line.startsWith(`${label} `));

function offerOf(one: Completion, line: string, known: readonly string[]): Offer {
  if (!one.label.startsWith('/'))
    return { ...one, line: `${begunWith(line, known) ?? line} ${one.label}`, eager: false };
  const whole = one.options?.length === 0 ? one.label : `${one.label} `;
  const typed = line.trimEnd() === one.label || line === whole || line.startsWith(`${one.label} `);
  return { ...one, line: whole, eager: !typed };
}

export function useOffers(line: string, place: string, room: Room): [readonly Offer[], () => void] {
  const [offered, setOffered] = useState<readonly Offer[]>([]);
  const known = useRef<readonly string[]>([]);
  const { platform, me } = room.screen;
  useEffect(() => {
    const names = mentioned(line, room);
    if (names.length || !line.startsWith('/') || line.includes('\n')) return setOffered(names);
    let stale = false;
    api.completions(platform, me.name, line, place).then(
      found => {
        if (stale) return;
        const commands = found.filter(one => one.label.startsWith('/')).map(one => one.label);
        known.current = [...new Set([...known.current, ...commands])];
        setOffered(found.map(one => offerOf(one, line, known.current)));
      },
      () => setOffered([]),
    );
    return () => {
      stale = true;
    };
  }, [line, place, platform, me.name]);
  return [offered, () => setOffered([])];
}
