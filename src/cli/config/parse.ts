import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { UserError } from '../../shared/user-error.ts';
import { nearest } from '../nearest.ts';
import { type Configuration, configurationSchema } from './schema.ts';

const LARGEST = 1024 * 1024;

type Issue = z.core.$ZodIssue;

/** Reads `audit.yaml`, or says in one sentence what is wrong where. */
export function parseConfiguration(text: string, path: string): Configuration {
  if (text.length > LARGEST) throw new UserError(`${path} is larger than a megabyte: keep only settings in it.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const [broken] = document.errors;
  if (broken) throw new UserError(`${at(broken.pos[0])}: this is not YAML: ${broken.message}`);
  const content = contentOf(document, path) ?? {};
  const checked = configurationSchema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  if (!issue) throw new UserError(`${path} cannot be used.`);
  throw new UserError(`${at(offsetOf(document, issue))}: ${explain(issue)}`);
}

function contentOf(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw new UserError(`${path} repeats itself through too many aliases: write the values out.`);
  }
}

function explain(issue: Issue): string {
  const where = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = knownKeys(issue.path.map(String));
    const [near] = nearest(key, known, 1);
    const hint = near === undefined ? `use one of ${known.join(', ')}` : `did you mean "${near}"?`;
    return `unknown key "${where ? `${where}.` : ''}${key}": ${hint}${near === undefined ? '.' : ''}`;
  }
  const subject = where ? `"${where}"` : 'the file';
  return `${subject} is not right: ${lower(issue.message)}.`;
}

function knownKeys(path: readonly string[]): string[] {
  const { shape } = configurationSchema;
  const [first] = path;
  if (first === 'people') return Object.keys(shape.people.unwrap().shape);
  if (first === 'price') return Object.keys(shape.price.unwrap().shape);
  return Object.keys(shape);
}

/** Where the trouble stands: the unknown key itself, else the value, else the innermost thing around it. */
function offsetOf(document: Document, issue: Issue): number {
  const path = issue.path.map(part => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === issue.keys[0]) : undefined;
    if (isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function lower(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');
}
