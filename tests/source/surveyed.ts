import { describeFile } from '../../src/facts/source/describe.ts';
import { openSurvey, type SurveyFacts } from '../../src/facts/source/survey.ts';
import type { FileFact, FunctionFact } from '../../src/shared/facts/source.ts';

/** Surveys one file as an audit would. */
export function survey(path: string, content: string | Buffer): SurveyFacts & { file: FileFact } {
  const opened = openSurvey({ readers: [], tokens: false });
  const { fact, text } = describeFile(path, Buffer.from(content), { classify: [] });
  const file = text === null ? fact : opened.take(fact, text);
  return { file, ...opened.close() };
}

/** The first function of a text, or the one of that name. */
export function functionIn(text: string, name?: string, path = 'src/a.tsx'): FunctionFact {
  const { functions, file } = survey(path, text);
  const found = name === undefined ? functions[0] : functions.find(each => each.name === name);
  if (found === undefined)
    throw new Error(`no function ${name ?? ''}: ${file.skipped ?? functions.map(each => each.name).join(', ')}`);
  return found;
}
