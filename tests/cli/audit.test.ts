import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/report/report.ts';
import { foundCompany } from './company.ts';

let shop: ReturnType<typeof foundCompany>;
beforeAll(() => {
  shop = foundCompany();
});
afterAll(() => shop.close());

function auditJson(args: readonly string[] = [], options = {}): Report {
  const { code, stdout, stderr } = shop.audit([...args, '-o', 'json:-'], options);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return reportSchema.parse(JSON.parse(stdout));
}

describe('audit, without a word more', () => {
  it('tells the verdict of the repository one stands in, in 80 columns and without colour in a pipe', () => {
    const { code, stdout, stderr } = shop.audit([]);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout.split('\n')[0]).toBe('shop');
    expect(stdout).toMatch(/● (RED|AMBER|GREEN|GREY)/);
    expect(stdout).toContain('src/payments/charge.js');
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('colours a pipe when forced to, and never against NO_COLOR or --no-color', () => {
    const env = { FORCE_COLOR: '1' };
    expect(shop.audit([], { env }).stdout).toContain('\u001b[');
    expect(shop.audit(['--no-color'], { env }).stdout).not.toContain('\u001b[');
    expect(shop.audit([], { env: { ...env, NO_COLOR: '1' } }).stdout).not.toContain('\u001b[');
  });

  it('leaves nothing behind, in the repository or among temporary files', () => {
    expect(readdirSync(shop.scratch)).toEqual([]);
    expect(shop.git('status', '--porcelain')).toBe('');
  });

  it('finds the tangled payment function and calls it by file and line', () => {
    const { findings } = auditJson();
    const finding = findings.find(({ rule }) => rule === 'complex-function');
    expect(finding?.places[0]).toMatchObject({ path: 'src/payments/charge.js', line: 3 });
    expect(finding?.priority).not.toBe('P2');
  });

  it('says that Python was counted and not examined', () => {
    const gap = auditJson().notAssessed.find(({ what }) => what.includes('Python'));
    expect(gap?.what).toContain('1 line in 1 file');
  });

  it('gives the same bytes twice', () => {
    expect(shop.audit(['-o', 'json:-']).stdout).toBe(shop.audit(['-o', 'json:-']).stdout);
    expect(shop.audit(['-o', 'md:-']).stdout).toBe(shop.audit(['-o', 'md:-']).stdout);
  });

  it('writes as many reports as are asked for, and says where', () => {
    const [md, json] = [join(shop.home, 'report.md'), join(shop.home, 'report.json')];
    const { code, stdout } = shop.audit(['-o', md, '-o', json]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, '')).toContain(`Written:${md},${json}`);
    expect(readFileSync(md, 'utf8')).toMatch(/^# Technical due diligence: shop\n/);
    expect(() => reportSchema.parse(JSON.parse(readFileSync(json, 'utf8')))).not.toThrow();
  });

  it('no digest of code reaches a report without a baseline', () => {
    const places = JSON.stringify(auditJson().findings.map(({ places }) => places));
    expect(places).not.toMatch(/[0-9a-f]{64}/);
  });
});

describe('which repository, and which commit', () => {
  it('audits a folder from elsewhere, a part of a work tree, a commit and a bare clone', () => {
    expect(auditJson([shop.folder], { cwd: shop.home }).subject.scope).toBe('.');
    expect(auditJson(['src/payments']).subject).toMatchObject({ scope: 'src/payments', files: 1 });
    expect(auditJson(['--rev', 'HEAD']).subject).toMatchObject({ state: 'commit', commits: 1 });
    shop.git('clone', '--quiet', '--bare', '.', join(shop.home, 'bare.git'));
    expect(auditJson([join(shop.home, 'bare.git')]).subject).toMatchObject({ state: 'commit', files: 4 });
  });

  it('a working tree and its commit give the same findings', () => {
    expect(auditJson(['--rev', 'HEAD']).findings).toEqual(auditJson().findings);
  });

  it.each([
    [['nowhere'], /does not exist/],
    [[''], /No repository was named/],
    [['package.json'], /not a folder/],
    [['--rev', 'no-such-branch'], /no-such-branch/],
    [['ext::sh -c touch%20x'], /no address that can be cloned/],
  ])('%j ends in one sentence and exit code 2', (args, sentence) => {
    const { code, stdout, stderr } = shop.audit(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a folder with nothing in it is no pass', () => {
    mkdirSync(join(shop.home, 'empty'));
    const { code, stderr } = shop.audit([join(shop.home, 'empty'), '--fail-on', 'P0']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no files that could be audited/);
  });

  it('a repository without commits is audited by its files, and says that history is missing', () => {
    const fresh = foundCompany({});
    try {
      fresh.write('src/index.js', 'export const answer = 42;\n');
      fresh.write('package.json', '{"name":"fresh"}');
      const { code, stdout } = fresh.audit(['-o', 'json:-']);
      expect(code).toBe(0);
      const report = reportSchema.parse(JSON.parse(stdout));
      expect(report.subject.commits).toBeNull();
      expect(report.dimensions.find(({ id }) => id === 'team')?.score).toBeNull();
    } finally {
      fresh.close();
    }
  });
});

describe('how people are named', () => {
  it('is by handle, in full, or not at all', () => {
    const named = (args: string[]) => auditJson(args).exhibits.people.map(({ person }) => person);
    expect(named([])).toEqual(['ada']);
    expect(named(['--people', 'raw'])).toEqual(['Ada Lovelace <ada@acme.example>']);
    expect(named(['--people', 'anonymous'])).toEqual(['person 1']);
  });

  it('an anonymous report holds no handle, name or address anywhere', () => {
    for (const format of ['json:-', 'md:-']) {
      expect(shop.audit(['--people', 'anonymous', '-o', format]).stdout).not.toMatch(/\bada\b|lovelace|acme\.example/i);
    }
  });
});

describe('settings', () => {
  it('of the audited repository are used and told of, unless --no-config', () => {
    shop.write('audit.yaml', 'exclude: ["tools/**"]\nprice: { perDay: 1000, currency: EUR }\n');
    try {
      const report = auditJson();
      expect(report.subject.notes.join()).toContain('Judged with settings from the audited repository (audit.yaml)');
      expect(report.inputs.configuration).toMatchObject({ path: 'audit.yaml', fromRepository: true });
      expect(report.interventions[0]?.price.cost?.currency).toBe('EUR');
      expect(JSON.stringify(report.notAssessed)).not.toContain('Python');
      expect(auditJson(['--no-config']).inputs.configuration).toBeNull();
    } finally {
      shop.git('clean', '--quiet', '--force');
    }
  });

  it('that are wrong end the audit with file, line and column', () => {
    shop.write('audit.yaml', 'depth: quick\nexlude: []\n');
    try {
      const { code, stderr } = shop.audit([]);
      expect(code).toBe(2);
      expect(stderr).toBe('audit: audit.yaml:2:1: unknown key "exlude": did you mean "exclude"?\n');
    } finally {
      shop.git('clean', '--quiet', '--force');
    }
  });

  it('--only and --skip leave analyzers out and the report says so', () => {
    expect(auditJson(['--only', 'complexity']).runs.map(({ analyzer }) => analyzer)).toEqual(['complexity']);
    const { runs, notAssessed } = auditJson(['--skip', 'ci,bus-factor']);
    expect(runs.map(({ analyzer }) => analyzer)).not.toContain('ci');
    expect(JSON.stringify(notAssessed)).toContain('--skip');
    expect(shop.audit(['--only', 'complexty']).stderr).toContain('did you mean complexity?');
  });
});
