import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nearest } from '../../src/cli/nearest.ts';
import { planOutputs, writeOutput } from '../../src/cli/outputs.ts';
import { aReport } from '../report/report-builder.ts';

const folder = mkdtempSync(join(tmpdir(), 'audit-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('where reports go', () => {
  it.each([
    ['report.md', 'md', 'report.md'],
    ['REPORT.JSON', 'json', 'REPORT.JSON'],
    ['json:-', 'json', null],
    ['md:notes.txt', 'md', 'notes.txt'],
    ['markdown:-', 'md', null],
  ])('-o %s', async (asked, format, path) => {
    expect(await planOutputs([asked])).toEqual([{ format, path }]);
  });

  it.each(['report.html', 'report', 'sarif:x.sarif'])('%s is refused with the formats that are known', async asked => {
    await expect(planOutputs([asked])).rejects.toThrow(/\.md \(Markdown\) and \.json/);
  });

  it('- alone is refused: it does not say which format', async () => {
    await expect(planOutputs(['-'])).rejects.toThrow(/json:-/);
  });

  it('two reports on the standard output are refused', async () => {
    await expect(planOutputs(['json:-', 'md:-'])).rejects.toThrow(/Only one/);
  });

  it('a folder that does not exist is told before the work begins', async () => {
    await expect(planOutputs([join(folder, 'missing', 'report.md')])).rejects.toThrow(/does not exist/);
    await expect(planOutputs([`md:${folder}`])).rejects.toThrow(/is a folder/);
  });

  it.skipIf(process.platform === 'win32')('a link that lies in wait is not written through', async () => {
    const [bait, missing] = [join(folder, 'bait.md'), join(folder, 'missing.md')];
    writeFileSync(join(folder, 'precious'), 'mine');
    symlinkSync('precious', bait);
    symlinkSync('nothing-yet', missing);
    await expect(planOutputs([bait])).rejects.toThrow(/symbolic link/);
    await expect(writeOutput({ format: 'md', path: bait }, aReport())).rejects.toThrow(/symbolic link/);
    await expect(planOutputs([missing])).rejects.toThrow(/symbolic link/);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('mine');
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  it('a report is written whole, and nothing else is left behind', async () => {
    const [output] = await planOutputs([join(folder, 'report.json')]);
    if (output) await writeOutput(output, aReport());
    expect(readdirSync(folder)).toEqual(['report.json']);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).schemaVersion).toBe(1);
  });
});

describe('names that someone may have meant', () => {
  const known = ['complex-function', 'god-file', 'no-tests', 'bus-factor'];

  it.each([
    ['godfile', 'god-file'],
    ['no-test', 'no-tests'],
    ['complex', 'complex-function'],
  ])('%s means %s', (typed, meant) => {
    expect(nearest(typed, known)[0]).toBe(meant);
  });

  it('nothing is suggested for what is like nothing', () => {
    expect(nearest('xyzzy-plugh', known)).toEqual([]);
  });
});
