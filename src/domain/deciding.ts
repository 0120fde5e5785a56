import type { DeedName } from './deed.ts';

/** What those who facilitate a CoP decide about it: to give one of these is to look after it. */
export const deciding = [
  'closing call-off',
  'closing change',
  'closing go-on',
  'closing space',
  'cop change-rest',
  'cop close',
  'cop edit',
  'cop end-rest',
  'cop invite',
  'cop post-again',
  'cop rest',
  'cop wake',
  'document offers',
  'facilitator step-down',
  'forum ask',
  'meeting reserve',
  'membership remove',
  'nomination ask',
  'question answer',
] as const satisfies readonly DeedName[];
