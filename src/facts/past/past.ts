import type { Versions } from '../history/versions.ts';
import type { Repository } from '../repository/repository.ts';

/** How the past of files is come by. */
export interface Past extends Pick<Repository, 'facts' | 'read' | 'recall'> {
  readonly versions: Pick<Versions, 'of'>;
}
