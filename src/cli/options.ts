import type { Priority } from '../shared/judgement.ts';
import type { Settings } from '../shared/settings.ts';

/** What commander makes of the command line of every command that reads a repository. */
export interface ReadingOptions {
  readonly rev?: string;
  /** A path, false for `--no-config`, undefined for the default. */
  readonly config?: string | boolean;
  readonly people?: Settings['people']['show'];
  readonly quiet?: boolean;
  readonly debug?: boolean;
}

export interface JudgingOptions extends ReadingOptions {
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly depth?: Settings['depth'];
  readonly coverage?: readonly string[];
  readonly advisories?: string;
}

export interface AuditOptions extends JudgingOptions {
  readonly color: boolean;
  readonly baseline?: boolean;
  readonly baselineFile?: string;
  readonly failOn?: Priority;
  readonly output?: readonly string[];
}
