import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapModules } from '../../src/facts/derived/modules.ts';
import { file, files, manifests } from './facts.ts';

const ids = (paths: string[], packages: Record<string, string | null> = {}) =>
  mapModules(files(...paths), manifests(packages)).modules.map(({ id }) => id);
const names = (paths: string[], packages: Record<string, string | null> = {}) =>
  Object.fromEntries(mapModules(files(...paths), manifests(packages)).modules.map(({ id, name }) => [id, name]));
const many = (folder: string, count: number) => Array.from({ length: count }, (_, n) => `${folder}/f${n}.ts`);

describe('the map of the system', () => {
  it('shows the folders below the source root, and its loose files as one', () => {
    expect(
      ids([
        'src/index.ts',
        'src/app.ts',
        'src/payments/charge.ts',
        'src/payments/stripe/client.ts',
        'src/users/user.ts',
      ]),
    ).toEqual(['src', 'src/payments', 'src/users']);
  });

  it('calls them what people would', () => {
    expect(
      names(['index.ts', 'src/payments/charge.ts', 'src/server/routes/a.ts', 'src/server/routes/b.ts'], {
        'package.json': 'shop',
      }),
    ).toMatchObject({ '.': 'shop', 'src/payments': 'payments' });
    expect(
      names([...many('packages/api/src/routes', 20), 'packages/api/src/db/x.ts', 'packages/ui/a.ts'], {
        'package.json': 'x',
        'packages/api/package.json': 'api',
        'packages/ui/package.json': 'ui',
      }),
    ).toMatchObject({
      'packages/api/src/routes': 'packages/api: routes',
      'packages/ui': 'packages/ui',
    });
  });

  it('shows each package of a workspace, and opens the large ones', () => {
    const packages = { 'package.json': 'root', 'packages/a/package.json': 'a', 'packages/b/package.json': 'b' };
    expect(
      ids(
        [
          ...many('packages/a/src/x', 15),
          ...many('packages/a/src/y', 15),
          'packages/b/src/x/z.ts',
          'packages/b/src/y/z.ts',
        ],
        packages,
      ),
    ).toEqual(['packages/a/src/x', 'packages/a/src/y', 'packages/b']);
  });

  it('shows services and apps without a manifest of their own', () => {
    expect(ids(['services/orders/main.go', 'services/users/main.go', 'apps/web/a.ts', 'apps/admin/b.ts'])).toEqual([
      'apps/admin',
      'apps/web',
      'services/orders',
      'services/users',
    ]);
  });

  it('walks through folders that hold nothing but the next one', () => {
    expect(
      ids(['src/main/java/com/acme/shop/orders/Order.java', 'src/main/java/com/acme/shop/users/User.java']),
    ).toEqual(['src/main/java/com/acme/shop/orders', 'src/main/java/com/acme/shop/users']);
  });

  it('opens a folder that would be the whole map', () => {
    expect(ids([...many('django/forms', 10), ...many('django/db', 10), ...many('scripts', 2)])).toEqual([
      'django/db',
      'django/forms',
      'scripts',
    ]);
  });

  it('takes a package.json without a name for a switch, not for a package', () => {
    expect(
      ids(['src/orders/a.ts', 'src/orders/esm/b.ts'], { 'package.json': 'x', 'src/orders/esm/package.json': null }),
    ).toEqual(['src/orders']);
  });

  it('leaves tests, fixtures and generated files out', () => {
    const { modules, of } = mapModules(
      [file('src/a/x.ts'), file('src/a/x.test.ts', { kind: 'test' }), file('gen/y.ts', { kind: 'generated' })],
      manifests(),
    );
    expect(modules.map(({ id }) => id)).toEqual(['src/a']);
    expect([...of.keys()]).toEqual(['src/a/x.ts']);
  });

  it('stays readable however many folders there are', () => {
    const paths = Array.from({ length: 300 }, (_, n) => many(`src/part${n}`, (n % 7) + 1)).flat();
    expect(ids(paths).length).toBeLessThanOrEqual(40);
  });

  it('is empty without source', () => expect(mapModules([], manifests())).toEqual({ modules: [], of: new Map() }));

  it('holds every source file exactly once, whatever the folders', () => {
    const segment = fc.constantFrom('src', 'lib', 'packages', 'services', 'a', 'b', 'core', 'app');
    const path = fc
      .tuple(fc.array(segment, { maxLength: 5 }), fc.nat(9))
      .map(([folders, n]) => [...folders, `f${n}.ts`].join('/'));
    fc.assert(
      fc.property(
        fc.uniqueArray(path, { maxLength: 60 }),
        fc.uniqueArray(fc.array(segment, { maxLength: 3 }), { maxLength: 4, selector: folders => folders.join('/') }),
        (paths, packages) => {
          const named = Object.fromEntries(
            packages.map((folders, n) => [[...folders, 'package.json'].join('/'), `p${n}`]),
          );
          const { modules, of } = mapModules(files(...paths), manifests(named));
          expect(modules.flatMap(module => module.files).sort()).toEqual([...paths].sort());
          expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
          expect(new Set(modules.map(({ name }) => name)).size).toBe(modules.length);
          for (const { id, files: members } of modules)
            for (const member of members)
              expect([of.get(member), id === '.' || member.startsWith(`${id}/`)]).toEqual([id, true]);
        },
      ),
    );
  });
});
