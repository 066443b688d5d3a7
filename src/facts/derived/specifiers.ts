const PACKAGE = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*$/i;
const FOREIGN_SCHEME = /^(?:npm|jsr):\/?(@?[^@]+)/;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** A fixed list, so that an audit does not depend on the version of Node that runs it. */
const BUILT_IN = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs
  http http2 https inspector module net os path perf_hooks process punycode querystring readline repl sea sqlite stream
  string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/),
);
/** These exist with the prefix `node:` only. */
const PREFIX_ONLY = new Set(['sea', 'sqlite', 'test']);

/** The package that a specifier names (`@scope/name`), or null for relative paths, schemes and anything npm would not call a package. */
export function packageNameOf(specifier: string): string | null {
  const foreign = FOREIGN_SCHEME.exec(specifier)?.[1];
  if (foreign === undefined && SCHEME.test(specifier)) return null;
  const segments = (foreign ?? specifier).split('/');
  const name = specifier.startsWith('@') || foreign?.startsWith('@') ? segments.slice(0, 2).join('/') : segments[0];
  return name !== undefined && PACKAGE.test(name) ? name : null;
}

/** Whether a specifier names a module that comes with Node. `events/` with its slash means the package of that name. */
export function isBuiltIn(specifier: string): boolean {
  if (specifier.startsWith('node:')) return true;
  const slash = specifier.indexOf('/');
  if (slash === specifier.length - 1) return false;
  const name = slash < 0 ? specifier : specifier.slice(0, slash);
  return BUILT_IN.has(name) && !PREFIX_ONLY.has(name);
}
