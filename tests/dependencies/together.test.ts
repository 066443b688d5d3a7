import { expect, it } from 'vitest';
import type { Landscape } from '../../src/analyzers/dependency-risk/landscape.ts';
import { type Row, tellTogether } from '../../src/analyzers/dependency-risk/together.ts';

const row = (folder: string, names: readonly string[]): Row<'unused-package'> => ({
  names,
  observation: {
    rule: 'unused-package',
    subject: { kind: 'file', name: `${folder}/package.json` },
    places: [],
    confidence: 'medium',
    evidence: { packages: names.length, examples: names.join(', ') },
  },
});

function examplesOf(...rows: readonly Row<'unused-package'>[]): string {
  const manifests = rows.map(({ observation }) => ({ path: observation.subject.name, workspaceRoot: '.' }));
  const told = tellTogether(rows, { manifests } as unknown as Landscape, several => `${several} manifests`);
  expect(told).toHaveLength(1);
  return String(told[0]?.evidence.examples);
}

const many = Array.from({ length: 100 }, (_, n) => `package-with-a-long-name-${n}`);

it('packages are listed by the manifest that asks for them', () => {
  expect(examplesOf(row('web', ['koa', 'jose']), row('api', ['pino']))).toBe('web: koa, jose; api: pino');
});

it('a list that is too long for a row is cut, and never left out', () => {
  const examples = examplesOf(row('web', many), row('api', ['pino']));
  expect(examples).toMatch(/^web: package-with-a-long-name-0, .* …$/);
  expect(examples.length).toBeLessThan(1_600);
});
