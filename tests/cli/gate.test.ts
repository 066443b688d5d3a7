import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILES, foundCompany } from './company.ts';

let shop: ReturnType<typeof foundCompany>;
beforeEach(() => {
  shop = foundCompany();
});
afterEach(() => shop.close());

const TANGLE = FILES['src/payments/charge.js']?.replace('function charge', 'function refund') ?? '';

function gateOf(stdout: string) {
  return JSON.parse(stdout).gate;
}

describe('the gate', () => {
  it('is off until it is asked for', () => {
    expect(gateOf(shop.audit(['-o', 'json:-']).stdout).status).toBe('off');
  });

  it('without a baseline judges every finding', () => {
    const { code, stdout } = shop.audit(['--fail-on', 'P2', '--quiet']);
    expect(code).toBe(1);
    expect(stdout).toContain('FAILED');
  });

  it('passes on accepted debt, fails on new debt, and passes again when that is gone', () => {
    const accepted = shop.audit(['baseline']);
    expect(accepted.code).toBe(0);
    expect(accepted.stdout).toMatch(/^Accepted \d+ findings \(\d+ P0, \d+ P1, \d+ P2\)/);

    const gate = ['--baseline', '--fail-on', 'P2'];
    expect(shop.audit(gate).code).toBe(0);

    shop.write('src/payments/refund.js', TANGLE);
    const failed = shop.audit([...gate, '-o', 'json:-']);
    expect(failed.code).toBe(1);
    expect(gateOf(failed.stdout).added.map(({ rule }: { rule: string }) => rule)).toContain('complex-function');

    shop.git('clean', '--quiet', '--force', 'src');
    expect(shop.audit(gate).code).toBe(0);
  });

  it('a finding that moves down its file is still the accepted one', () => {
    shop.audit(['baseline']);
    shop.write('src/payments/charge.js', `// a new first line\n\n${FILES['src/payments/charge.js']}`);
    expect(shop.audit(['--baseline', '--fail-on', 'P2']).code).toBe(0);
  });

  it('keeps the key of the first baseline, so that digests stay comparable', () => {
    const file = join(shop.folder, '.audit/baseline.json');
    shop.audit(['baseline']);
    const first = JSON.parse(readFileSync(file, 'utf8'));
    shop.audit(['baseline']);
    const second = JSON.parse(readFileSync(file, 'utf8'));
    expect(first.key).toMatch(/^[0-9a-f]{64}$/);
    expect(second.key).toBe(first.key);
    expect(second.findings).toEqual(first.findings);
  });

  it('a baseline merges in git: one finding a line', () => {
    shop.audit(['baseline']);
    const lines = readFileSync(join(shop.folder, '.audit/baseline.json'), 'utf8').split('\n');
    const findings = lines.filter(line => line.includes('"rule":'));
    expect(findings.length).toBeGreaterThan(0);
    for (const line of findings) expect(JSON.parse(line.replace(/,$/, ''))).toHaveProperty('subject');
  });

  it('a baseline holds no code and nobody', () => {
    shop.audit(['baseline']);
    expect(readFileSync(join(shop.folder, '.audit/baseline.json'), 'utf8')).not.toMatch(
      /stripe\.charges|\bada\b|acme/i,
    );
  });

  it.each([
    [['--baseline'], /audit baseline/],
    [['--baseline-file', 'missing.json'], /missing\.json/],
  ])('%j without such a file is told in one sentence', (args, sentence) => {
    const { code, stderr } = shop.audit(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a broken baseline is never taken for an empty one', () => {
    const file = join(shop.folder, '.audit/baseline.json');
    shop.audit(['baseline']);
    shop.write('.audit/baseline.json', `<<<<<<< ours\n${readFileSync(file, 'utf8')}`);
    expect(shop.audit(['--baseline', '--fail-on', 'P0']).stderr).toMatch(/merge conflicts/);
    shop.write('.audit/baseline.json', '{"version":1}');
    expect(shop.audit(['--baseline', '--fail-on', 'P0']).code).toBe(2);
    expect(shop.audit(['baseline']).code).toBe(2);
    expect(readFileSync(join(shop.folder, '.audit/baseline.json'), 'utf8')).toBe('{"version":1}');
  });

  it('a part of a repository and a bare one need a place for their baseline', () => {
    const file = join(shop.home, 'part.json');
    expect(shop.audit(['baseline', 'src']).stderr).toContain('--baseline-file');
    expect(shop.audit(['baseline', 'src', '--baseline-file', file]).code).toBe(0);
    expect(shop.audit(['src', '--baseline-file', file, '--fail-on', 'P2']).code).toBe(0);
    shop.git('clone', '--quiet', '--bare', '.', join(shop.home, 'bare.git'));
    expect(shop.audit(['baseline', join(shop.home, 'bare.git')]).stderr).toContain('--baseline-file');
    expect(existsSync(join(shop.home, 'bare.git/.audit'))).toBe(false);
  });

  it('a link in the repository does not decide what a baseline overwrites', () => {
    mkdirSync(join(shop.home, 'elsewhere'));
    symlinkSync(join(shop.home, 'elsewhere'), join(shop.folder, '.audit'));
    const { code, stderr } = shop.audit(['baseline']);
    expect(code).toBe(2);
    expect(stderr).toContain('symbolic link');
    expect(existsSync(join(shop.home, 'elsewhere/baseline.json'))).toBe(false);
  });
});
