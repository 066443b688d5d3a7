import type { Run } from './follow.ts';
import type { Step } from './job.ts';
import { type Sightings, through } from './sightings.ts';
import { probeOf, STARTS } from './signs/delivery.ts';
import { KIND_WORDS } from './signs/tests.ts';

/** Finds requests that ask whether a deployed or a just started application answers; waiting for a server that other tests need is none. */
export function probes(work: readonly { readonly step: Step; readonly runs: readonly Run[] }[], seen: Sightings): void {
  const waitsForOthers = seen.has('e2e-test') || seen.has('security-scan') || seen.has('unit-test');
  const deploys = seen.has('deploy-staging') || seen.has('deploy-production');
  let started = false;
  for (const { step, runs } of work) {
    for (const run of runs) {
      const where = { line: run.line, canFail: run.canFail && step.canFail };
      if (STARTS.test(run.text)) started = true;
      const probe = probeOf(run.text);
      const named = run.via.length === 0 && isSmokeTest(run.text);
      if (named && !/^(?:echo|printf|mkdir|chmod|cat|rm|cp)\b/.test(run.text))
        seen.add('smoke-test', through(run.text.slice(0, 60), run.via), 'high', where);
      else if (probe !== null && (deploys || (started && probe !== 'somewhere' && !waitsForOthers))) {
        seen.add('smoke-test', through(run.text.slice(0, 60), run.via), 'medium', where);
      }
    }
  }
}

/** A script or task that is called a smoke test, not one that writes or builds it. */
function isSmokeTest(text: string): boolean {
  const words = text.slice(0, 300).replace(/_/g, '-').split(' ').slice(0, 3).join(' ');
  return (
    KIND_WORDS['smoke-test'].test(words) &&
    !/^(?:docker|git|echo|printf|mkdir|chmod|cat|rm|cp)\b|update|generate|build|install/.test(words)
  );
}
