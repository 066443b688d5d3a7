import type { Hours } from '../shared/judgement.ts';
import { type Subject, subjectPath } from '../shared/subject.ts';
import type { Finding } from './finding.ts';

const NOTHING: Hours = [0, 0, 0];

interface Node {
  readonly parent: string | null;
  readonly depth: number;
  readonly own: Hours;
}

/**
 * How many hours a set of findings costs together. Places that lie within each other (a function in a file in a
 * module) are one piece of work and count once, at the largest; a compound finding is made of its parts and adds nothing.
 */
export function workload(findings: readonly Pick<Finding, 'rule' | 'subject' | 'module' | 'hours' | 'parts'>[]): Hours {
  const nodes = new Map<string, Node>();
  for (const { rule, subject, module, hours, parts } of findings) {
    if (parts.length > 0) continue;
    const chain = placesAround(rule, subject, module);
    chain.forEach((key, depth) => {
      const own = depth === chain.length - 1 ? hours : NOTHING;
      const node = nodes.get(key);
      nodes.set(key, { parent: chain[depth - 1] ?? null, depth, own: larger(node?.own ?? NOTHING, own) });
    });
  }

  const within = new Map<string | null, Hours>();
  const deepestFirst = [...nodes].sort(([, a], [, b]) => b.depth - a.depth);
  for (const [key, { parent, own }] of deepestFirst) {
    within.set(parent, sum(within.get(parent) ?? NOTHING, larger(own, within.get(key) ?? NOTHING)));
  }
  return within.get(null) ?? NOTHING;
}

export function sum(a: Hours, b: Hours): Hours {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function larger(a: Hours, b: Hours): Hours {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2])];
}

/** From the outermost place to the subject itself. What is no code has no inside: each rule there is work of its own. */
function placesAround(rule: string, subject: Subject, module: string | null): readonly string[] {
  const path = subjectPath(subject);
  const around = module === null ? [] : [`module:${module}`];
  switch (subject.kind) {
    case 'module':
      return [`module:${subject.name}`];
    case 'file':
      return [...around, `file:${subject.name}`];
    case 'function': {
      const names = subject.name.slice((path ?? '').length + 1).split(' > ');
      const inner = names.map((_, index) => `function:${path}#${names.slice(0, index + 1).join(' > ')}`);
      return [...around, `file:${path}`, ...inner];
    }
    case 'repository':
    case 'service':
    case 'store':
    case 'package':
    case 'pipeline':
    case 'credential':
      return [`${subject.kind}:${subject.name}:${rule}`];
  }
}
