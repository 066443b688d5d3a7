import { isUtf8 } from 'node:buffer';

/** The text of a file, or why it has none. */
export type Decoded = { readonly text: string } | { readonly text: null; readonly because: 'binary' | 'not UTF-8' };

/** How far git looks for a NUL byte before it calls a file binary. */
const BINARY_PROBE = 8000;

/** Whether bytes are text, and which: UTF-8, or UTF-16 with its mark; a mark of byte order is left out. */
export function decode(content: Buffer): Decoded {
  if (content[0] === 0xff && content[1] === 0xfe) return utf16(content.subarray(2));
  if (content[0] === 0xfe && content[1] === 0xff) return utf16(Buffer.from(content.subarray(2)), 'big');
  if (content.subarray(0, BINARY_PROBE).includes(0)) return { text: null, because: 'binary' };
  if (!isUtf8(content)) return { text: null, because: 'not UTF-8' };
  const marked = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
  return { text: withLineFeeds((marked ? content.subarray(3) : content).toString('utf8')) };
}

function utf16(content: Buffer, order: 'little' | 'big' = 'little'): Decoded {
  const whole = content.subarray(0, content.length & ~1);
  const text = (order === 'big' ? Buffer.from(whole).swap16() : whole).toString('utf16le');
  return text.includes('\0') ? { text: null, because: 'binary' } : { text: withLineFeeds(text) };
}

/** Lines that end in a lone carriage return would all count as one; offsets stay as they are. */
function withLineFeeds(text: string): string {
  return text.includes('\n') || !text.includes('\r') ? text : text.replaceAll('\r', '\n');
}
