import { fileName } from './folder.ts';

/** Ecosystems whose manifests are counted and not examined, by the name of the manifest. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
  ['requirements.txt', 'Python'],
  ['pyproject.toml', 'Python'],
  ['setup.py', 'Python'],
  ['Pipfile', 'Python'],
  ['environment.yml', 'Python'],
  ['go.mod', 'Go'],
  ['Gemfile', 'Ruby'],
  ['Cargo.toml', 'Rust'],
  ['pom.xml', 'Java'],
  ['build.gradle', 'Java'],
  ['build.gradle.kts', 'Java'],
  ['composer.json', 'PHP'],
  ['mix.exs', 'Elixir'],
  ['pubspec.yaml', 'Dart'],
  ['Package.swift', 'Swift'],
  ['Podfile', 'Swift'],
  ['build.sbt', 'Scala'],
  ['packages.config', '.NET'],
  ['deps.edn', 'Clojure'],
  ['deno.json', 'Deno'],
  ['deno.jsonc', 'Deno'],
]);

/** The ecosystem that a file declares dependencies of; null when it is no manifest of one that is only counted. */
export function ecosystemOf(path: string): string | null {
  const name = fileName(path);
  const named = BY_NAME.get(name);
  if (named) return named;
  if (name.endsWith('.csproj') || name.endsWith('.fsproj')) return '.NET';
  if (name.endsWith('.gemspec')) return 'Ruby';
  return /^requirements[\w.-]{0,40}\.txt$/.test(name) ? 'Python' : null;
}
