/** What came in from the platform, until it is handled. */
import type { Inbox } from '../../src/platform/chat-platform.ts';

export function inHand(): { counted(inbox: Inbox): Inbox; many(): number } {
  let many = 0;
  const one =
    <Given extends unknown[], T>(handle: (...given: Given) => Promise<T>) =>
    async (...given: Given): Promise<T> => {
      many += 1;
      try {
        return await handle(...given);
      } finally {
        many -= 1;
      }
    };
  return {
    many: () => many,
    counted: ({ form, suggest, invoke, addressed, happened, ...rest }) => ({
      ...rest,
      form: one(form),
      suggest: one(suggest),
      invoke: one(invoke),
      addressed: one(addressed),
      happened: one(happened),
    }),
  };
}
