/** Settings of hosts that build a preview of each change by themselves, and what in them says that they shall not. */
const BY_ITSELF: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)vercel\.json$/, /"deploymentEnabled"\s{0,20}:\s{0,20}false/],
  [/(?:^|\/)netlify\.toml$/, /\bdeploy[_-]?previews?\s{0,20}=\s{0,20}false/i],
];
/** Those that do it when they are told to. */
const WHEN_TOLD: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:^|\/)render\.ya?ml$/, /\bpullRequestPreviewsEnabled:\s{0,20}true|\bgeneration:\s{0,20}(?:automatic|manual)/],
];

/** Whether a settings file lets a host show each change before customers see it, without any pipeline. */
export function previewsChanges(path: string, text: string): boolean {
  const asksNot = BY_ITSELF.find(([file]) => file.test(path))?.[1];
  if (asksNot !== undefined) return !asksNot.test(text);
  return WHEN_TOLD.some(([file, asks]) => file.test(path) && asks.test(text));
}
