/** Rules that judge how code looks, what it is called and how it is written, and find no fault in what it does. */
const OF_TASTE = new Set(
  `brace-style camelcase class-methods-use-this consistent-this curly default-case dot-notation eol-last global-require
  guard-for-in indent linebreak-style naming-convention new-cap newline-per-chained-call yoda
  no-await-in-loop no-bitwise no-console no-continue no-else-return no-empty no-empty-function no-empty-interface
  no-empty-object-type no-img-element no-inferrable-types no-inline-comments no-lonely-if no-mixed-operators
  no-mixed-requires no-namespace no-negated-condition no-nested-ternary no-param-reassign no-plusplus no-process-env
  no-process-exit no-require-imports no-restricted-syntax no-return-assign no-return-await no-tabs no-ternary
  no-trailing-spaces no-undeclared-env-vars no-undefined no-underscore-dangle no-unescaped-entities no-use-before-define
  no-useless-constructor no-var no-var-requires no-void no-warning-comments
  one-var quote-props quotes semi strict vars-on-top wrap-iife member-ordering variable-name interface-name
  button-has-type destructuring-assignment display-name forbid-prop-types no-array-index-key no-multi-comp
  only-export-components require-default-props state-in-constructor static-property-placement
  ban-ts-comment ban-types consistent-type-definitions consistent-type-imports ordered-imports require-await return-await
  use-await`.split(/\s+/),
);
/** Written down by the types themselves: each `any` is counted where it stands. */
const OF_ANYS = new Set(['no-explicit-any', 'no-any']);
const PLUGINS =
  /^(?:lint\/)?@?(?:prettier|style|stylistic|complexity|format|formatting|simple-import-sort|import|import-x|n|node|jsdoc|filenames?|unicorn|jest|vitest|cypress|testing-library|perfectionist)(?:\/|$)/;
const WORDING =
  /^(?:array|arrow|comma|func|function|id|jsx|key|lines?|max|no-extra|no-multi|no-whitespace|object|operator|padded|padding|prefer|sort|space|spaced|switch-colon|template)-|-(?:spacing|newline|newlines|parens)$/;

/** Whether a rule of a linter is one of taste: to switch it off takes no safety away. */
export function isTaste(rule: string): boolean {
  const name = hyphenated(rule.slice(rule.lastIndexOf('/') + 1));
  return OF_TASTE.has(name) || OF_ANYS.has(name) || WORDING.test(name) || PLUGINS.test(rule);
}

/** Some linters write `noExplicitAny` for what others call `no-explicit-any`. */
function hyphenated(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
