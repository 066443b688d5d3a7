import { createRequire } from 'node:module';
import { extname, join, resolve } from 'node:path';

/** A function as the oracles see it. `cognitive` is null where SonarJS does not look: it measures functions only. */
/** @typedef {{ kind: 'function' | 'field' | 'block', start: number, line: number, cyclomatic: number, cognitive: number | null }} Row */

const ENDINGS = ['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts'];
/** ESLint tells these two from functions only by what it calls them. */
const KINDS = new Map([
  ['Class field initializer', 'field'],
  ['Class static block', 'block'],
]);

/**
 * Loads the oracles. Rules are asked in memory with a configuration of ours: nothing of the audited repository is
 * loaded, and its comments to ESLint have no say.
 * @param {string} folder where they are installed
 */
export function openOracles(folder) {
  const require = createRequire(join(resolve(folder), 'package.json'));
  const { Linter } = require('eslint');
  const { builtinRules } = require('eslint/use-at-your-own-risk');
  const parser = require('@typescript-eslint/parser');
  const cyclomatic = builtinRules.get('complexity');
  const cognitive = require('eslint-plugin-sonarjs').rules['cognitive-complexity'];
  const linter = new Linter({ configType: 'flat' });

  /** Reads a text as whatever it may be, and hands every report to the listener of its rule. */
  function lint(path, text, rules) {
    let because = 'nothing came back';
    for (const { filename, sourceType } of attemptsFor(path)) {
      let read = false;
      const seen = {
        create: () => ({
          Program: () => {
            read = true;
          },
        }),
      };
      const plugin = { rules: { ...rules(), seen } };
      const problems = linter.verify(
        text,
        {
          files: ENDINGS.map(ending => `**/*${ending}`),
          plugins: { bench: plugin },
          rules: Object.fromEntries(Object.keys(plugin.rules).map(rule => [`bench/${rule}`, 'error'])),
          linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
          languageOptions: { parser, sourceType, parserOptions: { ecmaFeatures: { jsx: !/ts$/.test(filename) } } },
        },
        { filename },
      );
      if (read) return null;
      because = problems.find(({ fatal }) => fatal)?.message ?? because;
    }
    return because;
  }

  return {
    /** @returns {{ rows: Row[] } | { because: string }} */
    measure(path, text) {
      let rows = [];
      let points = new Map();
      const because = lint(path, text, () => {
        rows = [];
        points = new Map();
        return {
          cyclomatic: listen(cyclomatic, (node, { name, complexity }) => {
            rows.push({ kind: KINDS.get(name) ?? 'function', ...positionOf(node), cyclomatic: complexity });
          }),
          cognitive: listen(cognitive, (node, { complexityAmount }) => points.set(node.range[0], complexityAmount)),
        };
      });
      // SonarJS says nothing of a function without a point.
      const pointsOf = ({ kind, start }) => (kind === 'function' ? (points.get(start) ?? 0) : null);
      return because === null ? { rows: rows.map(row => ({ ...row, cognitive: pointsOf(row) })) } : { because };
    },
    /**
     * What SonarJS would print for the function at each offset if it heard of the file in another way.
     * @param {string} path
     * @param {string} text
     * @param {(listeners: Record<string, Function>) => Record<string, Function>} change
     * @returns {Map<number, number>}
     */
    measureChanged(path, text, change) {
      let points = new Map();
      lint(path, text, () => {
        points = new Map();
        const changed = { create: context => change(cognitive.create(context)) };
        return {
          cognitive: listen(changed, (node, { complexityAmount }) => points.set(node.range[0], complexityAmount)),
        };
      });
      return points;
    },
  };
}

/** A rule at its lowest limit, whose reports are heard with the node that they are about. */
function listen(rule, hear) {
  return {
    meta: { schema: false },
    create(context) {
      let leaving = null;
      const report = problem => hear(problem.node ?? leaving, problem.data);
      const listeners = rule.create(Object.create(context, { options: { value: [0] }, report: { value: report } }));
      const leave = listeners[':function:exit'];
      if (leave === undefined) return listeners;
      return {
        ...listeners,
        ':function:exit': node => {
          leaving = node;
          leave(node);
        },
      };
    },
  };
}

/** As our own parser tries them: JSX in `.ts`, scripts and modules. The name is ours, since theirs could be anything. */
function attemptsFor(path) {
  const ending = ENDINGS.includes(extname(path)) ? extname(path) : '.js';
  const filenames = ending === '.ts' ? ['file.ts', 'file.tsx'] : [`file${ending}`];
  return filenames.flatMap(filename => ['module', 'script', 'commonjs'].map(sourceType => ({ filename, sourceType })));
}

function positionOf({ range, loc }) {
  return { start: range[0], line: loc.start.line };
}
