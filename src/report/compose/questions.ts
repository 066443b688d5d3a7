import type { Finding } from '../../findings/finding.ts';
import type { Rulebook } from '../../rulebook/rulebook.ts';
import type { CollectedFacts } from '../../shared/facts.ts';
import type { Setting } from '../../shared/setting.ts';
import type { Report } from '../report.ts';
import { count, list } from '../words.ts';

type Question = Report['questions'][number];

const MOST_QUESTIONS = 15;
const MOST_NAMES = 3;

/** What only people can answer: what the rules ask about the findings, then what follows from what was found. */
export function askQuestions(
  facts: CollectedFacts,
  setting: Setting,
  findings: readonly Finding[],
  rulebook: Rulebook,
): Question[] {
  return [...askAboutFindings(findings, rulebook), ...askAboutFacts(facts, setting)].slice(0, MOST_QUESTIONS);
}

function askAboutFindings(findings: readonly Finding[], { rules }: Rulebook): Question[] {
  const raised = new Map<string, Finding[]>();
  for (const finding of findings) {
    const question = rules.get(finding.rule)?.question;
    if (question !== undefined) raised.set(question, [...(raised.get(question) ?? []), finding]);
  }
  return [...raised].map(([question, [first, ...others]]) => {
    const rest = others.length === 0 ? '' : `, and ${count(others.length, 'finding')} like it`;
    return { question, raisedBy: `${first?.title ?? ''}${rest}` };
  });
}

function askAboutFacts({ pipelines, files, advisories }: CollectedFacts, setting: Setting): Question[] {
  const questions: Question[] = [];
  const critical = [...setting.steps['critical-path'].keys()]
    .filter(key => key.startsWith('module:'))
    .map(key => key.slice('module:'.length))
    .sort();
  const source = files.available && files.value.some(file => file.kind === 'source');
  if (critical.length > 0) {
    questions.push({
      question:
        'Which rules must this business keep (card data, personal data, an audit), and who checks that it does?',
      raisedBy: `money, identity or personal data flow through ${list(critical, MOST_NAMES)}`,
    });
  } else if (source) {
    questions.push({
      question:
        'Which parts of the code handle money, sign-in or personal data? Name them under `critical:` in audit.yaml.',
      raisedBy: 'no such part was recognised',
    });
  }
  if (pipelines.available) {
    const { deployables, stages } = pipelines.value;
    const [first] = deployables;
    if (first && !stages.some(({ stage }) => stage === 'monitoring')) {
      questions.push({
        question: 'Who notices when production fails, how soon, and who is called at night?',
        raisedBy: `it seems to run as a service (${first.path}), and no pipeline watches it after a release`,
      });
    }
    if (first) {
      questions.push({
        question: 'What does it cost to run a month, and how fast does that grow with customers?',
        raisedBy: `it seems to run as a service (${first.path})`,
      });
    }
  }
  if (setting.activePeople !== null && setting.activePeople > 0 && setting.activePeople <= 2) {
    questions.push({
      question: 'Who could take over if the people who work on it now left, and what would they need?',
      raisedBy: `${count(setting.activePeople, 'person', 'people')} committed in the last twelve months of the history`,
    });
  }
  if (advisories.available && advisories.value.digest === null) {
    questions.push({
      question: 'Who watches for known vulnerabilities in the packages used here, and how soon are they mended?',
      raisedBy: 'no advisories were given to this audit',
    });
  }
  return questions;
}
