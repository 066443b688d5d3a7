import { createHash } from 'node:crypto';
import { type Subject, subjectKey } from '../shared/subject.ts';
import { sayFunction } from './spoken-name.ts';

/** Gives ids that the next audit will give again. The second finding of one rule on one subject gets another one. */
export function issueIds(): (rule: string, subject: Subject) => string {
  const issued = new Set<string>();
  return (rule, subject) => {
    for (let copy = 1; ; copy += 1) {
      const key = copy === 1 ? subjectKey(subject) : `${subjectKey(subject)}\n${copy}`;
      const id = `${rule}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
      if (issued.has(id)) continue;
      issued.add(id);
      return id;
    }
  };
}

/** What people would call a subject. Its identity is the subject alone, so that this may be mended. */
export function nameOf({ kind, name }: Subject): string {
  switch (kind) {
    case 'repository':
      return name === '.' ? 'the repository' : name;
    case 'module':
      return name === '.' ? 'the root module' : name;
    case 'function':
      return sayFunction(name);
    case 'package':
    case 'credential':
      return name.slice(name.indexOf('#') + 1);
    case 'file':
    case 'service':
    case 'store':
    case 'pipeline':
      return name;
  }
}
