import type { Progress } from '../shared/progress.ts';
import { SILENT } from '../shared/progress.ts';

const EVERY = 80;

export interface Drawn extends Progress {
  /** Takes the line away again, so that a report or an error starts on a clean one. */
  clear(): void;
}

/** Draws one line on stderr while a person watches, and nothing at all otherwise. */
export function drawProgress(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Drawn {
  if (quiet || !stream.isTTY) return { ...SILENT, clear() {} };
  let name = '';
  let done = 0;
  let total: number | undefined;
  let drawnAt = 0;

  const draw = () => {
    drawnAt = Date.now();
    const share = total ? ` ${Math.min(100, Math.floor((done / total) * 100))}%` : '';
    stream.write(`\r\u001b[K${`${name}${share} …`.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  return {
    stage(next, of) {
      name = next;
      done = 0;
      total = of;
      draw();
    },
    advance(by = 1) {
      done += by;
      if (Date.now() - drawnAt >= EVERY) draw();
    },
    clear() {
      if (name) stream.write('\r\u001b[K');
      name = '';
    },
  };
}
