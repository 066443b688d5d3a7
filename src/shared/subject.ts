export const SUBJECT_KINDS = [
  'repository',
  'service',
  'store',
  'module',
  'file',
  'function',
  'package',
  'pipeline',
  'credential',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/**
 * What an observation is about. `name` identifies it within its kind and holds no line number:
 * a file or module is its path (`src/payments`), a function `path#Class.method`, a package
 * `path/to/package.json#name`, a pipeline its path, the repository `.`.
 */
export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
}

export const REPOSITORY: Subject = { kind: 'repository', name: '.' };

/** One string for a subject: the key under which everything known of it is filed. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind}:${subject.name}`;
}

/** The path that a subject lies at, or null when it has none. */
export function subjectPath(subject: Subject): string | null {
  switch (subject.kind) {
    case 'file':
    case 'module':
    case 'pipeline':
      return subject.name;
    case 'function':
    case 'package':
    case 'credential': {
      const hash = subject.name.indexOf('#');
      return hash < 0 ? null : subject.name.slice(0, hash);
    }
    case 'repository':
    case 'service':
    case 'store':
      return null;
  }
}
