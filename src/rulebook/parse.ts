import { createHash } from 'node:crypto';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { DIMENSIONS, type Dimension } from '../shared/judgement.ts';
import { UserError } from '../shared/user-error.ts';
import { checkRulebook } from './check.ts';
import {
  type InterventionKind,
  interventionSchema,
  type Matrix,
  matrixSchema,
  type Rule,
  type Rulebook,
  ruleSchema,
  type Scoring,
  scoringSchema,
} from './rulebook.ts';

export interface RulebookFile {
  /** `code/god-file.yaml`, `interventions/add-tests.yaml`, `matrix.yaml`…; folders before that do not matter. */
  readonly path: string;
  readonly text: string;
}

const FOLDERS: readonly string[] = [...DIMENSIONS, 'interventions'];

/** Makes the rulebook out of the files of `rules/`, or tells everything that is wrong with them at once. */
export function parseRulebook(files: readonly RulebookFile[]): Rulebook {
  const problems: string[] = [];
  const rules = new Map<string, Rule>();
  const interventions = new Map<string, InterventionKind>();
  let matrix: Matrix | undefined;
  let scoring: Scoring | undefined;

  const sorted = files
    .map(({ path, text }) => ({ path: withinRules(path), text }))
    .filter(({ path }) => path.endsWith('.yaml'))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const file of sorted) {
    const [folder = '', name] = file.path.split('/');
    if (file.path === 'matrix.yaml') matrix = read(file, matrixSchema, problems);
    else if (file.path === 'scoring.yaml') scoring = read(file, scoringSchema, problems);
    else if (name === undefined)
      problems.push(`${file.path}: this file has no place in the rulebook; move or remove it.`);
    else if (folder === 'interventions') keep(file, read(file, interventionSchema, problems), interventions, problems);
    else keep(file, ruleIn(folder, file, problems), rules, problems);
  }
  if (!matrix && !sorted.some(({ path }) => path === 'matrix.yaml')) problems.push('matrix.yaml is missing.');
  if (!scoring && !sorted.some(({ path }) => path === 'scoring.yaml')) problems.push('scoring.yaml is missing.');
  if (problems.length === 0 && rules.size === 0) problems.push('there is not a single rule.');

  // Names lead nowhere when the file they name could not be read: cross-checks wait until every file can be.
  if (problems.length === 0 && matrix && scoring) {
    problems.push(...checkRulebook({ rules, interventions, matrix, scoring }));
    if (problems.length === 0) return { digest: digestOf(sorted), rules, interventions, matrix, scoring };
  }
  throw new UserError(
    `The rulebook cannot be used until this is mended:\n${problems.map(one => `- ${one}`).join('\n')}`,
  );
}

function withinRules(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  return parts.slice(FOLDERS.includes(parts.at(-2) ?? '') ? -2 : -1).join('/');
}

function ruleIn(folder: string, file: RulebookFile, problems: string[]): Rule | undefined {
  const rule = read(file, ruleSchema, problems);
  if (rule && rule.dimension !== (folder as Dimension)) {
    problems.push(`${file.path}: dimension is ${rule.dimension}, but the file lies in ${folder}/.`);
  }
  return rule;
}

function keep<T extends { readonly id: string }>(
  { path }: RulebookFile,
  one: T | undefined,
  into: Map<string, T>,
  problems: string[],
): void {
  if (!one) return;
  const name = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
  if (one.id !== name) problems.push(`${path}: id is "${one.id}", but the file is called ${name}.yaml.`);
  if (into.has(one.id)) problems.push(`${path}: id "${one.id}" stands in another file as well.`);
  into.set(one.id, one);
}

function read<Schema extends z.ZodType>(
  { path, text }: RulebookFile,
  schema: Schema,
  problems: string[],
): z.output<Schema> | undefined {
  let content: unknown;
  try {
    content = parseYaml(text);
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    problems.push(`${path}: this is not YAML: ${line}`);
    return undefined;
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  for (const { path: key, message } of parsed.error.issues) {
    problems.push(`${path}: ${key.length > 0 ? `${key.join('.')}: ` : ''}${message}.`);
  }
  return undefined;
}

function digestOf(files: readonly RulebookFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}
