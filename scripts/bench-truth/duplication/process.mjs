import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const WATCH_EVERY = 4;

/** Runs a command to its end: its output, how long it took, and the most memory it held, which only Linux tells. */
export function runApart(command, args, allowed = [0]) {
  return new Promise((done, fail) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const [output, errors] = [[], []];
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, WATCH_EVERY);
    child.stdout.on('data', chunk => output.push(chunk));
    child.stderr.on('data', chunk => errors.push(chunk));
    child.once('error', fail);
    child.once('close', code => {
      clearInterval(watch);
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      if (!allowed.includes(code)) fail(new Error(`${command} ended with ${code}: ${Buffer.concat(errors)}`));
      else done({ output: Buffer.concat(output).toString('utf8'), seconds, megabytes: peak === 0 ? null : peak });
    });
  });
}

/** Megabytes; 0 where nobody tells. */
function peakOf(pid) {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}
