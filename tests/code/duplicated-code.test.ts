import { expect, it } from 'vitest';
import { duplication } from '../../src/analyzers/duplication/duplication.ts';
import { runAnalyzers } from '../../src/analyzers/run.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { memoryRepository } from '../../src/facts/repository/memory.ts';
import { DEFAULT_SETTINGS } from '../../src/shared/settings.ts';

/** A function of so many lines, told apart from others by its name and what it works with. */
const work = (name: string, lines: number) =>
  `export async function ${name}(input) {\n${Array.from({ length: lines - 2 }, (_, at) => `  await input.${name}.step${at}(input.amount, 'of ${at}');\n`).join('')}}\n`;

async function duplicates(files: Record<string, string>) {
  const facts = await collectFacts(memoryRepository({ files }), {
    analyzers: [duplication],
    settings: DEFAULT_SETTINGS,
    advisories: { digest: null, advisories: [] },
  });
  const [run] = runAnalyzers([duplication], facts);
  return run?.status === 'completed' ? run.observations : [];
}

it('one stretch again and again counts once for each time beside the first', async () => {
  const [found] = await duplicates({ 'src/a.js': work('pay', 20).repeat(10) });
  expect(found?.evidence).toMatchObject({ repeated: 180 });
});

it('of copies that lie over each other, each line counts once', async () => {
  const [pay, ship, bill] = [work('pay', 100), work('ship', 60), work('bill', 100)];
  const text = (name: string) => `${pay}${ship}export const ${name} = ${name}1("${name}");\n${ship}${bill}`;
  const [found] = await duplicates({ 'src/a.js': text('a'), 'src/b.js': text('b') });
  // Once too often are three of four times `ship`, and one of two times each of the others.
  expect(found?.evidence.repeated).toBeCloseTo(380, -1);
});
