import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFingerprints } from '../../src/baseline/fingerprint.ts';
import { match } from '../../src/baseline/match.ts';
import { openMoves } from '../../src/baseline/moves.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { fn } from '../architecture/facts.ts';
import { about, accept, big, factsOf, gate, KEY, odd, source } from './story.ts';

/** A function of a made-up program. `uid` is who it is, whatever happens to it. */
interface Piece {
  readonly uid: number;
  path: string;
  name: string;
  code: string;
  /** How many findings of the rule `odd` (about its file) and `big` (about itself) it has. */
  odd: number;
  big: number;
  gone?: boolean;
}

interface Program {
  readonly pieces: readonly Piece[];
  readonly renames: { from: string; to: string }[];
}

const EDITS = ['nothing', 'edit the code', 'rename it', 'fix it', 'delete it', 'add another finding'] as const;
const FILES = ['src/a.ts', 'src/b.ts', 'lib/c.ts'];

const program = fc
  .array(fc.record({ file: fc.constantFrom(...FILES), odd: fc.nat(2), big: fc.nat(1) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map(pieces =>
    pieces.map(
      (piece, uid): Piece => ({
        uid,
        path: piece.file,
        name: `f${uid}`,
        code: `code ${uid}`,
        odd: piece.odd,
        big: piece.big,
      }),
    ),
  );
const edits = fc.record({
  each: fc.array(fc.constantFrom(...EDITS), { minLength: 12, maxLength: 12 }),
  moved: fc.subarray(FILES),
  shuffle: fc.integer(),
  added: fc.array(fc.constantFrom(...FILES), { maxLength: 4 }),
});

/** Lays the functions of each file out one after the other, in an order that says nothing. */
function look(pieces: readonly Piece[], order: number, renames: readonly { from: string; to: string }[] | undefined) {
  const present = pieces.filter(({ gone }) => !gone);
  const turned = present
    .map((_, n) => present[(n + Math.abs(order)) % present.length])
    .filter(piece => piece !== undefined);
  const functions = turned.map((piece, n) =>
    fn(piece.path, piece.name, { line: n * 20 + 1, endLine: n * 20 + 10, digest: piece.code }),
  );
  const seen = turned.flatMap((piece, n) => [
    ...Array.from({ length: piece.odd }, (_, nth) => ({
      key: `odd in ${piece.uid}`,
      seen: odd(piece.path, piece.code, n * 20 + 2 + nth),
    })),
    ...Array.from({ length: piece.big }, () => ({
      key: `big ${piece.uid}`,
      seen: big(`${piece.path}#${piece.name}`, piece.code),
    })),
  ]);
  const facts = factsOf({
    functions,
    files: [...new Set(present.map(({ path }) => path))].map(path => source(path)),
    ...(renames ? { renames } : {}),
  });
  const printOf = openFingerprints(KEY, facts);
  return { facts, findings: seen.map(one => ({ key: one.key, print: printOf(one.seen as unknown as Finding) })) };
}

function apply(
  pieces: readonly Piece[],
  {
    each,
    moved,
    added,
  }: { each: readonly (typeof EDITS)[number][]; moved: readonly string[]; added: readonly string[] },
  history: boolean,
): Program {
  const renames: { from: string; to: string }[] = [];
  const target = (path: string) => (moved.includes(path) ? `moved/${path}` : path);
  for (const path of moved) renames.push({ from: path, to: target(path) });
  const after = pieces.map((piece, n) => {
    const next = { ...piece, path: target(piece.path) };
    // Without history, code that moved and changed at once is told from new code by nobody.
    const edit = !history && next.path !== piece.path && each[n] === 'edit the code' ? 'nothing' : each[n];
    if (edit === 'edit the code') next.code = `${piece.code}, edited`;
    if (edit === 'rename it') next.name = `${piece.name}Renamed`;
    if (edit === 'fix it') Object.assign(next, { odd: 0, big: 0, code: `${piece.code}, mended` });
    if (edit === 'delete it') next.gone = true;
    if (edit === 'add another finding') next.odd += 1;
    return next;
  });
  const fresh = added.map(
    (path, n): Piece => ({ uid: 100 + n, path: target(path), name: `new${n}`, code: `new code ${n}`, odd: 1, big: 1 }),
  );
  return { pieces: [...after, ...fresh], renames };
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Of each key, as many as there were before and are now must be known again; the rest is fixed, or new. */
function expectTruth(history: boolean) {
  fc.assert(
    fc.property(program, edits, (pieces, plan) => {
      const before = look(pieces, 0, undefined);
      const changed = apply(pieces, plan, history);
      const after = look(changed.pieces, plan.shuffle % 7, history ? changed.renames : undefined);
      const old = before.findings.map(({ key, print }) => ({ ...print, key }));
      const { pairs, gone, fresh } = match(old, after.findings, ({ print }) => print, openMoves(after.facts), {
        rules: new Map(),
      });

      const [was, is] = [count(old.map(({ key }) => key)), count(after.findings.map(({ key }) => key))];
      const kept = [...was].flatMap(([key, times]) =>
        Array.from({ length: Math.min(times, is.get(key) ?? 0) }, () => key),
      );
      expect(pairs.map(({ was }) => was.key)).toEqual(pairs.map(({ is }) => is.key));
      expect(pairs.map(({ is }) => is.key).sort()).toEqual(kept.sort());
      expect(gone.length).toBe(old.length - kept.length);
      expect(fresh.length).toBe(after.findings.length - kept.length);
    }),
    { numRuns: 500 },
  );
}

describe('a finding is known again', () => {
  it('through any edits, with the history at hand', () => expectTruth(true));
  it('through any edits that code alone can tell, without history', () => expectTruth(false));

  it('when its file was renamed and changed, as the history tells', () => {
    const baseline = accept({ seen: [big('old/a.ts#f', 'aa'), odd('old/b.ts', 'bb', 1)] });
    const seen = [big('new/a.ts#f', 'changed'), odd('new/b.ts', 'changed', 5)];
    const renames = [
      { from: 'old/a.ts', to: 'mid/a.ts' },
      { from: 'mid/a.ts', to: 'new/a.ts' },
      { from: 'old/b.ts', to: 'new/b.ts' },
    ];
    expect(gate({ seen, renames }, baseline, 'P2').status).toBe('passed');
    expect(gate({ seen }, baseline, 'P2').status).toBe('failed');
  });

  it('when its module was renamed', () => {
    const baseline = accept({ seen: [about('apart', 'module', 'src/pay')] });
    const files = [source('src/payments/a.ts')];
    const renames = [{ from: 'src/pay/a.ts', to: 'src/payments/a.ts' }];
    expect(
      gate({ seen: [about('apart', 'module', 'src/payments')], files, renames }, baseline, 'P2').accepted,
    ).toHaveLength(1);
  });

  it('when an old name is taken by something else', () => {
    const baseline = accept({ seen: [big('a.ts#f', 'aa')] });
    const result = gate(
      { seen: [big('b.ts#f', 'aa'), big('a.ts#f', 'zz')], renames: [{ from: 'a.ts', to: 'b.ts' }] },
      baseline,
    );
    expect([
      result.accepted.map(({ subject }) => subject.name),
      result.added.map(({ subject }) => subject.name),
    ]).toEqual([['b.ts#f'], ['a.ts#f']]);
  });
});

describe('a finding is another', () => {
  it('when one was fixed and one added in the same file', () => {
    const functions = [fn('a.ts', 'one', { line: 1, endLine: 9 }), fn('a.ts', 'two', { line: 10, endLine: 19 })];
    const result = gate(
      { seen: [odd('a.ts', 'bb', 12)], functions },
      accept({ seen: [odd('a.ts', 'aa', 3)], functions }),
      'P2',
    );
    expect([result.status, result.fixed.length, result.added.length]).toEqual(['failed', 1, 1]);
  });

  it('when a second equal one joins it in the same function', () => {
    const result = gate(
      { seen: [odd('a.ts', 'aa', 3), odd('a.ts', 'aa', 4)] },
      accept({ seen: [odd('a.ts', 'aa', 3)] }),
      'P2',
    );
    expect([result.accepted.length, result.added.length]).toEqual([1, 1]);
  });

  it('when it is of another rule', () => {
    const baseline = accept({ seen: [about('stale', 'package', 'package.json#x')] });
    expect(gate({ seen: [about('vulnerable-package', 'package', 'package.json#x')] }, baseline).added).toHaveLength(1);
  });
});
