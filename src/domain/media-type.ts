/** A media type, as a platform tells it, and what people call it. */

/** Those whose own name says little. */
const called: Readonly<Record<string, string>> = {
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'application/vnd.oasis.opendocument.spreadsheet': 'ODS',
  'application/vnd.oasis.opendocument.presentation': 'ODP',
  'application/epub+zip': 'EPUB',
  'audio/mpeg': 'MP3',
  'text/markdown': 'Markdown',
  'text/plain': 'TXT',
  'video/quicktime': 'QuickTime',
};

/** `application/pdf`, as a platform tells it, is a PDF; nothing, where people would have no word for it. */
export function formatCalled(type: string): string | undefined {
  const plain = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const own = plain.split('/')[1]?.replace(/^x-|\+\w+$/g, '');
  return called[plain] ?? (own && /^[a-z0-9]{2,5}$/.test(own) ? own.toUpperCase() : undefined);
}
