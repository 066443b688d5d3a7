import type { Measures } from '../../shared/analyzer.ts';
import { type PipelineFacts, STAGES, type Stage, type StageState } from '../../shared/facts/pipelines.ts';
import type { Measure } from '../../shared/observation.ts';

type States = Readonly<Record<Stage, StageState>>;

/** What is out of sight tells only of what exists, never of what is missing: beyond this share a figure would flatter. */
const MOST_UNDECIDED = 0.25;

/** How many of the eleven stages there are, and which share of those that make sense here. */
export function measureStages(
  states: States,
  applicable: readonly Stage[],
  pipelines: PipelineFacts,
  hidden: boolean,
): Measures {
  const because = hidden
    ? 'only a part of the repository was audited, and pipelines lie at its root'
    : reason(pipelines);
  const found = STAGES.filter(stage => states[stage] === 'found').length;
  const sensible = applicable.filter(stage => states[stage] !== 'perhaps');
  const existing = sensible.filter(stage => states[stage] === 'found').length;
  return {
    'pipeline-stages': measure(found, STAGES, states, because, hidden),
    'pipeline-stages.applicable': measure(
      (100 * existing) / Math.max(1, sensible.length),
      applicable,
      states,
      because,
      hidden,
    ),
  };
}

function measure(value: number, stages: readonly Stage[], states: States, because: string, hidden: boolean): Measure {
  const decided = hidden ? 0 : stages.filter(stage => states[stage] !== 'perhaps').length;
  const examined = { examined: decided, of: stages.length, unit: 'stages' };
  const undecided = stages.length - decided;
  if (undecided > stages.length * MOST_UNDECIDED) return { value: null, examined, because };
  return undecided === 0 ? { value, examined } : { value, examined, because };
}

function reason({ providers }: PipelineFacts): string {
  const unread = providers.find(({ read }) => !read);
  if (unread) return `${unread.path} (${unread.provider}) was not read: ${unread.because ?? 'the reason is not known'}`;
  return 'some stages are decided outside this repository: by workflows of other repositories or the settings of the host';
}
