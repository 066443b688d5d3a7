import type { Versions } from '../history/versions.ts';
import type { Repository } from '../repository/repository.ts';
import { decode } from '../source/decode.ts';

/** No code that people work on is longer; what is would only cost time and memory. */
const LARGEST_TEXT = 600_000;

/** How the past of files is come by. */
export interface Past extends Pick<Repository, 'facts' | 'read' | 'recall'> {
  readonly versions: Pick<Versions, 'of'>;
}

/** The text of a version; null where it is not at hand, is no text or is too long. */
export async function recallText({ recall }: Pick<Past, 'recall'>, blob: string): Promise<string | null> {
  const content = await recall(blob);
  return content === undefined || content.length > LARGEST_TEXT ? null : decode(content).text;
}
