import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { reportSchema } from '../../src/report/report.ts';
import { poison } from './hostile.ts';
import { aReport } from './report-builder.ts';

describe('the report in JSON', () => {
  it('is what the schema says, and reads back the same', () => {
    expect(reportSchema.parse(JSON.parse(renderJson(aReport())))).toEqual(aReport());
  });

  it('has the same bytes whatever order its keys were made in', () => {
    const shuffled = Object.fromEntries(Object.entries(aReport()).reverse()) as ReturnType<typeof aReport>;
    expect(renderJson(shuffled)).toBe(renderJson(aReport()));
  });

  it('prints no character that a terminal obeys, and loses none of them', () => {
    const poisoned = poison(aReport());
    const text = renderJson(poisoned);
    expect(text).not.toMatch(/[^\P{C}\n]/u);
    expect(JSON.parse(text).subject.name).toBe(poisoned.subject.name);
  });

  it('refuses a report with a field that nobody declared', () => {
    expect(() => renderJson({ ...aReport(), digest: 'x' } as ReturnType<typeof aReport>)).toThrow();
  });
});
