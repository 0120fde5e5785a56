/** What a search and a list show: a page of ten, and how to get to the next. */
import type { Cop } from '../../domain/cop.ts';
import { nameKey } from '../../domain/cop.ts';
import type { DeedName, DeedOf, Deeds, OptionsOf } from '../../domain/deed.ts';
import type { Document } from '../../domain/document.ts';
import type { CopId } from '../../domain/ids.ts';
import { pageFrom, pageRead } from '../../domain/page.ts';
import { soughtIn } from '../../domain/search.ts';
import { fitting, type LibraryView, libraryCard } from '../../messages/library.ts';
import type { Card } from '../../platform/card.ts';
import type { Choice } from '../../platform/chat-platform.ts';
import { fits } from '../../platform/invoke.ts';
import * as cops from '../../store/cops.ts';
import * as documents from '../../store/documents.ts';
import * as libraries from '../../store/libraries.ts';
import * as people from '../../store/people.ts';
import type { ReadScope, Scope } from '../command.ts';

const pageSize = 10;
/** So many a list holds beside the guides: Discord's takes 25. */
const mostTags = 22;
/** More than these of a search are not counted. */
const mostCounted = 100;

export interface Sought {
  readonly words: string;
  readonly tag: string | undefined;
  readonly from: number;
}

export async function shelf(
  { tx, network }: Pick<Scope<unknown>, 'tx' | 'network'>,
  cop: Cop,
  sought: Sought,
): Promise<Card> {
  const { words, tag } = sought;
  const { from, found } = await pageRead(sought.from, async from => {
    const page = { from, most: pageSize + 1 };
    if (words) return documents.find(tx, network, cop.id, words, page);
    return documents.list(tx, network, cop.id, { ...page, tag });
  });
  const shown = found.slice(0, Math.min(pageSize, fitting(found, words)));
  const total = await totalOf({ tx, network }, cop, { words, tag, from }, found.length);
  const sharers = await people.known(tx, network, { workspace: cop.workspace, cop: cop.id }, [
    ...new Set(shown.map(one => one.sharedBy)),
  ]);
  const tags = words === '' && from === 0 ? await libraries.tags(tx, network, [cop.id], mostTags + 1) : [];
  const more = found.length > shown.length;
  return libraryCard({
    cop,
    words,
    tag,
    from,
    found: shown.map(document => ({ document, cop, sharer: sharers.get(document.sharedBy) })),
    opening: document => opening(document, sought),
    more,
    total,
    pages: {
      next: more ? turning(cop.id, { ...sought, from: from + shown.length }) : undefined,
      before: from > 0 ? turning(cop.id, { ...sought, from: Math.max(0, from - pageSize) }) : undefined,
    },
    tags: tags.slice(0, mostTags).map(one => ({ ...one, does: turning(cop.id, { words: '', tag: one.tag, from: 0 }) })),
    moreTags: tags.length > mostTags,
  });
}

/** Counted only where there is more than a page. */
async function totalOf(
  { tx, network }: Pick<Scope<unknown>, 'tx' | 'network'>,
  cop: Cop,
  { words, tag, from }: Sought,
  found: number,
): Promise<LibraryView['total']> {
  if (from === 0 && found <= pageSize) return { count: found, orMore: false };
  if (!words) return { count: await libraries.count(tx, network, cop.id, tag), orMore: false };
  const counted = await documents.find(tx, network, cop.id, words, { from: 0, most: mostCounted + 1 });
  return { count: Math.min(counted.length, mostCounted), orMore: counted.length > mostCounted };
}

/** With the way back to where it was chosen, as far as a button can carry it. */
function opening(document: Document, { words, tag, from }: Sought): DeedOf<'document open'> {
  const sought = written({ words, tag });
  const options = { document: document.id, ...(from > 0 && { from: String(from) }), ...(sought && { for: sought }) };
  const whole = { command: 'document open', options } as const;
  return fits(whole) ? whole : { command: 'document open', options: { document: document.id } };
}

const written = ({ words, tag }: Pick<Sought, 'words' | 'tag'>): string => {
  const sought = words ? `w${soughtIn(words).join(' ')}` : tag === undefined ? '' : `t${tag}`;
  return sought && Buffer.from(sought).toString('base64url');
};

/** What is looked for goes along with the button, as short as it can be; none where it is too long for one. */
export function turning(cop: CopId, { words, tag, from }: Sought): DeedOf<'document page'> | undefined {
  const sought = written({ words, tag });
  const options = { cop, from: String(from), ...(sought && { for: sought }) };
  const invoke = { command: 'document page', options } as const;
  return fits(invoke) ? invoke : undefined;
}

export function soughtOf(options: Pick<OptionsOf<'document page'>, 'for' | 'from'>): Sought {
  const sought = Buffer.from(options.for ?? '', 'base64url').toString();
  return {
    words: sought.startsWith('w') ? sought.slice(1) : '',
    tag: sought.startsWith('t') ? sought.slice(1) : undefined,
    from: pageFrom(options.from),
  };
}

type Reads = Pick<ReadScope<unknown>, 'reader' | 'network' | 'actor'>;

/** Offered while typing: my CoPs, or the tags of their libraries. */
export async function suggested(
  { reader, network, actor }: Reads,
  option: Deeds[DeedName],
  typed: string,
): Promise<readonly Choice[]> {
  if (!network || !actor) return [];
  const mine = (await cops.ofPerson(reader, network, actor.id)).filter(one => one.membership === 'member');
  const key = nameKey(typed);
  if (option === 'tag') {
    const tags = await libraries.tags(
      reader,
      network,
      mine.map(({ cop }) => cop.id),
      200,
    );
    return tags
      .filter(one => nameKey(one.tag).includes(key))
      .slice(0, 25)
      .map(({ tag }) => ({ value: tag, label: tag }));
  }
  return mine
    .filter(({ cop }) => nameKey(cop.name).includes(key))
    .slice(0, 25)
    .map(({ cop }) => ({ value: cop.id, label: cop.name }));
}
