import { DIMENSIONS } from '../../shared/judgement.ts';
import { EXIT } from '../exit-codes.ts';
import { readRulebook } from '../rules-folder.ts';

/** `audit rules`: every rule with what it means, by dimension. */
export async function runRules(): Promise<number> {
  const { rules } = await readRulebook();
  const width = Math.max(...[...rules.keys()].map(id => id.length));
  const lines = DIMENSIONS.flatMap(dimension => {
    const here = [...rules.values()]
      .filter(rule => rule.dimension === dimension)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const listed = here.map(({ id, title }) => `  ${id.padEnd(width)}  ${title.replace(/\{(\w+)\}/g, '<$1>')}`);
    return here.length === 0 ? [] : [dimension.toUpperCase(), ...listed, ''];
  });
  process.stdout.write(
    `${lines.join('\n')}\nRun audit explain <rule> for the reason, the ladder, the fix and the guardrail.\n`,
  );
  return EXIT.passed;
}
