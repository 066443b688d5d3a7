import type { CloseLookFact } from '../../shared/facts/source.ts';
import { lineStarts } from '../source/code-lines.ts';
import { parseSource } from '../source/parse.ts';
import { plainTree } from './plain-tree.ts';

export interface HalsteadMeasures {
  readonly file: NonNullable<CloseLookFact['halstead']>;
  /** Mean over the functions of the file. */
  readonly volumeOfFunction: number;
}

/** Loads the measuring library, which takes a while, and returns what measures one file or throws the reason why not. */
export async function loadHalstead(): Promise<(path: string, text: string) => HalsteadMeasures> {
  const { default: escomplex } = await import('typhonjs-escomplex');
  return (path, text) => {
    const parsed = parseSource(path, text);
    if (parsed.program === null) throw new Error(parsed.because);
    const report = escomplex.analyzeModuleAST(plainTree(parsed.program, lineStarts(text)));
    const { volume, difficulty, effort } = report.aggregate.halstead;
    return {
      file: { volume: rounded(volume), difficulty: rounded(difficulty), effort: rounded(effort) },
      volumeOfFunction: report.methodAverage.halstead.volume,
    };
  };
}

/** What is printed is compared byte for byte, on every platform. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
