import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCompany } from './company.ts';

let shop: ReturnType<typeof foundCompany>;
beforeAll(() => {
  shop = foundCompany();
});
afterAll(() => shop.close());

describe('audit facts', () => {
  it.each([
    ['functions', 'path,line,name,cyclomatic,decisions,cognitive,lines,nesting,parameters'],
    ['files', 'path,language,kind,lines,code,commits,authors'],
    ['people', 'person,commits,files,share,first,last,bot'],
    ['hotspots', 'path,complexity,commitsOfYear,commits,rank,rankOfAllTime'],
  ])('%s has its columns', (table, columns) => {
    const { code, stdout } = shop.audit(['facts', '--only', table]);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(columns);
  });

  it('measures the function as ESLint would: one for the function, one for each of 46 branches', () => {
    const { stdout } = shop.audit(['facts', '--only', 'functions', '--format', 'json']);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ path: 'src/payments/charge.js', name: 'charge', line: 3, cyclomatic: 47 }),
    );
  });

  it('knows who committed', () => {
    const { stdout } = shop.audit(['facts', '--only', 'people', '--format', 'ndjson']);
    expect(JSON.parse(stdout)).toMatchObject({ person: 'ada', commits: 1, share: 1, bot: false });
  });

  it('knows where change and complexity meet', () => {
    const { stdout } = shop.audit(['facts', '--only', 'hotspots', '--format', 'json']);
    expect(JSON.parse(stdout)[0]).toMatchObject({ path: 'src/payments/charge.js', commits: 1, rank: 1 });
  });

  it('asks for a table when none is named', () => {
    const { code, stderr } = shop.audit(['facts']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--only <table>/);
  });
});

describe('audit explain', () => {
  it('tells a rule without any repository', () => {
    const { code, stdout } = shop.audit(['explain', 'complex-function'], { cwd: shop.home });
    expect(code).toBe(0);
    for (const part of ['Why it matters', 'How it is rated', 'Fix', 'What keeps it from coming back']) {
      expect(stdout).toContain(part);
    }
  });

  it('tells each step of a finding, an intervention, a dimension, an indicator and the score', () => {
    const from = join(shop.home, 'report.json');
    shop.audit(['-o', from]);
    const { findings, interventions } = JSON.parse(shop.audit(['-o', 'json:-']).stdout);
    const [finding] = findings;
    const explain = (what: string) => shop.audit(['explain', what, '--from', from]).stdout.replace(/\s+/g, ' ');
    for (const step of finding.because) expect(explain(finding.id)).toContain(step);
    for (const step of interventions[0].because) expect(explain(interventions[0].id)).toContain(step);
    expect(explain('score')).toContain('Overall: ');
    expect(explain('team')).toContain('How it came about');
    expect(explain('bus-factor')).toMatch(/bus[- ]factor/i);
    // Without a report the folder one stands in is audited.
    expect(shop.audit(['explain', finding.id]).stdout.replace(/\s+/g, ' ')).toContain(finding.because[0]);
  });

  it('tells the curves of the scores, and what a kind of work is for', () => {
    expect(shop.audit(['explain', 'score']).stdout).toContain('Grades: A from');
    expect(shop.audit(['explain', 'complex-code']).stdout).toContain('→');
    expect(shop.audit(['explain', 'refactor-module']).stdout).toContain('Answers the rules');
  });

  it('suggests the nearest names for what nobody is called', () => {
    const { code, stderr } = shop.audit(['explain', 'complex-funcion']);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean complex-function?');
  });
});

describe('the rest of the command line', () => {
  it('lists the rules', () => {
    const { code, stdout } = shop.audit(['rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^CODE\n/);
    expect(stdout).toContain('complex-function');
  });

  it('helps', () => {
    const { code, stdout } = shop.audit(['--help']);
    expect(code).toBe(0);
    for (const word of ['baseline', 'explain', 'facts', 'rules', '--fail-on', 'Exit codes'])
      expect(stdout).toContain(word);
    expect(shop.audit(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['--frobnicate']],
    [['--peopl', 'raw']],
    [['--fail-on', 'P7']],
    [['--depth', 'deep']],
    [['one', 'two']],
    [['-o', 'x.html']],
    [['explain']],
  ])('%j is wrong usage: one line, exit code 2', args => {
    const { code, stdout, stderr } = shop.audit(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^audit: /);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a trace is printed with --debug and never without', () => {
    expect(shop.audit(['nowhere']).stderr).not.toContain('    at ');
    expect(shop.audit(['nowhere', '--debug']).stderr).toContain('    at ');
  });

  it('says what to do where git is missing', () => {
    const { code, stderr } = shop.audit(['.'], { env: { PATH: join(shop.home, 'nothing-here') } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/git/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says nothing when whoever reads the output stops early', () => {
    const command = `"${process.execPath}" "${shop.bin}" -o json:- | head -c 10`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: shop.folder, encoding: 'utf8' });
    expect(stdout).toHaveLength(10);
    expect(stderr).toBe('');
  });

  it('an interruption ends it with 130 and leaves no scratch folder', async () => {
    const slow = join(shop.home, 'slow');
    mkdirSync(slow);
    writeFileSync(join(slow, 'git'), `#!/bin/bash\nsleep 0.5\nPATH="${process.env.PATH}" exec git "$@"\n`);
    chmodSync(join(slow, 'git'), 0o755);
    const child = spawn(process.execPath, [shop.bin], {
      cwd: shop.folder,
      env: { PATH: `${slow}:${process.env.PATH}`, HOME: shop.home, TMPDIR: shop.scratch },
      stdio: 'ignore',
    });
    const ended = new Promise(resolve => child.on('exit', resolve));
    while (readdirSync(shop.scratch).length === 0 && child.exitCode === null) await wait(10);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(shop.scratch)).toEqual([]);
  });
});
