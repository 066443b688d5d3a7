import { withThousands } from '../shared/thousands.ts';

const NAME = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/**
 * The template with each `{name}` replaced by its value, numbers as one reads them; a name without a value stays as it is,
 * for a test to find.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(NAME, (braced, name: string) =>
    Object.hasOwn(values, name) ? spell(values[name] ?? '') : braced,
  );
}

/** The names that a template asks for, in the order in which they first appear. */
export function namesIn(template: string): readonly string[] {
  return [...new Set(Array.from(template.matchAll(NAME), ([, name]) => name ?? ''))];
}

function spell(value: string | number): string {
  return typeof value === 'number' ? withThousands(value) : value;
}
