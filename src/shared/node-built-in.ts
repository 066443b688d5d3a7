/** A fixed list, so that an audit does not depend on the version of Node that runs it. */
const BUILT_IN = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs
  http http2 https inspector module net os path perf_hooks process punycode querystring readline repl stream
  string_decoder sys timers tls trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/),
);

/** Whether a name, without `node:` before it, is one of the modules that come with Node. */
export function comesWithNode(name: string): boolean {
  return BUILT_IN.has(name);
}
