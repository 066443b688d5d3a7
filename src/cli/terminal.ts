import type { Terminal } from '../report/terminal/render.ts';

/** Whether to colour and how wide to write: NO_COLOR and --no-color win, FORCE_COLOR colours a pipe. */
export function terminalOf(stream: NodeJS.WriteStream, wanted: boolean): Terminal {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  const color = wanted && !NO_COLOR && (forced || (stream.isTTY === true && TERM !== 'dumb'));
  return { color, width: stream.columns ?? 80 };
}
