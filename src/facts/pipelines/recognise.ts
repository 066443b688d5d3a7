import type { Stage, StageSighting } from '../../shared/facts/pipelines.ts';
import { deploy, deployStages, remoteDeploy } from './deploying.ts';
import { deploysEarlier, environmentsNamed } from './environments.ts';
import { follow, type Run, type Trail } from './follow.ts';
import type { Job, Step } from './job.ts';
import { probes } from './probing.ts';
import { type Confidence, Sightings, through } from './sightings.ts';
import { ACTIONS, DEPLOYS_WHEN, REMOTE_SCRIPT } from './signs/actions.ts';
import { COMPILE, LINT, SECURITY, TYPES } from './signs/checks.ts';
import { DEPLOY, IMAGE, MONITORING, REMOTE_WORK } from './signs/delivery.ts';
import { isDeployName, isHousekeeping, stagesNamed } from './signs/names.ts';
import { firstSign, type Shown } from './signs/sign.ts';
import { E2E, KIND_WORDS, LIVE_SERVICE, MIGRATION, TEST_RUNNERS } from './signs/tests.ts';
import type { Tree } from './tree.ts';

/** What one job shows: the stages it passes, and where types are checked. */
export interface Recognised {
  readonly stages: readonly StageSighting[];
  readonly typeChecks: readonly StageSighting[];
  /** Whether it deploys to somewhere that customers do not see: development, a preview, a test environment. */
  readonly earlier: boolean;
}

const LONGEST_NAME = 300;
const LONGEST_INPUTS = 10_000;

const WRITES_NOTHING = /^(?:tsc|vue-tsc|tsgo)\s(?:.*\s)?--noEmit(?=\s|$)/i;
/** `--exclude e2e` names what is not run. */
const LEAVES_OUT = /exclude|ignore|--not|-skip/i;
/** Actions that prepare or report, whatever their step is called. */
const PLUMBING =
  /^(?:actions|docker)\/|setup|login|configure|credentials|cache|artifact|checkout|notif|slack|discord|teams|comment|release|status|token|harden/i;
/** What a workflow of another repository may hold when its name does not say: everything before a deploy, or everything around one. */
const MAY_BE_IN_BUILD: readonly Stage[] = ['lint', 'unit-test', 'integration-test', 'image-build', 'security-scan'];
const MAY_BE_IN_DEPLOY: readonly Stage[] = ['e2e-test', 'approval', 'smoke-test', 'monitoring'];

/** Which of the eleven stages a job passes, told by its commands and actions, and by names where the work is out of sight. */
export function recognise(job: Job, tree: Tree, trail: Trail): Recognised {
  const seen = new Sightings(job);
  if (job.remote !== null) remote(job, job.remote, seen);
  const work = job.steps
    .map(clipped)
    .map(retried)
    .map(step => ({
      step,
      runs: step.script === null ? [] : follow(tree, trail, step.script, step.scriptLine, step.directory),
    }));
  for (const { step, runs } of work) {
    const before = seen.stages.length;
    if (step.uses !== null) action(job, step, step.uses, seen);
    for (const run of runs) command(job, step, run, tree, seen);
    if (step.script !== null && seen.stages.length === before) named(step, runs, seen);
  }
  tests(
    job,
    work.flatMap(({ runs }) => runs),
    seen,
  );
  probes(work, seen);
  if (job.approval && (job.approval.certain || seen.has('deploy-production'))) approval(job, job.approval, seen);
  return { stages: seen.stages, typeChecks: seen.typeChecks, earlier: seen.earlier || saysEarlier(job) };
}

/** By its names, those of its steps, or the environment that it works in. */
function saysEarlier({ name, words, workflow, steps, environments }: Job): boolean {
  const names = [name, ...words, workflow, ...steps.map(step => step.name ?? '')];
  const within = environments.map(environmentsNamed);
  return names.some(deploysEarlier) || within.some(found => found.size > 0 && !found.has('production'));
}

function remote(job: Job, uses: string, seen: Sightings): void {
  const where = { line: job.line, canFail: true };
  const file = uses.slice(uses.lastIndexOf('/') + 1).replace(/@.*$/, '');
  const words = `${job.name} ${job.words.join(' ')} ${file}`;
  if (isDeployName(words)) {
    for (const stage of deployStages(job, null, '')) seen.add(stage, uses, 'medium', where);
    for (const stage of MAY_BE_IN_DEPLOY) seen.add(stage, uses, 'low', where);
    return;
  }
  const stages = stagesNamed(words);
  for (const stage of stages) seen.add(stage, uses, 'medium', where);
  if (stages.includes('integration-test')) seen.add('e2e-test', uses, 'low', where);
  if (stages.length === 0 && !isHousekeeping(words))
    for (const stage of MAY_BE_IN_BUILD) seen.add(stage, uses, 'low', where);
}

function action(job: Job, step: Step, uses: string, seen: Sightings): void {
  const name = uses.replace(/@[^@/]*$/, '');
  for (const [stage, signs] of Object.entries(ACTIONS) as [Stage, (typeof ACTIONS)['lint']][]) {
    const found = firstSign(signs, name);
    if (!found) continue;
    if (stage !== 'deploy-production') seen.add(stage, name, found.confidence, step);
    else if (isGiven(name, step.inputs)) deploy(job, step, step.inputs, name, found.confidence, seen);
  }
  if (REMOTE_SCRIPT.test(name))
    deploy(job, step, step.inputs, name, REMOTE_WORK.test(step.inputs) ? 'high' : 'medium', seen);
  else if (
    !seen.any(step.line) &&
    ((isDeployName(name) && !PLUMBING.test(name)) || (isDeployName(step.name ?? '') && !PLUMBING.test(name)))
  ) {
    deploy(job, step, step.inputs, name, 'low', seen);
  }
}

function isGiven(action: string, inputs: string): boolean {
  return DEPLOYS_WHEN.every(condition => !condition.action.test(action) || condition.given.test(inputs));
}

function command(job: Job, step: Step, run: Run, tree: Tree, seen: Sightings): void {
  const where = { line: run.line, canFail: run.canFail && step.canFail, directory: run.directory };
  const put = (stage: Stage, found: Shown | null) => {
    if (found) seen.add(stage, through(found.sign, run.via), found.confidence, where);
  };
  put('lint', firstSign(LINT, run.text));
  const types = typeCheck(run.text);
  put('lint', types);
  const compiles = types ?? firstSign(COMPILE, run.text);
  if (compiles) seen.addTypes(through(compiles.sign, run.via), compiles.confidence, where);
  put('security-scan', firstSign(SECURITY, run.text));
  put('image-build', firstSign(IMAGE, run.text));
  put('monitoring', firstSign(MONITORING, run.text));
  const e2e = firstSign(E2E, run.text);
  put('e2e-test', e2e);
  if (!e2e) testRun(job, step, run, tree, seen);
  const deploys =
    firstSign(DEPLOY, run.text) ?? remoteDeploy(run.text, `${job.name} ${step.name ?? ''} ${run.via.join(' ')}`);
  if (deploys) {
    const words = `${run.text} ${run.via.join(' ')}`;
    deploy(job, { ...step, ...where }, words, through(deploys.sign, run.via), deploys.confidence, seen);
  }
}

/** A compiler that is told to write nothing only checks, which its sign tells. */
function typeCheck(text: string): Shown | null {
  const found = firstSign(TYPES, text);
  return found !== null && WRITES_NOTHING.test(text) ? { ...found, sign: `${found.sign} --noEmit` } : found;
}

function testRun(job: Job, step: Step, run: Run, tree: Tree, seen: Sightings): void {
  const runner = TEST_RUNNERS.find(({ pattern }) => pattern.test(run.text));
  if (!runner) return;
  const where = { line: run.line, canFail: run.canFail && step.canFail, directory: run.directory };
  const sign = through(firstSign([runner], run.text)?.sign ?? '', run.via);
  const special = kindOfTests(`${run.text} ${run.via.join(' ')}`, `${step.name ?? ''} ${job.name}`);
  if (special) {
    seen.add(special.stage, sign, special.confidence, where);
    return;
  }
  seen.add('unit-test', sign, 'high', where);
  const live = tree.liveTests.find(path => runner.files.test(path) && path.startsWith(run.directory));
  if (live !== undefined) seen.add('integration-test', `${sign}: ${live}`.slice(0, 200), 'medium', where);
}

/** Tests of another kind than unit tests, when the command's own words or the words around it say so. */
function kindOfTests(own: string, around: string): { readonly stage: Stage; readonly confidence: Confidence } | null {
  const ownKinds = ['e2e-test', 'integration-test', 'smoke-test'] as const;
  const said = LEAVES_OUT.test(own) ? undefined : ownKinds.find(stage => KIND_WORDS[stage].test(own));
  if (said) return { stage: said, confidence: 'high' };
  const near = /unit/i.test(around) ? undefined : ownKinds.find(stage => KIND_WORDS[stage].test(around));
  return near ? { stage: near, confidence: 'medium' } : null;
}

/** A run of tests in a job that starts and prepares a database is a run against that database. */
function tests(job: Job, runs: readonly Run[], seen: Sightings): void {
  const service = job.services.find(image => LIVE_SERVICE.test(image));
  const unit = seen.stages.find(({ stage }) => stage === 'unit-test');
  if (service === undefined || !unit || seen.has('integration-test')) return;
  const prepared = runs.some(({ text }) => MIGRATION.test(text));
  seen.add('integration-test', `tests beside ${service.trim()}`.slice(0, 100), prepared ? 'medium' : 'low', unit);
}

/** A step whose commands say nothing is told by its name, as a mere perhaps. */
function named(step: Step, runs: readonly Run[], seen: Sightings): void {
  const unknown = runs.filter(({ text, via }) => via.length === 0 && isOutOfSight(text));
  for (const run of unknown) {
    for (const stage of stagesNamed(run.text.split(' ').slice(0, 3).join(' '))) {
      const follows = runs.some(({ via }) => via.length > 0);
      if (!follows)
        seen.add(stage, run.text.slice(0, 60), 'medium', {
          line: run.line,
          canFail: run.canFail && step.canFail,
          directory: run.directory,
        });
    }
  }
  if (!seen.any(step.line) && unknown.length > 0) {
    for (const stage of stagesNamed(step.name ?? '')) seen.add(stage, step.name ?? '', 'low', step);
  }
}

/** What tells a stage stands at the beginning; expressions that look for it may go over the same text many times. */
function clipped(step: Step): Step {
  return {
    ...step,
    name: step.name?.slice(0, LONGEST_NAME) ?? null,
    uses: step.uses?.slice(0, LONGEST_NAME) ?? null,
    inputs: step.inputs.slice(0, LONGEST_INPUTS),
  };
}

/** An action that runs a command again when it fails is that command. */
function retried(step: Step): Step {
  const command = /\bw?retry\b/.test(step.uses ?? '')
    ? /^command: ([\s\S]*?)(?=\n[\w-]+: |$(?![\s\S]))/m.exec(step.inputs)
    : null;
  return command ? { ...step, script: command[1] ?? '', scriptLine: step.line } : step;
}

/** Calls of scripts and tasks whose content was not found in the tree. */
function isOutOfSight(text: string): boolean {
  return (
    /^(?:npm run|npm test|npm t|yarn|pnpm|bun run|make|just|task|rake|invoke|grunt|gulp|nx|turbo|lerna|composer|poe|tox|hatch|pdm|ant|earthly|dagger|bazel|mage|nox|(?:ba|da|z)?sh|node|python3?|ruby|php|\S+\.(?:sh|js|mjs|cjs|ts|py|rb|pl))\b/.test(
      text,
    ) && !/\b(?:install|ci|add|publish|pack|build)\b/.test(text.split(' ').slice(0, 3).join(' '))
  );
}

function approval(job: Job, { sign, certain }: { sign: string; certain: boolean }, seen: Sightings): void {
  const releases = seen.has('deploy-production') || seen.has('deploy-staging') || job.environments.length > 0;
  if (certain && !releases && job.steps.length > 0) return;
  seen.add('approval', sign, certain ? 'high' : 'low', { line: job.line, canFail: true });
}
