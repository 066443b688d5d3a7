import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../bin/audit.js');

/** Nobody's own git settings decide what these tests see. */
const GIT = {
  PATH: process.env.PATH ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_COMMITTER_NAME: 'Ada Lovelace',
  GIT_COMMITTER_EMAIL: 'ada@acme.example',
  GIT_AUTHOR_NAME: 'Ada Lovelace',
  GIT_AUTHOR_EMAIL: 'ada@acme.example',
};

/** Two decisions for each, one within the other. */
const branches = (count: number) =>
  Array.from({ length: count }, (_, index) => `  if (kind === ${index}) { if (late) return ${index * 2}; }`);

export const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'shop',
    private: true,
    scripts: { start: 'node src/main.js' },
    dependencies: { stripe: '*' },
  }),
  'src/main.js': "import { charge } from './payments/charge.js';\ncharge(1);\n",
  'src/payments/charge.js': [
    "import Stripe from 'stripe';",
    'const stripe = new Stripe(process.env.KEY);',
    'export function charge(kind, late) {',
    ...branches(23),
    '  return stripe.charges.create({ amount: kind });',
    '}',
    '',
  ].join('\n'),
  'tools/report.py': 'print("hello")\n',
};

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small company: a folder in which every test finds the same commits at the same dates. */
export function foundCompany(files: Readonly<Record<string, string>> = FILES) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'audit-cli-')));
  const folder = join(home, 'shop');
  mkdirSync(folder);
  const scratch = join(home, 'scratch');
  mkdirSync(scratch);

  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, env: GIT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = (message: string, date: string) => {
    git('add', '--all');
    execFileSync('git', ['commit', '--quiet', '--message', message], {
      cwd: folder,
      env: { ...GIT, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    });
  };

  git('init', '--quiet', '--initial-branch=main');
  for (const [path, text] of Object.entries(files)) write(path, text);
  if (Object.keys(files).length > 0) commit('Start the shop', '2026-01-05T10:00:00Z');

  return {
    home,
    folder,
    scratch,
    git,
    write,
    commit,
    /** Runs the built command line as a user would, from inside the folder unless told otherwise. */
    audit: (args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Outcome => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
        cwd: options.cwd ?? folder,
        env: { PATH: GIT.PATH, HOME: home, TMPDIR: scratch, ...options.env },
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      });
      return { code: status, stdout, stderr };
    },
    bin: BIN,
    close: () => rmSync(home, { recursive: true, force: true }),
  };
}
