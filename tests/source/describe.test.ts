import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFile, describeUnread } from '../../src/facts/source/describe.ts';
import type { FileKind } from '../../src/shared/facts/source.ts';

const describeText = (path: string, text: string | Buffer, classify: { glob: string; kind: FileKind }[] = []) =>
  describeFile(path, Buffer.from(text), { classify });
const kindOf = (path: string, text = 'x = 1\n') => describeText(path, text).fact.kind;

describe('what a file is for', () => {
  it.each<[FileKind, string[]]>([
    [
      'source',
      [
        'src/app.ts',
        'src/mail/receipt.template.ts',
        'index.js',
        'lib/payments/charge.py',
        'cmd/main.go',
        'src/App.vue',
        'src/Card.svelte',
        'pages/index.astro',
        'db/schema.sql',
        'src/prices.latest.ts',
        'templates/mail/render.ts',
        'src/reports/generator/templates/invoice.tsx',
      ],
    ],
    [
      'markup',
      [
        'styles/site.css',
        'src/theme.scss',
        'static/index.html',
        'views/login.hbs',
        'views/mail.ejs',
        'templates/base.jinja2',
        'app/views/orders/show.html.erb',
        'theme/product.liquid',
      ],
    ],
    [
      'test',
      [
        'test/app.ts',
        'src/__tests__/a.tsx',
        'src/a.test.ts',
        'src/a.spec.js',
        'src/basket.clienttest.tsx',
        'src/server/test-utils/order-factory.ts',
        'pkg/a_test.go',
        'tests/test_a.py',
        'spec/user_spec.rb',
        'e2e/login.ts',
        'cypress/support/commands.js',
        'src/test/java/com/shop/CartTest.java',
        'src/main/CartTests.cs',
        'src/setupTests.ts',
        'src/cart/Cart.clienttest.tsx',
        'src/api/orders.servertest.ts',
        'src/server/test-utils/order-factory.ts',
      ],
    ],
    [
      'fixture',
      [
        'test/fixtures/user.js',
        'src/__fixtures__/a.ts',
        'src/__snapshots__/a.snap',
        'pkg/testdata/in.go',
        'src/__mocks__/fs.js',
        'tests/golden/report.ts',
        'fixtures/case/repo/index.ts',
        'test/data.json',
      ],
    ],
    [
      'example',
      [
        'examples/basic/index.ts',
        'packages/ui/demo/app.tsx',
        'playground/main.ts',
        'packages/device-demo-app/src/main.ts',
        'apps/shop-starter/index.ts',
        'src/Button.stories.tsx',
        'packages/create-shop/templates/base/index.ts',
        'packages/toolkit/scaffold/src/main.ts',
        'templates/shop/src/main.ts',
        'packages/service-generator/src/order.template.ts',
        'packages/flows/src/utils/_playground.ts',
        'src/scratch.ts',
        'server/_sandbox.ts',
      ],
    ],
    [
      'vendored',
      [
        'node_modules/a/index.js',
        'vendor/github.com/a/b.go',
        'third_party/zlib/inflate.c',
        'public/libs/map.js',
        'app/assets/vendor/bootstrap/bootstrap-tour.js',
        '.yarn/releases/yarn-4.0.0.cjs',
        'web/jquery-3.6.0.js',
        'plugin/static/underscore.js',
        'packages/loader/lib/vendor/parser.js',
      ],
    ],
    [
      'generated',
      [
        'package-lock.json',
        'sub/pnpm-lock.yaml',
        'go.sum',
        'web/site.min.js',
        'api/user.pb.go',
        'api/user_pb2.py',
        'dist/index.js',
        'src/schema.generated.ts',
        'src/__generated__/types.ts',
      ],
    ],
    ['documentation', ['README.md', 'docs/guide.md', 'docs/build.ts', 'LICENSE', 'CHANGELOG', 'src/NOTES.txt']],
    [
      'configuration',
      [
        '.eslintrc.js',
        'vite.config.ts',
        'tsconfig.json',
        'packages/a/package.json',
        '.github/workflows/ci.yml',
        'docker-compose.yml',
        'Dockerfile',
        'gulpfile.js',
        'infra/main.tf',
        '.github/actions/run.js',
        'test/tsconfig.json',
      ],
    ],
    ['data', ['src/locales/de.json', 'seed/cities.csv', 'src/logo.svg']],
  ])('%s', (kind, paths) => {
    expect(paths.map(path => [path, kindOf(path)])).toEqual(paths.map(path => [path, kind]));
  });

  it('folders that a product may well have decide nothing alone', () => {
    for (const path of [
      'src/example/page.ts',
      'src/runner/sandbox.ts',
      'src/prompts/Playground.tsx',
      'app/demo/page.tsx',
      'packages/demo-orders/src/index.ts',
      'src/vendor/invoices.ts',
      'www/shop/src/lib/invoices.ts',
      'public/app/lib/till.ts',
      'src/fixtures/league.ts',
      'src/docs/editor.ts',
      'src/pages/tests/index.tsx',
      'server/spec/openapi.ts',
      'build/bundle.js',
      'src/prices.latest.ts',
    ])
      expect([path, kindOf(path)]).toEqual([path, 'source']);
  });

  it("what is below `vendor` and carries a library's banner is not the product's", () => {
    expect(kindOf('src/vendor/carousel.js', '/*! carousel v2.1.0 | MIT */\nvar a = 1;\n')).toBe('vendored');
  });

  it('nor is what is below `vendor` and tells where it was taken from', () => {
    const text = '/* A slightly patched version of the carousel that everybody has. */\nvar a = 1;\n';
    expect(kindOf('src/vendor/carousel.js', text)).toBe('vendored');
    expect(kindOf('src/assets/carousel.js', text)).toBe('source');
    expect(kindOf('src/vendor/invoices.ts', '// What a vendor sends us.\nexport const a = 1;\n')).toBe('source');
  });

  it('a file that says at its top that a program wrote it is generated, one that only mentions it is not', () => {
    expect(kindOf('src/client.ts', '/* eslint-disable */\n// @generated by tool\nexport const a = 1;\n')).toBe(
      'generated',
    );
    expect(kindOf('pkg/api.go', '// Code generated by protoc-gen-go. DO NOT EDIT.\npackage api\n')).toBe('generated');
    expect(kindOf('src/marks.ts', "const mark = '@generated';\nexport default mark;\n")).toBe('source');
    expect(kindOf('lib/out.js', 'var a = 1;\n//# sourceMappingURL=out.js.map\n')).toBe('generated');
  });

  it('squeezed code is generated and not looked into; a drawing in long lines is source', () => {
    const squeezed = describeText('src/widget.js', 'function a(b){return b;};var c=a(1);'.repeat(200));
    expect(squeezed).toMatchObject({ fact: { kind: 'generated', skipped: 'minified' }, text: null });
    expect(
      kindOf('src/logo.tsx', `export const Logo = () => <path d="${'M10 20.5 L30 40.25 '.repeat(300)}" />;\n`),
    ).toBe('source');
  });

  it("the user's globs win over every general rule", () => {
    const classify = [{ glob: 'legacy/**', kind: 'vendored' as const }];
    expect(describeText('legacy/app.test.ts', 'a', classify).fact.kind).toBe('vendored');
    expect(describeText('src/a.ts', 'a', classify).fact.kind).toBe('source');
  });
});

describe('content', () => {
  it('lines of code are neither blank nor comment', () => {
    const text = '/* a\n * b\n */\n\nint a; // c\n/* d */ int b; /* e\n f */\n  // g\nchar *s = "/* no";\nint c;\n';
    expect(describeText('src/a.c', text).fact).toMatchObject({ lines: 10, code: 4 });
    expect(
      describeText('a/b.py', '# a\n"""\nsays\n"""\ndef f():\n    """one line"""\n    return """x\ny"""\n').fact,
    ).toMatchObject({ lines: 8, code: 3 });
  });

  it('an empty file has no lines, and a last line needs no line feed', () => {
    expect(describeText('src/a.ts', '').fact).toMatchObject({ lines: 0, code: 0 });
    expect(describeText('src/a.go', 'a\nb').fact).toMatchObject({ lines: 2, code: 2 });
    expect(describeText('src/a.go', 'a\r\nb\r\n').fact).toMatchObject({ lines: 2, code: 2 });
    expect(describeText('src/a.go', 'a\rb\r').fact).toMatchObject({ lines: 2, code: 2 });
  });

  it('bytes that are no text are binary, and text that is not UTF-8 says so', () => {
    expect(describeText('a.png', Buffer.from([1, 0, 2]))).toMatchObject({
      text: null,
      fact: { kind: 'binary', skipped: 'binary' },
    });
    expect(describeText('src/a.ts', Buffer.from([0x61, 0xe9, 0x0a]))).toMatchObject({
      text: null,
      fact: { kind: 'source', lines: 1, skipped: 'not UTF-8' },
    });
  });

  it('UTF-16 with its mark is text, and marks of byte order are left out', () => {
    expect(
      describeText('src/a.ts', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('é = 1\n', 'utf16le')])).text,
    ).toBe('é = 1\n');
    expect(
      describeText('src/a.ts', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('é = 1\n', 'utf16le').swap16()]))
        .text,
    ).toBe('é = 1\n');
    expect(describeText('src/a.ts', Buffer.from('\ufeffa\n')).text).toBe('a\n');
  });

  it('the hash is the SHA-256 of the bytes', () => {
    expect(describeText('a.ts', '').fact.hash).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('a file that is too large to be read is counted with its size', () => {
    expect(
      describeUnread({ path: 'data/dump.sql', bytes: 99 }, 'too large to be read', { classify: [] }),
    ).toMatchObject({
      bytes: 99,
      language: 'sql',
      lines: 0,
      skipped: 'too large to be read',
    });
  });

  it('no bytes and no path make it throw', () => {
    const names = fc.constantFrom('.ts', '.py', '.json', '.vue', '', '.md', '.min.js');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 20 }), names, (bytes, path, ending) => {
        const { fact } = describeText(path + ending, Buffer.from(bytes));
        expect(fact.code).toBeLessThanOrEqual(fact.lines);
        expect(fact.bytes).toBe(bytes.length);
      }),
      { numRuns: 300 },
    );
  });
});
