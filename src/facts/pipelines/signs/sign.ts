import type { StageSighting } from '../../../shared/facts/pipelines.ts';

/** What tells a stage: the beginning of a command, or the name of an action. */
export interface Sign {
  readonly pattern: RegExp;
  readonly confidence: StageSighting['confidence'];
}

/** A sign that speaks for itself. Patterns are matched from the start and hold no nested repetition. */
export function plain(...patterns: readonly RegExp[]): readonly Sign[] {
  return patterns.map(pattern => ({ pattern, confidence: 'high' }));
}

export function likely(...patterns: readonly RegExp[]): readonly Sign[] {
  return patterns.map(pattern => ({ pattern, confidence: 'medium' }));
}

export function perhaps(...patterns: readonly RegExp[]): readonly Sign[] {
  return patterns.map(pattern => ({ pattern, confidence: 'low' }));
}

/** A sign that a text shows: the words that show it, and how sure they are. */
export interface Shown {
  readonly sign: string;
  readonly confidence: Sign['confidence'];
}

/** The first sign that a text shows. */
export function firstSign(signs: readonly Sign[], text: string): Shown | null {
  for (const { pattern, confidence } of signs) {
    const found = pattern.exec(text);
    if (found) return { sign: found[0].trim().slice(0, 60), confidence };
  }
  return null;
}
