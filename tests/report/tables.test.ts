import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/report/tables/formats.ts';

const columns = ['path', 'line', 'bot'];

describe('facts for spreadsheets and scripts', () => {
  it('a field with a comma, a quote or a line break is quoted', () => {
    const table = { columns, rows: [['a,b "c"\nd', 1, true]] };
    expect(formatTable(table, 'csv')).toBe('path,line,bot\n"a,b ""c""\nd",1,true\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx'])('a spreadsheet does not run %j as a formula', field => {
    const [, row = ''] = formatTable({ columns: ['path'], rows: [[field]] }, 'csv').split(/\n(?!$)/);
    expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('a negative number stays a number', () => {
    expect(formatTable({ columns: ['line'], rows: [[-3]] }, 'csv')).toBe('line\n-3\n');
  });

  it('what is not known is empty in CSV and null in JSON, never 0', () => {
    const table = { columns: ['path', 'commits'], rows: [['a.ts', null]] };
    expect(formatTable(table, 'csv')).toBe('path,commits\na.ts,\n');
    expect(JSON.parse(formatTable(table, 'json'))).toEqual([{ path: 'a.ts', commits: null }]);
  });

  it('NDJSON has one record a line, also for names with line breaks', () => {
    const text = formatTable({ columns: ['path'], rows: [['a\nb'], ['c\u2028d']] }, 'ndjson');
    const lines = text.trimEnd().split('\n');
    expect(lines.map(line => JSON.parse(line).path)).toEqual(['a\nb', 'c\u2028d']);
  });

  it('no format passes an escape sequence on to the terminal', () => {
    const table = { columns: ['path'], rows: [['\u001b[2J\u202e\u009b']] };
    for (const format of ['csv', 'ndjson', 'json'] as const) {
      expect(formatTable(table, format)).not.toMatch(/[^\P{C}\n]/u);
    }
  });
});
