import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOsv } from '../../src/facts/manifests/osv.ts';

const RECORD = {
  id: 'GHSA-aaaa',
  aliases: ['CVE-2024-0001'],
  summary: 'made up',
  affected: [
    {
      package: { ecosystem: 'npm', name: 'pad' },
      ranges: [
        {
          type: 'SEMVER',
          events: [{ introduced: '0' }, { fixed: '1.2.0' }, { introduced: '2.0.0' }, { last_affected: '2.3.0' }],
        },
        { type: 'GIT', events: [{ introduced: 'abc' }] },
      ],
      versions: ['3.0.0'],
    },
    { package: { ecosystem: 'PyPI', name: 'pad' }, ranges: [] },
  ],
  database_specific: { severity: 'MODERATE' },
};

const first = (record: unknown) => parseOsv(JSON.stringify(record))?.advisories[0];

describe('an OSV record', () => {
  it('gives each npm package its stretches of affected versions', () => {
    expect(parseOsv(JSON.stringify(RECORD))?.advisories).toEqual([
      {
        id: 'GHSA-aaaa',
        aliases: ['CVE-2024-0001'],
        package: 'pad',
        ecosystem: 'npm',
        summary: 'made up',
        severity: 'medium',
        affected: [
          { introduced: '0', fixed: '1.2.0', lastAffected: null },
          { introduced: '2.0.0', fixed: null, lastAffected: '2.3.0' },
        ],
        versions: ['3.0.0'],
      },
    ]);
  });

  it('that was withdrawn is dropped', () => {
    expect(parseOsv(JSON.stringify({ ...RECORD, withdrawn: '2024-05-01T00:00:00Z' }))).toEqual({
      records: 1,
      advisories: [],
    });
  });

  it('is rated by its vector where the reviewer gave no word', () => {
    const severity = [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }];
    expect(first({ ...RECORD, database_specific: {}, severity })?.severity).toBe('critical');
  });

  it('without any rating is of unknown severity, which is not low', () => {
    expect(first({ ...RECORD, database_specific: {} })?.severity).toBe('unknown');
  });

  it('of a package published to do harm is critical', () => {
    expect(first({ ...RECORD, id: 'MAL-2024-1', database_specific: {} })?.severity).toBe('critical');
  });
});

describe('a text of OSV records', () => {
  it.each([
    ['one record', JSON.stringify(RECORD)],
    ['an array', JSON.stringify([RECORD])],
    ['one a line', `${JSON.stringify(RECORD)}\n${JSON.stringify({ ...RECORD, id: 'B' })}\n`],
    ["a database's answer", JSON.stringify({ vulns: [RECORD] })],
  ])('may be %s', (_, text) => {
    expect(parseOsv(text)?.advisories[0]?.id).toBe('GHSA-aaaa');
  });

  it.each(['', 'not json', '{"name":"package"}', '[{"some":"thing"}]', '{"id":1}', 'null'])(
    'that is something else is no reading: %s',
    text => {
      expect(parseOsv(text)).toBeNull();
    },
  );

  it('never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), text => void parseOsv(text)));
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (affected, severity) => {
        parseOsv(
          JSON.stringify({
            id: 'A',
            affected: [affected, { package: { ecosystem: 'npm', name: 'x' }, ranges: affected }],
            severity,
          }),
        );
      }),
    );
  });
});
