import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { judge } from '../../src/findings/judge.ts';
import { plan } from '../../src/model/plan.ts';
import type { Plan } from '../../src/model/types.ts';
import type { Rulebook } from '../../src/rulebook/rulebook.ts';
import { REPOSITORY, type Subject } from '../../src/shared/subject.ts';
import { anObservation, aRun, aSetting, aSubject } from '../findings/makers.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';

/**
 * The published matrix of one rescue: a fintech with eight engineers, a 2,500-line payment file of complexity above 45
 * that one engineer knows, no pipeline, deployment over SSH, 15% coverage, pushes straight to the main line, no owners.
 */
const PAYMENTS = 'src/payments';
const FILE = `${PAYMENTS}/payment.service.ts`;
const USERS = 'src/users/user.service.ts';

describe('the fintech before its rescue', () => {
  let findings: readonly Finding[];
  let roadmap: Plan;

  beforeAll(() => {
    const rulebook = shippedRulebook();
    const seen = seeing(rulebook);
    const observations = [
      seen('god-file', aSubject('file', FILE), 2500),
      seen('complex-function', aSubject('function', `${FILE}#processPayment`), 46),
      seen('complex-function', aSubject('function', `${FILE}#refund`), 27),
      seen('long-function', aSubject('function', `${FILE}#processPayment`), 420),
      seen('untested-module', aSubject('module', PAYMENTS), 2500),
      seen('complex-function', aSubject('function', `${USERS}#update`), 14),
      seen('no-pipeline', REPOSITORY, 3),
      seen('manual-deploy', REPOSITORY, 1),
      seen('no-staging', REPOSITORY, 0),
      seen('low-coverage', REPOSITORY, 15),
      seen('bus-factor', REPOSITORY, 2),
      seen('single-knower-module', aSubject('module', PAYMENTS), 1),
      seen('no-codeowners', REPOSITORY, 8),
      seen('no-review-evidence', REPOSITORY, 0),
      seen('vulnerable-package', aSubject('package', 'package.json#left'), 3),
    ];
    const setting = aSetting(
      {
        'critical-path': [`file:${FILE}`, `module:${PAYMENTS}`],
        hotspot: [`file:${FILE}`, `module:${PAYMENTS}`],
        'single-knower': [`file:${FILE}`, `module:${PAYMENTS}`],
      },
      { files: [FILE, USERS], activePeople: 8 },
    );
    findings = judge([aRun(...observations)], setting, rulebook);
    roadmap = plan(findings, setting, rulebook, null);
  });

  test.each([
    [`refactor-module:${PAYMENTS}`, 'critical', 'high', 'P0'],
    ['set-up-pipeline', 'high', 'medium', 'P1'],
    ['share-knowledge', 'high', 'low', 'P1'],
    ['fix-vulnerabilities', 'medium', 'low', 'P2'],
  ])('%s comes out as published: %s impact, %s effort, %s', (id, impact, effort, priority) => {
    expect(roadmap.interventions.find(one => one.id === id)).toMatchObject({ impact, effort, priority });
  });

  test('has no other P0 or P1', () => {
    const urgent = roadmap.interventions.filter(({ priority }) => priority !== 'P2').map(({ id }) => id);
    expect(urgent.sort()).toEqual([`refactor-module:${PAYMENTS}`, 'set-up-pipeline', 'share-knowledge']);
  });

  test('is critical because three kinds of problems meet where money flows', () => {
    const entangled = findings.find(({ rule }) => rule === 'entangled');
    expect(entangled).toMatchObject({ impact: 'critical', subject: { kind: 'module', name: PAYMENTS } });
  });

  test('starts with the payment module', () => {
    expect(roadmap.interventions[0]).toMatchObject({ id: `refactor-module:${PAYMENTS}`, phase: '30 days' });
    expect(roadmap.interventions.every(({ decision }) => decision.questions.length === 4)).toBe(true);
  });
});

/** An observation with the given value for whatever its rule measures. */
function seeing({ rules }: Rulebook) {
  return (rule: string, subject: Subject, value: number) => {
    const measure = rules.get(rule)?.measure;
    return anObservation(rule, subject, measure === undefined ? {} : { [measure]: value });
  };
}
