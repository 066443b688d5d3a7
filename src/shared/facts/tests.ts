export const TEST_KINDS = ['unit', 'integration', 'e2e', 'performance', 'contract'] as const;
export type TestKind = (typeof TEST_KINDS)[number];

export interface TestFile {
  readonly path: string;
  readonly kind: TestKind;
  readonly framework: string | null;
  readonly code: number;
}

export interface FileCoverage {
  readonly path: string;
  readonly lines: number;
  readonly covered: number;
}

export interface CoverageReport {
  readonly path: string;
  readonly format: 'lcov' | 'istanbul' | 'istanbul-summary';
  readonly files: readonly FileCoverage[];
  /** Files of the report that are not in the repository. */
  readonly unmatched: number;
  /** From the report's totals where it lists no files. */
  readonly total: { readonly lines: number; readonly covered: number } | null;
  /** Why it could not be used, if so. */
  readonly unread: string | null;
}

export interface CoverageFacts {
  readonly reports: readonly CoverageReport[];
}
