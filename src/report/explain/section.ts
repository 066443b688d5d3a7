/** A title and its steps, each indented, and an empty line after; nothing when there are no steps. */
export function section(title: string, steps: readonly string[]): string[] {
  const told = steps.map(step => step.trim()).filter(Boolean);
  return told.length === 0 ? [] : [title, ...told.map(step => `  ${step}`), ''];
}
