import { type Report, reportSchema } from './report.ts';
import { visibly } from './visible.ts';

/** The report for other programs: keys in the order of the schema, two spaces, a newline at the end. */
export function renderJson(report: Report): string {
  return `${visibly(JSON.stringify(reportSchema.parse(report), null, 2))}\n`;
}
