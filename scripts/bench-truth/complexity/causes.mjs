/** @typedef {Record<string, (...args: any[]) => void>} Listeners the ears of a rule, by what they listen to */

/**
 * What is known to make SonarJS print another figure. Each cause is an experiment: `change` lets the rule hear of the same
 * file without it. Only where the rule then prints our figure is the cause taken for shown.
 */
export const CAUSES = [
  {
    tells:
      'a function is itself a branch of a choice (`a ? () => b : c`), and SonarJS counts all that follows in the function ' +
      'around it one level too deep',
    change: comeOutOfBranches,
  },
  {
    tells:
      'a class is made in the function, and SonarJS counts what its fields and static blocks decide for that function; ' +
      'they run apart, and are judged apart',
    change: hearNoClassParts,
  },
];

export const UNEXPLAINED = 'unexplained';

/** Why one side alone knows of a function. */
export function whyAlone(side, { kind, cyclomatic }) {
  return side === 'theirs' && kind === 'field' && cyclomatic === 1
    ? 'class fields that are set without a decision: ESLint gives each a complexity of 1, we tell of those that decide'
    : UNEXPLAINED;
}

/**
 * Which causes, as few as possible, make up the difference: the first whose experiment prints our figure.
 * @param {number} ours
 * @param {(change: (listeners: Listeners) => Listeners) => number} ask what SonarJS prints in an experiment
 */
export function explain(ours, ask) {
  const all = listeners => CAUSES.reduce((changed, { change }) => change(changed), listeners);
  const single = CAUSES.find(({ change }) => ask(change) === ours);
  if (single !== undefined) return single.tells;
  return ask(all) === ours ? CAUSES.map(({ tells }) => tells).join('; and ') : UNEXPLAINED;
}

/** Leaving such a function, the rule hears first of the end of the branch, and takes the level off the wrong function. */
function comeOutOfBranches(listeners) {
  const { '*:exit': leaveNode, ':function:exit': leaveFunction } = listeners;
  return {
    ...listeners,
    '*:exit': node => {
      if (!isBranch(node)) leaveNode(node);
    },
    ':function:exit': node => {
      leaveFunction(node);
      if (isBranch(node)) leaveNode(node);
    },
  };
}

function hearNoClassParts(listeners) {
  const bySyntax = Object.entries(listeners).filter(([heard]) => /^[A-Z]\w+$/.test(heard));
  const deaf = bySyntax.map(([heard, listen]) => [heard, node => (isInClassPart(node) ? undefined : listen(node))]);
  return { ...listeners, ...Object.fromEntries(deaf) };
}

function isBranch(node) {
  return isFunction(node) && node.parent?.type === 'ConditionalExpression' && node.parent.test !== node;
}

/** Whether a field's value or a static block is nearer around a node than any function. */
function isInClassPart(node) {
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    if (at.type === 'StaticBlock') return true;
    if (at.parent.type === 'PropertyDefinition' && at.parent.value === at) return true;
  }
  return false;
}

function isFunction({ type }) {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';
}
