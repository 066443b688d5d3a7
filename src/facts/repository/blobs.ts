import type { GitPlace } from './git-guards.ts';
import { converseWithGit } from './guarded-git.ts';

const NEWLINE = 0x0a;
/** A header of `cat-file --batch` is never longer than this. */
const LONGEST_HEADER = 200;

/** Reads blobs by id through one git process that lives as long as it is needed. */
export interface Blobs {
  /** Undefined when the object is missing, is no blob, is damaged or is larger than allowed. */
  read(id: string): Promise<Buffer | undefined>;
  close(): void;
}

interface Request {
  readonly id: string;
  answer(content: Buffer | undefined): void;
}

/** Opens the reader; the process starts with the first question. One that dies costs the question it died on. */
export function openBlobs(place: GitPlace, most: number = 256 * 1024 * 1024): Blobs {
  const waiting: Request[] = [];
  let child: ReturnType<typeof converseWithGit> | null = null;
  let closed = false;

  const start = () => {
    const started = converseWithGit(place, ['cat-file', '--batch']);
    const take = openAnswers(most, content => waiting.shift()?.answer(content));
    started.stdin.on('error', () => {});
    started.stdout.on('data', take);
    started.once('error', () => restart(started));
    started.once('close', () => restart(started));
    child = started;
    for (const { id } of waiting) started.stdin.write(`${id}\n`);
  };
  const restart = (ended: ReturnType<typeof converseWithGit>) => {
    if (child !== ended) return;
    child = null;
    waiting.shift()?.answer(undefined);
    if (waiting.length > 0) start();
  };

  return {
    read: id =>
      new Promise(resolve => {
        if (closed) return resolve(undefined);
        waiting.push({ id, answer: resolve });
        if (child) child.stdin.write(`${id}\n`);
        else start();
      }),
    close: () => {
      closed = true;
      const last = child;
      child = null;
      last?.kill('SIGKILL');
      for (const { answer } of waiting.splice(0)) answer(undefined);
    },
  };
}

/** Takes the output apart: a header line, then as many bytes as it says and a newline. */
function openAnswers(most: number, answer: (content: Buffer | undefined) => void): (chunk: Buffer) => void {
  let header: Buffer = Buffer.alloc(0);
  let body: { readonly content: Buffer | null; filled: number; left: number } | null = null;

  const takeHeader = (chunk: Buffer): Buffer => {
    const end = chunk.indexOf(NEWLINE);
    header = Buffer.concat([header, end < 0 ? chunk : chunk.subarray(0, end)]).subarray(0, LONGEST_HEADER);
    if (end < 0) return chunk.subarray(chunk.length);
    const [, type, size] = /^[0-9a-f]+ ([a-z]+) ([0-9]+)$/.exec(header.toString('latin1')) ?? [];
    header = Buffer.alloc(0);
    if (type === undefined) answer(undefined);
    else {
      const bytes = Number(size);
      const wanted = type === 'blob' && bytes <= most;
      body = { content: wanted ? Buffer.allocUnsafe(bytes) : null, filled: 0, left: bytes + 1 };
    }
    return chunk.subarray(end + 1);
  };
  const takeBody = (chunk: Buffer, into: NonNullable<typeof body>): Buffer => {
    const taken = Math.min(chunk.length, into.left);
    into.filled += into.content ? chunk.copy(into.content, into.filled, 0, taken) : 0;
    into.left -= taken;
    if (into.left === 0) {
      body = null;
      answer(into.content ?? undefined);
    }
    return chunk.subarray(taken);
  };

  return chunk => {
    for (let rest = chunk; rest.length > 0; ) rest = body ? takeBody(rest, body) : takeHeader(rest);
  };
}
