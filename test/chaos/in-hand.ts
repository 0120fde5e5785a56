/** What came in from the platform, until it is handled. */
import type { Inbox } from '../../src/platform/chat-platform.ts';

export interface InHand {
  counted(inbox: Inbox): Inbox;
  /** Somebody waits for an answer. */
  presses(): number;
  /** Nobody does: where the platform doesn't answer either, the bot waits by its clock before it asks again. */
  happenings(): number;
}

export function inHand(): InHand {
  const many = { presses: 0, happenings: 0 };
  const one =
    <Given extends unknown[], T>(handle: (...given: Given) => Promise<T>, of: keyof typeof many = 'presses') =>
    async (...given: Given): Promise<T> => {
      many[of] += 1;
      try {
        return await handle(...given);
      } finally {
        many[of] -= 1;
      }
    };
  return {
    presses: () => many.presses,
    happenings: () => many.happenings,
    counted: ({ form, suggest, invoke, addressed, happened, ...rest }) => ({
      ...rest,
      form: one(form),
      suggest: one(suggest),
      invoke: one(invoke),
      addressed: one(addressed),
      happened: one(happened, 'happenings'),
    }),
  };
}
