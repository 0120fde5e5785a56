/** How large a file is, as people say it. */
import { type Text, text } from '../platform/card.ts';

export function sizeOf(bytes: number): Text {
  if (bytes < 1000) return text`${bytes} bytes`;
  if (bytes < 1_000_000) return text`${Math.round(bytes / 1000)} KB`;
  const [whole, tenth] = (bytes / 1_000_000).toFixed(1).split('.');
  return text`${whole ?? ''}.${tenth ?? ''} MB`;
}
