import { likely, perhaps, plain, type Sign } from './sign.ts';

/** Linters and format checks. One that only rewrites files (`--fix`, `--write`) checks nothing. */
export const LINT: readonly Sign[] = [
  ...plain(
    /^(?:eslint|oxlint|tslint|stylelint|xo|standard|ts-standard|semistandard|jshint|htmlhint)\b(?!.*\s--fix(?:\s|$))/,
    /^biome (?:ci|lint|check|format)\b(?!.*\s--(?:write|fix|apply)\b)/,
    /^prettier\b.*\s(?:--check|-c|--list-different|-l)(?=\s|$)/,
    /^(?:next|ng|vue-cli-service|react-scripts|astro|deno|nuxi|expo|gts|tsdx|wp-scripts) (?:lint|check)\b/,
    /^deno fmt --check\b/,
    /^dprint check\b/,
    /^(?:ruff (?:check\b|format.*--(?:check|diff)|\.)|flake8|pylint|pycodestyle|pydocstyle|pyflakes|prospector|ruff$)/,
    /^(?:black|isort|yapf|autopep8)\b.*\s(?:--check|--check-only|-c|--diff|-d)(?=\s|$)/,
    /^pre-commit run\b/,
    /^(?:golangci-lint run|golangci-lint$|go vet|gofmt|gofumpt|goimports|staticcheck|revive|golint)\b/,
    /^(?:rubocop|standardrb|erb_?lint|erblint|haml-lint|reek)\b/,
    /^(?:rake|rails) (?:rubocop|standard|lint)\b/,
    /^cargo (?:clippy|fmt\b.*--check)/,
    /^rustfmt\b.*--check/,
    /^(?:mvn|mvnw)\b.*\b(?:checkstyle:check|spotless:check|spotbugs:check|pmd:check|ktlint|detekt|formatter:validate|license:check)/,
    /^(?:gradle|gradlew)\b.*\b(?:checkstyle\w*|spotlessCheck|ktlint\w*|detekt|lint\w*|spotbugs\w*|pmd\w*)\b/,
    /^(?:ktlint|detekt|checkstyle|pmd|scalafmt.*--(?:check|test)|scalafix|sbt .*scalafmtCheck)/,
    /^(?:phpcs|php-cs-fixer .*--dry-run|pint --test|parallel-lint|phplint|twigcs|rector .*--dry-run)/,
    /^(?:composer|composer run|composer run-script) (?:lint|cs|check-style|phpcs|check-cs|style)\b/,
    /^(?:shellcheck|hadolint|yamllint|actionlint|sqlfluff lint|tflint|ansible-lint|swiftlint|swiftformat --lint|cpplint|cppcheck|clang-tidy|clang-format.*--dry-run|luacheck|buf lint|proselint)\b/,
    /^(?:terraform|tofu) fmt\b.*-check/,
    /^(?:dart|flutter) analyze\b/,
    /^dart format\b.*--set-exit-if-changed/,
    /^mix (?:credo|format --check-formatted)/,
    /^dotnet format\b.*--verify-no-changes/,
    /^(?:trunk check|reviewdog|megalinter|lefthook run|lint-staged)\b/,
    /^(?:grunt|gulp) (?:\S+ ){0,3}(?:eslint|jshint|lint|tslint|stylelint)\b/,
  ),
];

/** Type checks by name. */
export const TYPES: readonly Sign[] = [
  ...plain(
    /^(?:tsc|vue-tsc|tsgo|svelte-check|mypy|dmypy|pyright|basedpyright|pytype|pyre|srb tc|flow check|steep check|tsd|glint)(?=\s|$)/,
    /^astro check\b/,
    /^(?:nuxi|nuxt) typecheck\b/,
    /^deno check\b/,
    /^(?:phpstan|psalm|phan)\b/,
    /^mix dialyzer\b/,
    /^ty check\b/,
    /^cargo check\b/,
  ),
];

/** Compilers of static languages: they check types as well, and are no lint. */
export const COMPILE: readonly Sign[] = [
  ...likely(
    /^go (?:build|test|install|vet)\b/,
    /^cargo (?:build|test|nextest|clippy)\b/,
    /^(?:mvn|mvnw)\b.*\b(?:compile|package|verify|install|test|deploy)\b/,
    /^(?:gradle|gradlew)\b.*\b(?:build|assemble\w*|check|test|compile\w*|bootJar)\b/,
    /^dotnet (?:build|test|publish)\b/,
    /^swift (?:build|test)\b/,
    /^sbt\b.*\b(?:compile|test)\b/,
    /^(?:zig|stack|cabal) (?:build|test)\b/,
  ),
];

/** Static analysis for holes, dependency audits, secret scans, scans of images and of running applications. */
export const SECURITY: readonly Sign[] = [
  ...plain(
    /^(?:npm|pnpm|yarn|bun)(?: -{1,2}\S+)* (?:npm )?audit\b(?! (?:fix|signatures))/,
    /^(?:audit-ci|better-npm-audit|npm-audit-resolver|check-audit|resolve-audit|auditjs|retire|njsscan|nodejsscan|improved-yarn-audit|npm-audit\S*|yarn-audit\S*)\b/,
    /^snyk (?:test|code|container|iac|monitor)\b/,
    /^(?:trivy|grype|dockle|clair-scanner|anchore-cli|osv-scanner|gitleaks|trufflehog\d?|detect-secrets|detect-secrets-hook|ggshield|git-secrets|whispers|semgrep|opengrep|bearer|horusec|checkov|tfsec|terrascan|kics|kubesec|kube-score|zizmor|nuclei|wapiti|nikto|zap-(?:baseline|full-scan|api-scan)\S*|zap\.sh)\b/,
    /^docker scout\b/,
    /^(?:bandit|safety|pip-audit|dlint)\b/,
    /^(?:brakeman|bundler-audit|bundle-audit|bundle audit|ruby-audit)\b/,
    /^(?:rake|rails) (?:brakeman|bundle:audit|bundler:audit)\b/,
    /^(?:gosec|govulncheck|nancy)\b/,
    /^cargo (?:audit|deny)\b/,
    /^composer audit\b/,
    /^(?:local-php-security-checker|symfony security:check|symfony check:security)\b/,
    /^mix (?:sobelow|deps\.audit|hex\.audit)\b/,
    /^dotnet list\b.*--vulnerable/,
    /^(?:mvn|mvnw|gradle|gradlew)\b.*\b(?:dependency-check\S*|dependencyCheck\w*|ossindex\S*|snyk\S*|find-sec-bugs)/,
    /^codeql\b/,
    /^(?:veracode|checkmarx|cx|fortify|fcli|mend|ws|whitesource|blackduck|detect\.sh)\b/,
    /^docker run\b.*\b(?:zaproxy\/|owasp\/zap2docker\S*|aquasec\/trivy|returntocorp\/semgrep|semgrep\/semgrep|zricethezav\/gitleaks|trufflesecurity\/|owasp\/dependency-check)/,
    /^(?:grunt|gulp) (?:\S+ ){0,3}retire\b/,
  ),
  ...perhaps(
    /^(?:sonar-scanner|sonarqube-scanner|sonar)\b/,
    /^(?:mvn|mvnw|gradle|gradlew)\b.*\bsonar\S*/,
    /^(?:hardening-check|lynis|npx is-website-vulnerable)\b/,
  ),
];
