import type { FileFact, FileKind } from '../../shared/facts/source.ts';
import type { CoverageFacts, CoverageReport, FileCoverage } from '../../shared/facts/tests.ts';
import { folderOf } from '../../shared/folder.ts';
import type { Repository } from '../repository/repository.ts';
import { roleOfFolders } from '../source/folders.ts';
import { readIstanbul, readIstanbulSummary } from './istanbul.ts';
import { readLcov } from './lcov.ts';
import { placeInTree } from './paths.ts';

type Named = readonly { readonly path: string; readonly text: string }[];

/** Where test runners leave their reports, beside each package. Git usually ignores them. */
const USUAL = ['coverage/lcov.info', 'coverage/coverage-final.json', 'coverage/coverage-summary.json', 'lcov.info'];
const REPORT_NAME = /(?:^|\/)(?:lcov\.info|[\w.-]{1,60}\.lcov|coverage-final\.json|coverage-summary\.json)$/;
const LARGEST = 64 * 1024 * 1024;
/** A monorepo has some hundreds of packages; a hostile one may have a hundred thousand. */
const MOST_PACKAGES = 500;
/** What lies there is measured by nobody: a report in a fixture or an example is a part of it. */
const NOT_PRODUCT = new Set<FileKind>(['vendored', 'fixture', 'example', 'test']);

/** Which parts of the code tests ran through, as far as reports say: those in the tree, in the usual ignored places, and those named. */
export async function collectCoverage(
  repository: Repository,
  files: readonly FileFact[],
  named: Named,
): Promise<CoverageFacts> {
  const tree = files.filter(({ kind }) => kind !== 'vendored' && kind !== 'binary').map(({ path }) => path);
  const reports = new Map<string, CoverageReport>();
  for (const { path, text } of named) reports.set(path, readReport(path, text, tree, ''));
  for (const path of placesToLook(files)) {
    if (reports.has(path)) continue;
    const content = await repository.read(path);
    if (content === undefined) continue;
    if (content.length > LARGEST) reports.set(path, unread(path, 'it is larger than 64 MB'));
    else reports.set(path, readReport(path, content.toString('utf8'), tree, homeOf(path)));
  }
  return { reports: [...reports.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function placesToLook(files: readonly FileFact[]): readonly string[] {
  const homes = files
    .filter(({ path, kind }) => /(?:^|\/)package\.json$/.test(path) && !NOT_PRODUCT.has(kind))
    .map(({ path }) => folderOf(path));
  const usual = ['', ...homes.slice(0, MOST_PACKAGES)].flatMap(home =>
    USUAL.map(place => (home === '' ? place : `${home}/${place}`)),
  );
  const listed = files.filter(file => REPORT_NAME.test(file.path) && isOfProduct(file));
  return [...new Set([...usual, ...listed.slice(0, MOST_PACKAGES).map(({ path }) => path)])];
}

/** The folder `coverage` says only that a program wrote the report; what lies around it says whose it is. */
function isOfProduct({ path, kind }: FileFact): boolean {
  const around = kind === 'generated' ? roleOfFolders(homeOf(path).split('/')) : null;
  return !NOT_PRODUCT.has(around ?? kind);
}

/** Brings one report into shape, whatever it is named; what cannot be used says why. */
function readReport(path: string, text: string, tree: readonly string[], home: string): CoverageReport {
  if (text.length > LARGEST) return unread(path, 'it is larger than 64 MB');
  if (!/^\s*\{/.test(text.slice(0, 200))) {
    const files = readLcov(text);
    return files
      ? report(path, 'lcov', files, tree, home, null)
      : unread(path, 'it is neither lcov nor a JSON report of Istanbul');
  }
  const json = parse(text);
  if (json === undefined) return unread(path, 'it is not valid JSON');
  const files = readIstanbul(json);
  if (files) return report(path, 'istanbul', files, tree, home, null);
  const summary = readIstanbulSummary(json);
  if (summary) return report(path, 'istanbul-summary', summary.files, tree, home, summary.total);
  return unread(path, 'it is no report of Istanbul');
}

function report(
  path: string,
  format: CoverageReport['format'],
  reported: readonly FileCoverage[],
  tree: readonly string[],
  home: string,
  total: CoverageReport['total'],
): CoverageReport {
  return { path, format, ...placeInTree(reported, tree, home), total, unread: null };
}

function unread(path: string, because: string): CoverageReport {
  const format = path.endsWith('.json') ? 'istanbul' : 'lcov';
  return { path, format, files: [], unmatched: 0, total: null, unread: because };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The package that a report lies in: its folder, without the `coverage/` that runners make. */
function homeOf(path: string): string {
  return folderOf(path).replace(/(?:^|\/)coverage$/, '');
}
