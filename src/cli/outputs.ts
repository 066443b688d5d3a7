import type { Report } from '../report/report.ts';
import { UserError } from '../shared/user-error.ts';
import { checkWritable, writeAtomically } from './atomic-file.ts';

const FORMATS = {
  md: async () => (await import('../report/markdown/render.ts')).renderMarkdown,
  json: async () => (await import('../report/json.ts')).renderJson,
} satisfies Record<string, () => Promise<(report: Report) => string>>;
type Format = keyof typeof FORMATS;

const NAMES: Readonly<Record<string, Format>> = { md: 'md', markdown: 'md', json: 'json' };
const KNOWN = 'known are .md (Markdown) and .json';

export interface Output {
  readonly format: Format;
  /** null for stdout. */
  readonly path: string | null;
}

/** What each `-o` asks for. Checked before the work begins, so that an hour of it is not lost to a typing mistake. */
export async function planOutputs(asked: readonly string[]): Promise<Output[]> {
  const outputs = asked.map(readOutput);
  if (outputs.filter(({ path }) => path === null).length > 1) {
    throw new UserError('Only one report can go to the standard output: give the others a file name.');
  }
  for (const { path } of outputs) if (path !== null) await checkWritable(path);
  return outputs;
}

export async function writeOutput({ format, path }: Output, report: Report): Promise<void> {
  const render = await FORMATS[format]();
  if (path === null) process.stdout.write(render(report));
  else await writeAtomically(path, render(report));
}

function readOutput(asked: string): Output {
  const named = /^([a-z]+):(.+)$/i.exec(asked);
  const format = NAMES[named?.[1]?.toLowerCase() ?? ''];
  if (named && format) return { format, path: named[2] === '-' ? null : (named[2] ?? null) };
  if (asked === '-') throw new UserError('-o - does not say which format: write -o json:- or -o md:-.');
  const extension = /\.([a-z]+)$/i.exec(asked)?.[1]?.toLowerCase();
  const byExtension = NAMES[extension ?? ''];
  if (byExtension) return { format: byExtension, path: asked };
  throw new UserError(
    `The format of -o ${asked} is not known: ${KNOWN}; for another file name put it in front, as in json:${asked}.`,
  );
}
