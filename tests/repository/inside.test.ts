import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookInside } from '../../src/facts/repository/inside.ts';
import { makeFolder } from './scene.ts';

test('a link tells which path it names, unless it begins at the root of the machine', () => {
  const folder = makeFolder();
  mkdirSync(join(folder, 'own'));
  symlinkSync('../nested/x', join(folder, 'own/part'));
  symlinkSync('/nested/x', join(folder, 'own/elsewhere'));
  const inside = lookInside(folder);
  expect(['own/part', 'own/elsewhere', 'own'].map(inside.targetOf)).toEqual(['nested/x', undefined, undefined]);
});
