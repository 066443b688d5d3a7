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
/** What is wrapped around all that a function does: its callback is what people call by the name of the function. */
const WRAPPING =
  /^callback of (?:.*\.)?#?(?:lock|start(?:Active)?Span|trace(?:[A-Z]\w*)?|\$?transaction|executeTx|runExclusive|runInTransaction|with[A-Z]\w*|runWith[A-Z]\w*)(?:\('|$)/;
/** What wraps the one thing that a file is there for, and says in its last word what that is: `dashboardAction`. */
const ONE_OF_A_FILE = /^callback of (?:.*\.)?[a-z]\w*(Action|Loader|Handler)$/;
const WRAPPED_HANDLER = /^callback of (?:.*\.)?with[A-Z]\w*$/;
/** What answers the requests to a path. */
const ROUTE = /^callback of (?:.*\.)?(get|post|put|patch|delete)\('(\/[^']*)'\)$/;
/** One of a table: `handlers: { ORDER_PAID: … }`. */
const IN_A_TABLE = /^callback of .*\.handlers?\.(\w+)$/;
/** Names of routes that spell out their whole path are cut in the middle. */
const LONGEST_PART = 40;
const TELLING_SEGMENTS = 2;

/**
 * What people would call a function whose subject is `path#outer > inner`: what has no name is called after the nearest
 * that has one, and after its file where nothing around it tells one from another.
 */
export function sayFunction(subject: string): string {
  const hash = subject.indexOf('#');
  const path = subject.slice(0, Math.max(hash, 0));
  const file = sayFile(path);
  const parts = subject
    .slice(hash + 1)
    .split(' > ')
    .map(bare);
  const own = parts.pop() ?? '';
  const around = parts.filter(part => !UNNAMED.test(part) && !needsFile(part));
  const nearest = around.at(-1);
  if (UNNAMED.test(own)) {
    if (nearest !== undefined) return WRAPPING.test(own) ? nearest : `${sayUnnamed(own)} in ${nearest}`;
    return file === '' || tellsItself(own) ? sayUnnamed(own) : `${sayUnnamed(own)} in ${file}`;
  }
  if (nearest !== undefined) return [...around, own].join(' > ');
  if (file === '' || !needsFile(own)) return own;
  return WHOLE_FILE.has(own) ? `the function that ${path} exports` : `${own.replace(OF_THE_DEFAULT, '')} in ${file}`;
}

function sayUnnamed(own: string): string {
  const [, method, path] = ROUTE.exec(own) ?? [];
  if (method !== undefined && path !== undefined) return `${method.toUpperCase()} ${path}`;
  const entry = IN_A_TABLE.exec(own)?.[1];
  if (entry !== undefined) return `${entry} handler`;
  return ONE_OF_A_FILE.exec(own)?.[1]?.toLowerCase() ?? (WRAPPED_HANDLER.test(own) ? 'handler' : own);
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
  return parts.slice(-2).map(sayPart).join('/');
}

/** `orders.$orderId.lines.$lineId.refunds` tells by its end what it is about; what begins with a `$` is a parameter. */
function sayPart(part: string): string {
  if (part.length <= LONGEST_PART) return part;
  const telling = part.split('.').filter(segment => !/^[$_]|^$/.test(segment));
  return telling.length > TELLING_SEGMENTS ? `…/${telling.slice(-TELLING_SEGMENTS).join('.')}` : part;
}
