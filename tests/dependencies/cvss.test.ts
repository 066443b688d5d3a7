import { describe, expect, it } from 'vitest';
import { cvssScore, severityOf } from '../../src/facts/manifests/cvss.ts';

/** The scores that FIRST and NVD published for these vectors. */
const PUBLISHED = [
  ['Log4Shell, CVE-2021-44228', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', 10],
  ['Shellshock, CVE-2014-6271', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['a browser sandbox, CVE-2012-5376', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H', 9.6],
  ['Heartbleed, CVE-2014-0160', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
  ['a database, CVE-2013-0375', 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
  ['a script in a page, CVE-2013-1937', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['a web server, CVE-2009-0783', 'CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
  ['POODLE, CVE-2014-3566', 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
] as const;

describe('a CVSS vector', () => {
  it.each(PUBLISHED)('of %s has its published score', (_, vector, score) => {
    expect(cvssScore(vector)).toBe(score);
  });

  it('may carry metrics beyond the base, in any order', () => {
    expect(cvssScore('CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/C:H/I:N/A:N/E:P/RL:O')).toBe(7.5);
  });

  it('that harms nothing scores 0, which is no severity', () => {
    expect(cvssScore('CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N')).toBe(0);
    expect(severityOf(0)).toBe('unknown');
  });

  it.each([
    'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    'AV:N/AC:L/Au:N/C:P/I:P/A:P',
    'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N',
    'CVSS:3.1/AV:constructor/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    '',
  ])('that is none of version 3 has no score: %s', vector => {
    expect(cvssScore(vector)).toBeNull();
  });

  it('is graded by the published scale', () => {
    expect([0.1, 3.9, 4, 6.9, 7, 8.9, 9, 10].map(severityOf)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });
});
