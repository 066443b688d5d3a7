import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/** What each layer may import besides itself. The same table stands in docs/architecture.md. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: [],
  rulebook: ['shared'],
  facts: ['shared'],
  analyzers: ['shared'],
  findings: ['rulebook', 'shared'],
  model: ['findings', 'rulebook', 'shared'],
  baseline: ['findings', 'rulebook', 'shared'],
  report: ['baseline', 'findings', 'model', 'rulebook', 'shared'],
  'audit.ts': ['analyzers', 'baseline', 'facts', 'findings', 'model', 'report', 'rulebook', 'shared'],
  cli: ['audit.ts', 'analyzers', 'baseline', 'facts', 'findings', 'model', 'report', 'rulebook', 'shared'],
};

/** Modules through which a program touches the world outside its own memory. */
const OUTSIDE =
  /^(node:)?(fs|fs\/promises|child_process|net|http|https|dns|os|worker_threads|readline|tty)$|^simple-git$/;

const files = sourceFiles(SOURCE);

describe('layers point one way', () => {
  it.each(files)('%s', file => {
    const layer = layerOf(file);
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue;
      const target = layerOf(relative(SOURCE, resolve(SOURCE, dirname(file), specifier)));
      if (target === layer) continue;
      expect(MAY_IMPORT[layer], `${file} imports ${specifier}`).toContain(target);
    }
  });
});

describe('only facts and the cli touch the outside world', () => {
  it.each(files.filter(isPure))('%s', file => {
    expect(importsOf(file).filter(specifier => OUTSIDE.test(specifier))).toEqual([]);
    const text = readFileSync(join(SOURCE, file), 'utf8');
    expect(text, 'reads the clock, chance or the environment').not.toMatch(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.(env|argv|cwd|exit|std)|\brandomBytes\(/,
    );
  });
});

describe('files stay small enough to hold in mind', () => {
  it.each(files)('%s', file => {
    expect(readFileSync(join(SOURCE, file), 'utf8').split('\n').length).toBeLessThanOrEqual(300);
  });
});

function isPure(file: string): boolean {
  const layer = layerOf(file);
  return layer !== 'cli' && (layer !== 'facts' || file.startsWith('facts/derived/'));
}

function layerOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(match => match[1] ?? '');
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && statSync(join(folder, path)).isFile())
    .sort();
}
