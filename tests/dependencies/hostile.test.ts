import { stringifySyml } from '@yarnpkg/parsers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { gather, onlyLock } from './gathering.ts';

const FILES = [
  'package.json',
  'package-lock.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'lerna.json',
  'LICENSE',
  'README.md',
  'src/a.ts',
];

describe('whatever the files hold, gathering ends', () => {
  it.each(FILES)('%s of any text', path => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void gather({ [path]: text })));
  });

  it.each(FILES)('%s of any data', path => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, packages) => {
        gather({ [path]: JSON.stringify(value) });
        gather({ [path]: JSON.stringify({ lockfileVersion: 3, packages, dependencies: value, importers: packages }) });
        gather({ [path]: stringify({ lockfileVersion: '9.0', packages, snapshots: value, importers: packages }) });
      }),
    );
  });

  it.each([
    ['package.json', '['.repeat(200_000)],
    ['package.json', `{"a":`.repeat(100_000)],
    ['package-lock.json', `{"dependencies":{"a":`.repeat(50_000)],
    [
      'package-lock.json',
      `${'{"dependencies":{"a":{"version":"1.0.0","dependencies":{"b":'.repeat(2_000)}1${'}}}}'.repeat(2_000)}`,
    ],
    ['pnpm-lock.yaml', `lockfileVersion: '9.0'\nimporters: ${'['.repeat(100_000)}`],
    [
      'pnpm-lock.yaml',
      `a: &a [${'x,'.repeat(50)}]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*a,*a,*a]\n`).join('')}`,
    ],
    [
      'pnpm-lock.yaml',
      `lockfileVersion: '9.0'\npackages:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}@1.0.0: {}\n`).join('')}`,
    ],
    ['yarn.lock', `# yarn lockfile v1\n${'a@1:\n'.repeat(20_000)}`],
    ['yarn.lock', `# ${' '.repeat(50_000)}\n`.repeat(4)],
    ['yarn.lock', `__metadata:\n  version: 8\na: ${'{a: '.repeat(20_000)}`],
    ['src/a.ts', `'${'@a/'.repeat(100_000)}`],
    ['README.md', '@'.repeat(100_000) + 'a.'.repeat(100_000)],
  ])('%s made to break it (%#) spoils nothing that lies beside it', (path, text) => {
    const { manifests } = gather({ [`broken/${path}`]: text, 'package.json': { name: 'shop' } });
    expect(manifests.filter(({ name }) => name === 'shop')).toHaveLength(1);
  });
});

/** Names that locks hold, among them those that every object lends. */
const name = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/),
  fc.stringMatching(/^@[a-z]{1,6}\/[a-z][a-z0-9-]{0,8}$/),
  fc.constantFrom('constructor', 'toString', 'hasown', '@types/node'),
);
const version = fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map(parts => parts.join('.'));
const packages = fc.uniqueArray(fc.record({ name, version }), { selector: one => one.name, maxLength: 12 });

describe('a lock that was written is read back whole', () => {
  const listed = (facts: ReturnType<typeof gather>) =>
    onlyLock(facts).packages.map(one => ({ name: one.name, version: one.version, direct: one.direct }));
  const inOrder = (written: readonly { name: string; version: string }[]) =>
    written
      .map(one => ({ ...one, direct: true }))
      .sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1));
  const manifest = (written: readonly { name: string; version: string }[]) => ({
    name: 'shop-root',
    dependencies: Object.fromEntries(written.map(one => [one.name, `^${one.version}`])),
  });

  it('by npm', () => {
    fc.assert(
      fc.property(packages, written => {
        const lock = {
          lockfileVersion: 3,
          packages: {
            '': manifest(written),
            ...Object.fromEntries(written.map(one => [`node_modules/${one.name}`, { version: one.version }])),
          },
        };
        expect(listed(gather({ 'package.json': manifest(written), 'package-lock.json': lock }))).toEqual(
          inOrder(written),
        );
      }),
    );
  });

  it('by yarn 1', () => {
    fc.assert(
      fc.property(packages, written => {
        const entries = Object.fromEntries(
          written.map(one => [`${one.name}@^${one.version}`, { version: one.version }]),
        );
        const lock = `# yarn lockfile v1\n\n\n${stringifySyml(entries)}`;
        expect(listed(gather({ 'package.json': manifest(written), 'yarn.lock': lock }))).toEqual(inOrder(written));
      }),
    );
  });

  it('by pnpm 9', () => {
    fc.assert(
      fc.property(packages, written => {
        const keys = written.map(one => `${one.name}@${one.version}`);
        const lock = stringify({
          lockfileVersion: '9.0',
          importers: {
            '.': {
              dependencies: Object.fromEntries(
                written.map(one => [one.name, { specifier: `^${one.version}`, version: one.version }]),
              ),
            },
          },
          packages: Object.fromEntries(keys.map(key => [key, { resolution: { integrity: 'sha512-x' } }])),
          snapshots: Object.fromEntries(keys.map(key => [key, {}])),
        });
        expect(listed(gather({ 'package.json': manifest(written), 'pnpm-lock.yaml': lock }))).toEqual(inOrder(written));
      }),
    );
  });
});
