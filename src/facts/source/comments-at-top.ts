const HEAD = 2000;

/** The comments that a file opens with. A sign counts where a generator or an author puts it, and not in a string further down. */
export function commentsAtTop(text: string): string {
  const comments: string[] = [];
  let inside = false;
  for (const line of text.slice(0, HEAD).split('\n')) {
    const trimmed = line.trim();
    const opens = /^(?:\/\/|\/\*|#|--|;|<!--|"""|\*|%)/.test(trimmed);
    if (!inside && !opens && trimmed !== '' && !/^['"]use [a-z]+['"];?$/.test(trimmed) && !/^<\?/.test(trimmed)) break;
    comments.push(trimmed);
    if (/^\/\*|^<!--/.test(trimmed)) inside = true;
    if (/\*\/|-->/.test(trimmed)) inside = false;
  }
  return `${comments.join('\n')}\n`;
}
