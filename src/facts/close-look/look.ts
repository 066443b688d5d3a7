import type { HistoryFacts } from '../../shared/facts/history.ts';
import type { CloseLookFact, FileFact, FunctionFact } from '../../shared/facts/source.ts';
import type { Repository } from '../repository/repository.ts';
import { decode } from '../source/decode.ts';
import { chooseFiles } from './choose.ts';
import { loadHalstead } from './halstead.ts';
import { maintainabilityOf } from './maintainability.ts';
import { loadSymbols } from './symbols.ts';

/** Looks a second time, with slower and sharper tools, at the few files that survey and history single out. Tells failures, throws none. */
export async function lookClosely(
  repository: Repository,
  files: readonly FileFact[],
  functions: readonly FunctionFact[],
  history: HistoryFacts | null,
): Promise<CloseLookFact[]> {
  const chosen = chooseFiles(files, functions, history);
  if (chosen.length === 0) return [];
  // Loaded only when there is something to look at: together they take longer than the survey of a small repository.
  const halstead = await attempt(loadHalstead);
  const symbols = await attempt(loadSymbols);
  const looks: CloseLookFact[] = [];
  for (const { path } of chosen) {
    const content = await attempt(() => repository.read(path));
    const text = content.value === undefined ? null : decode(content.value).text;
    if (text === null) {
      looks.push({ path, ...NOTHING, because: content.because ?? 'it could not be read again' });
      continue;
    }
    const measured = await attempt(() => given(halstead)(path, text));
    const named = await attempt(() => given(symbols)(path, text));
    const own = functions.filter(each => each.path === path);
    const because = [measured.because, named.because].filter(reason => reason !== undefined).join('; ');
    looks.push({
      path,
      ...NOTHING,
      ...named.value,
      halstead: measured.value?.file ?? null,
      maintainability: measured.value ? maintainabilityOf(measured.value.volumeOfFunction, own) : null,
      ...(because === '' ? {} : { because }),
    });
  }
  return looks;
}

const NOTHING = { halstead: null, maintainability: null, classes: [], exports: [] } as const;

type Outcome<T> = { readonly value?: T; readonly because?: string };

async function attempt<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { because: error instanceof Error ? (error.message.split('\n', 1)[0] ?? error.name) : String(error) };
  }
}

/** What was loaded, or the reason why it was not, as the failure of whoever needs it. */
function given<T>({ value, because }: Outcome<T>): T {
  if (value === undefined) throw new Error(because ?? 'not loaded');
  return value;
}
