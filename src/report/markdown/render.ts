import type { Report } from '../report.ts';
import { writeAppendix } from './appendix.ts';
import { writeGate, writeNotAssessed, writeQuestions } from './closing.ts';
import { writeHotspots } from './hotspots.ts';
import { writeOpening, writeScores } from './opening.ts';
import { writeMatrix, writeRoadmap } from './pictures.ts';
import { writeWork } from './work.ts';

const SECTIONS = [
  writeOpening,
  writeScores,
  writeMatrix,
  writeRoadmap,
  writeWork,
  writeHotspots,
  writeNotAssessed,
  writeQuestions,
  writeGate,
  writeAppendix,
] as const;

/** The report for a founder, who reads the first page, and for the engineers, who read the rest. */
export function renderMarkdown(report: Report): string {
  return `${SECTIONS.flatMap(write => write(report)).join('\n\n')}\n`;
}
