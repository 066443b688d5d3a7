import { likely, perhaps, plain, type Sign } from './sign.ts';

/** Linters and format checks. A formatter that only rewrites files checks nothing; a linter told to fix still fails on what it cannot. */
export const LINT: readonly Sign[] = [
  ...plain(
    /^(?:eslint|oxlint|tslint|stylelint|xo|standard|ts-standard|semistandard|jshint|htmlhint)(?![\w-])/,
    /^biome (?:ci|lint|check)(?![\w-])/,
    /^biome format\b(?!.*\s--(?:write|fix)(?=\s|$))/,
    /^prettier\b.*\s(?:--check|-c|--list-different|-l)(?=\s|$)/,
    /^(?:next|ng|vue-cli-service|react-scripts|astro|deno|nuxi|expo|gts|tsdx|wp-scripts) (?:lint|check)(?![\w-])/,
    /^deno fmt --check\b/,
    /^dprint check\b/,
    /^(?:ruff (?:check\b|format.*--(?:check|diff)|\.)|flake8|pylint|pycodestyle|pydocstyle|pyflakes|prospector|ruff$)/,
    /^(?:black|isort|yapf|autopep8)\b.*\s(?:--check|--check-only|-c|--diff|-d)(?=\s|$)/,
    /^pre-commit run\b/,
    /^(?:golangci-lint run|golangci-lint$|go vet|gofmt|gofumpt|goimports|staticcheck|revive|golint)(?![\w-])/,
    /^(?:rubocop|standardrb|erb_?lint|erblint|haml-lint|reek)(?![\w-])/,
    /^(?:rake|rails) (?:rubocop|standard|lint)(?![\w-])/,
    /^cargo (?:clippy|fmt\b.*--check)/,
    /^rustfmt\b.*--check/,
    /^(?:mvn|mvnw)\b.*\b(?:checkstyle:check|spotless:check|spotbugs:check|pmd:check|ktlint|detekt|formatter:validate|license:check)/,
    /^(?:gradle|gradlew)\b.*\b(?:checkstyle\w*|spotlessCheck|ktlint\w*|detekt|lint\w*|spotbugs\w*|pmd\w*)(?![\w-])/,
    /^(?:ktlint|detekt|checkstyle|pmd|scalafmt.*--(?:check|test)|scalafix|sbt .*scalafmtCheck)/,
    /^(?:phpcs|php-cs-fixer .*--dry-run|pint --test|parallel-lint|phplint|twigcs|rector .*--dry-run)/,
    /^(?:composer|composer run|composer run-script) (?:lint|cs|check-style|phpcs|check-cs|style)(?![\w-])/,
    /^(?:shellcheck|hadolint|yamllint|actionlint|sqlfluff lint|tflint|ansible-lint|swiftlint|swiftformat --lint|cpplint|cppcheck|clang-tidy|clang-format.*--dry-run|luacheck|buf lint|proselint)(?![\w-])/,
    /^(?:terraform|tofu) fmt\b.*-check/,
    /^(?:dart|flutter) analyze\b/,
    /^dart format\b.*--set-exit-if-changed/,
    /^mix (?:credo|format --check-formatted)/,
    /^dotnet format\b.*--verify-no-changes/,
    /^(?:trunk check|reviewdog|megalinter|lefthook run|lint-staged)(?![\w-])/,
    /^(?:grunt|gulp) (?:\S+ ){0,3}(?:eslint|jshint|lint|tslint|stylelint)(?![\w-])/,
  ),
];

/** Type checks by name. */
export const TYPES: readonly Sign[] = [
  ...plain(
    /^(?:tsc|vue-tsc|tsgo|svelte-check|mypy|dmypy|pyright|basedpyright|pytype|pyre|srb tc|flow check|steep check|tsd|glint)(?=\s|$)/,
    /^astro check\b/,
    /^(?:nuxi|nuxt) typecheck\b/,
    /^deno check\b/,
    /^(?:phpstan|psalm|phan)(?![\w-])/,
    /^mix dialyzer\b/,
    /^ty check\b/,
    /^cargo check\b/,
  ),
];

/** Compilers of static languages: they check types as well, and are no lint. */
export const COMPILE: readonly Sign[] = [
  ...likely(
    /^go (?:build|test|install|vet)(?![\w-])/,
    /^cargo (?:build|test|nextest|clippy)(?![\w-])/,
    /^(?:mvn|mvnw)\b.*\b(?:compile|package|verify|install|test|deploy)(?![\w-])/,
    /^(?:gradle|gradlew)\b.*\b(?:build|assemble\w*|check|test|compile\w*|bootJar)(?![\w-])/,
    /^dotnet (?:build|test|publish)(?![\w-])/,
    /^swift (?:build|test)(?![\w-])/,
    /^sbt\b.*\b(?:compile|test)(?![\w-])/,
    /^(?:zig|stack|cabal) (?:build|test)(?![\w-])/,
  ),
];

/** Static analysis for holes, dependency audits, secret scans, scans of images and of running applications. */
export const SECURITY: readonly Sign[] = [
  ...plain(
    /^(?:npm|pnpm|yarn|bun)(?: -\S+)* (?:npm )?audit\b(?! (?:fix|signatures))/,
    /^(?:audit-ci|better-npm-audit|npm-audit-resolver|check-audit|resolve-audit|auditjs|retire|njsscan|nodejsscan|improved-yarn-audit|npm-audit\S*|yarn-audit\S*)(?![\w-])/,
    /^snyk (?:test|code|container|iac|monitor)(?![\w-])/,
    /^(?:trivy|grype|dockle|clair-scanner|anchore-cli|osv-scanner|gitleaks|trufflehog\d?|detect-secrets|detect-secrets-hook|ggshield|git-secrets|whispers|semgrep|opengrep|bearer|horusec|checkov|tfsec|terrascan|kics|kubesec|kube-score|zizmor|nuclei|wapiti|nikto|zap-(?:baseline|full-scan|api-scan)\S*|zap\.sh)(?![\w-])/,
    /^docker scout\b/,
    /^(?:bandit|safety|pip-audit|dlint)(?![\w-])/,
    /^(?:brakeman|bundler-audit|bundle-audit|bundle audit|ruby-audit)(?![\w-])/,
    /^(?:rake|rails) (?:brakeman|bundle:audit|bundler:audit)(?![\w-])/,
    /^(?:gosec|govulncheck|nancy)(?![\w-])/,
    /^cargo (?:audit|deny)(?![\w-])/,
    /^composer audit\b/,
    /^(?:local-php-security-checker|symfony security:check|symfony check:security)(?![\w-])/,
    /^mix (?:sobelow|deps\.audit|hex\.audit)(?![\w-])/,
    /^dotnet list\b.*--vulnerable/,
    /^(?:mvn|mvnw|gradle|gradlew)\b.*\b(?:dependency-check\S*|dependencyCheck\w*|ossindex\S*|snyk\S*|find-sec-bugs)/,
    /^codeql\b/,
    /^(?:veracode|checkmarx|cx|fortify|fcli|mend|ws|whitesource|blackduck|detect\.sh)(?![\w-])/,
    /^docker run\b.*\b(?:zaproxy\/|owasp\/zap2docker\S*|aquasec\/trivy|returntocorp\/semgrep|semgrep\/semgrep|zricethezav\/gitleaks|trufflesecurity\/|owasp\/dependency-check)/,
    /^(?:grunt|gulp) (?:\S+ ){0,3}retire\b/,
  ),
  ...perhaps(
    /^(?:sonar-scanner|sonarqube-scanner|sonar)(?![\w-])/,
    /^(?:mvn|mvnw|gradle|gradlew)\b.*\bsonar\S*/,
    /^(?:hardening-check|lynis|npx is-website-vulnerable)(?![\w-])/,
  ),
];
