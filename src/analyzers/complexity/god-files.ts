import type { Facts } from '../../shared/facts.ts';
import type { Observation } from '../../shared/observation.ts';
import { digestOf } from './digest.ts';
import type { OversizedFile } from './oversized.ts';
import { sightOf } from './reader/reader.ts';
import { tellResponsibilities } from './responsibilities/tell.ts';
import { unitsOfFile } from './responsibilities/units.ts';

/** With fewer a large file is one long story: long, perhaps, but with one reason to change. Our estimate. */
const FEWEST_FUNCTIONS = 20;

/** Source files that do too much: large, made of code rather than tables, and of many functions. */
export function findGodFiles(
  oversized: readonly OversizedFile[],
  { exports, closeLook, sightings }: Pick<Facts, 'exports' | 'closeLook' | 'sightings'>,
): Observation<'god-file'>[] {
  return oversized.flatMap(({ file, functions }) => {
    const { path } = file;
    const units = unitsOfFile(file, functions, sightOf(sightings, path).makeup ?? []);
    if (units.length < FEWEST_FUNCTIONS) return [];
    const look = closeLook.find(each => each.path === path);
    const offered = exports.find(each => each.path === path);
    const told = tellResponsibilities(path, units);
    return [
      {
        rule: 'god-file' as const,
        subject: { kind: 'file' as const, name: path },
        places: [{ path, role: 'definition', digest: digestOf(functions) }],
        confidence: 'high' as const,
        evidence: {
          contents: told?.contents ?? `${units.length} functions`,
          lines: file.code,
          functions: units.length,
          ...(told ? { tasks: told.tasks, responsibilities: told.responsibilities } : {}),
          exports: offered?.names.length ?? 0,
          ...(look ? { classes: look.classes.length } : {}),
          ...(look?.maintainability == null ? {} : { maintainability: look.maintainability }),
        },
      },
    ];
  });
}
