import { expect, test } from 'vitest';
import { judge } from '../../src/findings/judge.ts';
import type { Step } from '../../src/shared/judgement.ts';
import type { Evidence } from '../../src/shared/observation.ts';
import type { Subject } from '../../src/shared/subject.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';
import { anObservation, aRun, aSetting, aSubject } from './makers.ts';

const FILE = aSubject('file', 'src/pay/pay.ts');
const FUNCTION = aSubject('function', 'src/pay/pay.ts#charge');
const SURROUNDINGS: Record<Step, readonly string[]> = {
  'critical-path': ['file:src/pay/pay.ts'],
  hotspot: ['file:src/pay/pay.ts', 'function:src/pay/pay.ts#charge'],
  'single-knower': ['file:src/pay/pay.ts'],
  reach: ['file:src/pay/pay.ts'],
  quiet: [],
};

/** What a finding is worth in such surroundings, by the rules that ship. */
function worth(rule: string, subject: Subject, evidence: Evidence, ...steps: readonly Step[]) {
  const setting = aSetting(Object.fromEntries(steps.map(step => [step, SURROUNDINGS[step]])), {
    files: ['src/pay/pay.ts'],
  });
  const [finding] = judge([aRun(anObservation(rule, subject, evidence))], setting, shippedRulebook());
  return finding?.impact;
}

test('no function has to be untangled at once, whatever runs through it', () => {
  const takes = (weight: number) => ({ decisions: weight, weight });
  expect(worth('complex-function', FUNCTION, takes(120), 'critical-path', 'hotspot')).toBe('high');
  expect(worth('complex-function', FUNCTION, takes(41), 'critical-path', 'hotspot')).toBe('high');
  expect(worth('complex-function', FUNCTION, takes(40), 'critical-path', 'hotspot')).toBe('medium');
  expect(worth('complex-function', FUNCTION, takes(21))).toBe('medium');
  expect(worth('complex-function', FUNCTION, takes(20), 'critical-path', 'hotspot')).toBe('medium');
});

test('a function that is only long can wait wherever it stands', () => {
  expect(worth('long-function', FUNCTION, { ownLines: 800 }, 'critical-path', 'hotspot')).toBe('medium');
  expect(worth('long-function', FUNCTION, { ownLines: 200 })).toBe('low');
});

test('a file that holds a lot is urgent where it is large, has tasks to tell apart and changes often', () => {
  expect(worth('god-file', FILE, { weight: 1000 })).toBe('low');
  expect(worth('god-file', FILE, { weight: 1000 }, 'critical-path', 'hotspot')).toBe('medium');
  expect(worth('god-file', FILE, { weight: 2000 }, 'critical-path', 'hotspot')).toBe('medium');
  expect(worth('god-file', FILE, { weight: 2500 }, 'critical-path', 'reach')).toBe('medium');
  expect(worth('god-file', FILE, { weight: 2500 }, 'critical-path', 'hotspot')).toBe('high');
});
