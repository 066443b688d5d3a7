/** How a function is named that has no name of its own. */
const UNNAMED = /^(?:callback of |function$|returned function$|immediate function$|static block$|computed )/;
/** What says only that something is offered to other files. */
const OFFERED = /^(?:module\.)?exports\.(?=.)/;
/** A part of something that has no name but that of its file. */
const OF_THE_DEFAULT = /^default\.(?=.)/;
/** Names that tell what kind of thing a function is, and that many files have one of. */
const OF_MANY_FILES = new Set(
  `default module.exports exports fn function handler handle main run exec execute action loader middleware callback cb init setup
  render index get post put patch delete head options GET POST PUT PATCH DELETE HEAD OPTIONS up down load`.split(/\s+/),
);
const WHOLE_FILE = new Set(['default', 'module.exports', 'exports']);
/** Files that are called after what they are to their folder: the folder says more. */
const NAMED_FOR_FOLDER = /^(?:index|main|mod|route|page|layout|handler|controller|service|\+[\w.]+)$/;
const NAMELESS_FOLDER = /^(?:src|lib|dist)$/;
const COPY = /~\d+$/;

/**
 * What people would call a function whose subject is `path#outer > inner`: what has no name is called after the nearest
 * that has one, and after its file where nothing around it tells one from another.
 */
export function sayFunction(subject: string): string {
  const hash = subject.indexOf('#');
  const file = sayFile(subject.slice(0, Math.max(hash, 0)));
  const parts = subject
    .slice(hash + 1)
    .split(' > ')
    .map(bare);
  const own = parts.pop() ?? '';
  const around = parts.filter(part => !UNNAMED.test(part) && !needsFile(part));
  const nearest = around.at(-1);
  if (UNNAMED.test(own)) {
    if (nearest !== undefined) return `${own} in ${nearest}`;
    return file === '' || tellsItself(own) ? own : `${own} in ${file}`;
  }
  if (nearest !== undefined) return [...around, own].join(' > ');
  if (file === '' || !needsFile(own)) return own;
  return WHOLE_FILE.has(own) ? `what ${file} exports` : `${own.replace(OF_THE_DEFAULT, '')} in ${file}`;
}

function needsFile(part: string): boolean {
  return OF_MANY_FILES.has(part) || OF_THE_DEFAULT.test(part);
}

function bare(part: string): string {
  return part.replace(COPY, '').replace(OFFERED, '');
}

/** `callback of router.post('orders')` names a route, and there is one of it. */
function tellsItself(name: string): boolean {
  return name.includes("'");
}

/** The last two names of a path that tell something: `cards/create-one`, `api/users` for `api/users/route.ts`. */
function sayFile(path: string): string {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(/\.[cm]?[jt]sx?$/, '');
  if (!NAMED_FOR_FOLDER.test(name) || parts.length === 0) parts.push(name);
  if (parts.length > 1 && NAMELESS_FOLDER.test(parts.at(-1) ?? '')) parts.pop();
  return parts.slice(-2).join('/');
}
