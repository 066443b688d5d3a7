import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES, explain, UNEXPLAINED, whyAlone } from '../../scripts/bench-truth/complexity/causes.mjs';
import { match } from '../../scripts/bench-truth/complexity/match.mjs';
import { addUp, count, hasUnexplained, openTally } from '../../scripts/bench-truth/complexity/tally.mjs';
import { installOracles } from '../../scripts/bench-truth/oracles/install.mjs';

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}
type Listeners = Record<string, (node: Node) => void>;

const [BRANCH, CLASS_PARTS] = CAUSES.map(({ tells }) => tells);

describe('functions of two sides', () => {
  const ours = [
    { kind: 'function', start: 10, name: 'save' },
    { kind: 'field', start: 40, name: 'Cart.rate (initial value)' },
    { kind: 'function', start: 90, name: 'load' },
  ];

  it('are the same where they begin at the same character', () => {
    const theirs = [
      { kind: 'function', start: 90 },
      { kind: 'function', start: 10 },
    ];
    const { pairs, onlyOurs, onlyTheirs } = match(ours, theirs);
    expect(pairs.map(pair => [pair.ours.name, pair.theirs.start])).toEqual([
      ['load', 90],
      ['save', 10],
    ]);
    expect(onlyOurs.map(({ name }) => name)).toEqual(['Cart.rate (initial value)']);
    expect(onlyTheirs).toEqual([]);
  });

  it('are two where a field and the function that it is set to begin together', () => {
    const { pairs, onlyTheirs } = match(ours, [
      { kind: 'function', start: 40 },
      { kind: 'field', start: 40 },
    ]);
    expect(pairs.map(pair => pair.theirs.kind)).toEqual(['field']);
    expect(onlyTheirs).toEqual([{ kind: 'function', start: 40 }]);
  });

  it('that one side alone knows are explained only where they are fields that decide nothing', () => {
    expect(whyAlone('theirs', { kind: 'field', cyclomatic: 1 })).toContain('class fields');
    expect(whyAlone('theirs', { kind: 'field', cyclomatic: 2 })).toBe(UNEXPLAINED);
    expect(whyAlone('ours', { kind: 'field', cyclomatic: 1 })).toBe(UNEXPLAINED);
    expect(whyAlone('theirs', { kind: 'function', cyclomatic: 1 })).toBe(UNEXPLAINED);
  });
});

describe('a difference', () => {
  it('is explained by the one experiment in which SonarJS prints our figure', () => {
    const printed = new Map([...CAUSES.entries()].map(([index, { change }]) => [change, index === 0 ? 9 : 4]));
    expect(explain(9, change => printed.get(change) ?? 0)).toBe(BRANCH);
    expect(explain(4, change => printed.get(change) ?? 0)).toBe(CLASS_PARTS);
  });

  it('is explained by all causes together where no single one suffices', () => {
    const known = new Set<unknown>(CAUSES.map(({ change }) => change));
    expect(explain(3, change => (known.has(change) ? 5 : 3))).toBe(`${BRANCH}; and ${CLASS_PARTS}`);
  });

  it('is unexplained otherwise', () => {
    expect(explain(3, () => 5)).toBe(UNEXPLAINED);
  });
});

describe('the experiments, on a rule that hears of a file as SonarJS does', () => {
  const choice = { type: 'ConditionalExpression', test: { type: 'Identifier' } };
  const arrow = { type: 'ArrowFunctionExpression' };
  const checkout = {
    type: 'FunctionDeclaration',
    children: [{ ...choice, children: [arrow] }, { type: 'IfStatement' }],
  };

  it('takes the level off the function around once a branch has been left', () => {
    expect(pointsOfOuter(checkout)).toBe(1 + 2);
    expect(pointsOfOuter(checkout, CAUSES[0]?.change)).toBe(1 + 1);
  });

  it('hears nothing of what the parts of a class decide, and all of what its methods do', () => {
    const field = { type: 'PropertyDefinition', children: [{ type: 'ConditionalExpression', value: true }] };
    const block = { type: 'StaticBlock', children: [{ type: 'IfStatement' }] };
    const body = { type: 'ClassBody', children: [field, block] };
    const makeCart = { type: 'FunctionDeclaration', children: [{ type: 'ClassDeclaration', children: [body] }] };
    expect(pointsOfOuter(makeCart)).toBe(2);
    expect(pointsOfOuter(makeCart, CAUSES[1]?.change)).toBe(0);
    expect(pointsOfOuter(checkout, CAUSES[1]?.change)).toBe(3);
  });
});

describe('agreement', () => {
  it('is counted apart for functions that decide anything, so that many simple ones do not gloss it over', () => {
    const tally = openTally();
    expect([1, 1, 1].map(value => count(tally, 'cyclomatic', value, 1))).toEqual([true, true, true]);
    expect(count(tally, 'cyclomatic', 4, 5)).toBe(false);
    expect(tally.agreement.cyclomatic).toEqual({ equal: 3, of: 4, deciding: 1, decidingEqual: 0 });
  });

  it('adds up over repositories, and one difference without a cause is not lost in it', () => {
    const [clean, odd] = [openTally(), openTally()];
    count(clean, 'cognitive', 2, 2);
    count(odd, 'cognitive', 2, 3);
    odd.differences.push({
      measure: 'cognitive',
      path: 'src/cart.ts',
      line: 3,
      name: 'add',
      ours: 2,
      theirs: 3,
      cause: UNEXPLAINED,
    });
    const sum = addUp([clean, odd]);
    expect(sum.agreement.cognitive).toMatchObject({ equal: 1, of: 2 });
    expect([clean, odd, sum].map(hasUnexplained)).toEqual([false, true, true]);
  });
});

describe('the oracles', () => {
  it('are not installed over a project that somebody names by mistake', () => {
    const shop = mkdtempSync(join(tmpdir(), 'audit-bench-'));
    try {
      const manifest = join(shop, 'package.json');
      writeFileSync(manifest, '{"name":"shop"}');
      expect(installOracles(shop, { left: '1.0.0' }, () => {})).toContain('project of its own');
      expect(readFileSync(manifest, 'utf8')).toBe('{"name":"shop"}');
    } finally {
      rmSync(shop, { recursive: true });
    }
  });
});

/** What the outermost function costs by a small rule of SonarJS's kind. */
function pointsOfOuter(tree: Node, change: (listeners: Listeners) => Listeners = listeners => listeners): number {
  const deepening = new Set<Node>();
  const open: { points: number; depth: number }[] = [];
  let outer = 0;
  const add = () => {
    const top = open.at(-1);
    if (top) top.points += 1 + top.depth;
  };
  const listeners = change({
    '*': node => {
      const top = open.at(-1);
      if (top && deepening.has(node)) top.depth++;
    },
    '*:exit': node => {
      const top = open.at(-1);
      if (top && deepening.delete(node)) top.depth--;
    },
    ':function': () => void open.push({ points: 0, depth: 0 }),
    ':function:exit': () => {
      outer = open.pop()?.points ?? 0;
    },
    IfStatement: add,
    ConditionalExpression: node => {
      add();
      for (const branch of childrenOf(node)) deepening.add(branch);
    },
  });
  visit(tree, listeners);
  return outer;
}

/** ESLint tells of any node before it tells of a function, on the way in and on the way out. */
function visit(node: Node, listeners: Listeners): void {
  const isFunction = node.type.includes('Function');
  listeners['*']?.(node);
  if (isFunction) listeners[':function']?.(node);
  listeners[node.type]?.(node);
  for (const child of childrenOf(node)) {
    const parent = child.value === true ? { ...node, value: child } : node;
    Object.assign(child, { parent });
    visit(child, listeners);
  }
  listeners['*:exit']?.(node);
  if (isFunction) listeners[':function:exit']?.(node);
}

function childrenOf(node: Node): Node[] {
  return (node.children ?? []) as Node[];
}
