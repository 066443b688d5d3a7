import { describe, expect, it } from 'vitest';
import { describeFile } from '../../src/facts/source/describe.ts';
import { openSurvey } from '../../src/facts/source/survey.ts';
import { functionIn, survey } from './surveyed.ts';

const PATHS = Array.from({ length: 40 }, (_, at) => `<path d="M${at} 0h4" />`).join('\n');
const PARCEL = `export function Parcel({ size }) {
  const edge = size * 2;
  return (
    <svg width={edge} className={classes('parcel', size)}>
      ${PATHS}
    </svg>
  );
}
`;

describe('a drawing is one line of code', () => {
  it('in the file and in the function that shows it', () => {
    const { file } = survey('src/parcel.tsx', PARCEL);
    expect(file.lines).toBe(PARCEL.split('\n').length - 1);
    expect(file.code).toBe(6);
    expect(functionIn(PARCEL).ownLines).toBe(6);
  });

  it('also in a text', () => {
    const { file } = survey(
      'src/parcel.ts',
      `export const parcel = \`\n<svg>\n${PATHS}\n</svg>\`;\nexport const n = 1;\n`,
    );
    expect(file.code).toBe(2);
  });

  it('however often one lies within another', () => {
    const { file } = survey(
      'src/parcel.tsx',
      `const a = <svg>\n<svg>\n<g />\n</svg>\n<svg>\n<g />\n</svg>\n</svg>;\nb();\n`,
    );
    expect(file.code).toBe(2);
  });

  it('but not where it is computed: a chart is code', () => {
    const chart =
      'export const Chart = ({ sales }) => (\n<svg>\n{sales.map(sale => (\n<rect height={sale} />\n))}\n</svg>\n);\n';
    expect(survey('src/chart.tsx', chart).file.code).toBe(7);
  });

  it('and not what else stands in markup', () => {
    expect(survey('src/page.tsx', 'const a = <div>\n<p />\n</div>;\n').file.code).toBe(3);
  });

  it('and one token, so that two drawings that are alike are no copied code', () => {
    expect(tokensOf(PARCEL)).toBe(tokensOf(PARCEL.replace(PATHS, '<path />')));
  });
});

function tokensOf(text: string): number {
  const opened = openSurvey({ readers: [], tokens: true });
  const described = describeFile('src/parcel.tsx', Buffer.from(text), { classify: [] });
  opened.take(described.fact, described.text ?? '');
  return opened.close().tokens[0]?.codes.length ?? 0;
}
