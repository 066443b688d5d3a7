/** Jobs and steps in the form that every provider's file is brought into before stages are looked for. */
export interface Job {
  readonly path: string;
  readonly line: number;
  /** What people see: the job's name, or its key. */
  readonly name: string;
  /** Other words that say what it is for: its key, its stage. */
  readonly words: readonly string[];
  /** The workflow's name and its file's. */
  readonly workflow: string;
  readonly onPullRequest: boolean;
  /** Runs for pull requests and for nothing else: what it deploys is a preview. */
  readonly onlyPullRequest: boolean;
  /** Environments it names in so many words, parameters filled in. */
  readonly environments: readonly string[];
  /** Conditions and branches under which it runs. */
  readonly conditions: string;
  /** Containers that run beside it: `postgres:16`. */
  readonly services: readonly string[];
  /** Waits for a person: the sign, if so. `perhaps` when only the host's settings say so. */
  readonly approval: { readonly sign: string; readonly certain: boolean } | null;
  /** What it calls in another repository, where it cannot be read. */
  readonly remote: string | null;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly line: number;
  readonly name: string | null;
  /** An action, orb or image that does the work. */
  readonly uses: string | null;
  /** What the action is given, parameters filled in. */
  readonly inputs: string;
  readonly script: string | null;
  /** 1-based line of the script's first line. */
  readonly scriptLine: number;
  /** Folder that the script runs in; empty for the root. */
  readonly directory: string;
  readonly canFail: boolean;
  readonly condition: string;
}

/** A pipeline file brought into jobs, or the reason why it was not. */
export type Reading = { readonly jobs: readonly Job[] } | { readonly unread: string };

/** A value that is filled in a thousand times must not fill memory. */
const LONGEST_VALUE = 1_000;

const PLACEHOLDER =
  /\$\{\{\s*(?:inputs|matrix|github\.event\.inputs)\.([\w-]{1,60})\s*\}\}|<<\s*(?:pipeline\.)?parameters\.([\w-]{1,60})\s*>>/g;

/** Fills the parameters that the file itself gives a value; several possible values stand side by side. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(
    PLACEHOLDER,
    (whole, first?: string, second?: string) => values.get(first ?? second ?? '')?.slice(0, LONGEST_VALUE) ?? whole,
  );
}

/** A folder as paths of the repository have it: no `./`, no trailing slash. */
export function folder(path: string): string {
  return (
    path
      .replace(/^(\.\/)+/, '')
      .replace(/^\.$/, '')
      // Without the look behind, a line of slashes would be read anew from each of them.
      .replace(/(?<!\/)\/+$/, '')
  );
}
