import type { Manifest } from '../../shared/facts/manifests.ts';
import type { ImportFact } from '../../shared/facts/source.ts';
import { comesWithNode } from '../../shared/node-built-in.ts';

/** What programs that write code let their output import. It is written while building, so nobody sees the import. */
const RUNTIMES: Readonly<Record<string, string>> = {
  '@lezer/generator': '@lezer/lr @lezer/common @lezer/highlight',
  nearley: 'nearley moo',
  'antlr4ts-cli': 'antlr4ts',
  'antlr-ng': 'antlr4ng',
  '@graphql-codegen/cli':
    'graphql graphql-tag graphql-request @graphql-typed-document-node/core @apollo/client urql @urql/core @urql/vue apollo-angular @tanstack/react-query react-query',
  'relay-compiler': 'relay-runtime react-relay',
  'protobufjs-cli': 'protobufjs long',
  'ts-proto': 'protobufjs long @bufbuild/protobuf @grpc/grpc-js nice-grpc nice-grpc-common rxjs',
  'grpc-tools': 'google-protobuf @grpc/grpc-js grpc',
  grpc_tools_node_protoc_ts: 'google-protobuf @grpc/grpc-js',
  'protoc-gen-grpc-web': 'google-protobuf grpc-web',
  '@bufbuild/protoc-gen-es': '@bufbuild/protobuf',
  '@connectrpc/protoc-gen-connect-es': '@connectrpc/connect @bufbuild/protobuf',
  '@protobuf-ts/plugin': '@protobuf-ts/runtime @protobuf-ts/runtime-rpc',
  '@openapitools/openapi-generator-cli': 'axios @nestjs/axios rxjs',
  '@hey-api/openapi-ts': '@hey-api/client-fetch @hey-api/client-axios axios',
  'openapi-typescript-codegen': 'axios form-data',
  'swagger-typescript-api': 'axios',
  orval: 'axios @tanstack/react-query swr',
  prisma: '@prisma/client',
  'typegraphql-prisma': 'type-graphql graphql-scalars graphql-fields decimal.js',
  typechain: 'ethers',
  '@edgedb/generate': 'edgedb',
};

/** What bundlers make of a program runs in a browser, where packages stand in for what comes with Node. */
const BUNDLERS = new Set(
  `vite webpack rollup parcel parcel-bundler browserify esbuild @rspack/core @angular/cli @vue/cli-service react-scripts next
  nuxt gatsby expo react-native metro electron electron-vite wxt plasmo`.split(/\s+/),
);

/** Endings of what is read here, and of what is only shown or loaded. */
const WITHOUT_PROGRAM =
  /\.(?:[cm]?[jt]sx?|json5?|ya?ml|toml|css|s[ac]ss|less|styl|svg|png|jpe?g|gif|webp|avif|ico|woff2?|[ot]tf|eot|mp[34]|webm|ogg|wav|pdf|txt|mdx?|html?|vue|svelte|astro|wasm|node|glsl|vert|frag|csv|xml|sql|po)$/i;

/** Packages that the output of a generator imports where a manifest, or one above it, asks for the generator. */
export function runtimesOfGenerators(manifests: readonly Manifest[]): ReadonlySet<string> {
  const asked = manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
  return new Set(asked.flatMap(name => (Object.hasOwn(RUNTIMES, name) ? (RUNTIMES[name]?.split(' ') ?? []) : [])));
}

/** Whether a package stands in for a module of Node, in a program that is bundled for where there is no Node. */
export function standsInForNode(name: string, manifests: readonly Manifest[]): boolean {
  return (
    comesWithNode(name) &&
    manifests.some(({ dependencies }) => dependencies.some(dependency => BUNDLERS.has(dependency.name)))
  );
}

/** Whether code imports files out of which the build makes programs: what these import then, nobody sees. */
export function importsWhatIsCompiled(imports: readonly ImportFact[]): boolean {
  return imports.some(({ specifier, to }) => to !== null && specifier.startsWith('.') && !WITHOUT_PROGRAM.test(to));
}
