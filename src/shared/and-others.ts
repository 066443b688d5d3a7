/** Continues the name of a module with that of the only other one, or with how many others there are. */
export function andOthers(others: readonly string[]): string {
  const [only = ''] = others;
  if (others.length > 1) return `and ${others.length} other modules`;
  return `and ${only === '.' ? 'the root module' : only}`;
}
