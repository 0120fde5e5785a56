/** What is typed for a deed, without the slash: told to the platforms, and said in texts. */
import type { DeedName } from './deed.ts';

export const slashes = {
  'cop start': 'startcop',
  'document add': 'cop docs add',
  'document find': 'cop docs find',
  'document list': 'cop docs list',
  'document review': 'cop docs review',
  'cop edit': 'cop edit',
  'facilitator show': 'cop facilitators',
  'cop find': 'cop find',
  'forum ask': 'cop tend ask',
  'guide show': 'cop guide',
  'home help': 'cop help',
  'home show': 'cop home',
  'cop invite': 'cop invite',
  'join-request make': 'cop join',
  'cop export': 'cop tend export',
  'join-request look-back': 'cop tend requests',
  'person data': 'cop me data',
  'person forget': 'cop me forget',
  'person forget-somebody': 'cop tend forget',
  'membership leave': 'cop me leave',
  'newcomer hello': 'cop me hello',
  'calendar show': 'cop me calendar',
  'role show': 'cop roles',
  'settings choose': 'cop setup',
  'cop share': 'cop share',
  'cop statement': 'cop statement',
  'first-conversation ask': 'cop support',
  'meeting call': 'cop meet',
  'meeting list': 'cop meetings',
  'promise list': 'cop next',
  'membership remove': 'cop tend remove',
  'cop close': 'cop tend close',
  'cop reopen': 'cop tend reopen',
  'cop rest': 'cop tend rest',
  'cop wake': 'cop tend wake',
  'network show': 'cop tend network',
} as const satisfies { readonly [D in DeedName]?: string };

/** A deed that can be typed. */
export type Typed = keyof typeof slashes;

export const slashOf = (name: DeedName): string | undefined => (slashes as { readonly [D in DeedName]?: string })[name];
