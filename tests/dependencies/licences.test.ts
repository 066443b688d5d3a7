import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyLicence, LICENCE_CLASSES } from '../../src/analyzers/dependency-risk/licence-class.ts';
import { recogniseLicence, statesLicence } from '../../src/facts/manifests/licence-text.ts';

describe('a licence', () => {
  it.each([
    ['MIT', 'permissive'],
    ['Unlicense', 'permissive'],
    ['Apache 2.0', 'permissive'],
    ['MIT/X11', 'permissive'],
    ['BlueOak-1.0.0', 'permissive'],
    ['Public Domain', 'permissive'],
    ['ISC License', 'permissive'],
    ['Public Domain except for the parser', 'unknown'],
    ['MIT or GPL version 2', 'permissive'],
    ['GPL version 2 or later', 'copyleft'],
    ['LGPL-3.0-or-later', 'weak-copyleft'],
    ['MPL-2.0', 'weak-copyleft'],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'weak-copyleft'],
    ['GPL-2.0', 'copyleft'],
    ['GPL', 'copyleft'],
    ['AGPL-3.0-only', 'network-copyleft'],
    ['BUSL-1.1', 'restricted'],
    ['SSPL-1.0', 'restricted'],
    ['Elastic-2.0', 'restricted'],
    ['Elastic License 2.0', 'restricted'],
    ['CC-BY-NC-4.0', 'restricted'],
    ['PolyForm-Noncommercial-1.0.0', 'restricted'],
    ['UNLICENSED', 'restricted'],
    ['SEE LICENSE IN LICENSE.txt', 'unknown'],
    ['LicenseRef-ours', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (written, expected) => {
    expect(classifyLicence(written)).toBe(expected);
  });

  it.each([
    ['(MIT OR GPL-2.0-only)', 'permissive'],
    ['GPL-3.0-only OR AGPL-3.0-only', 'copyleft'],
    ['MIT AND GPL-2.0-only', 'copyleft'],
    ['(MIT AND BSD-3-Clause) OR GPL-3.0-only', 'permissive'],
    ['(MIT OR GPL-3.0-only) AND LGPL-2.1-only', 'weak-copyleft'],
    ['MIT AND LicenseRef-ours', 'unknown'],
    ['MIT OR LicenseRef-ours', 'permissive'],
  ])('of several takes the easier arm of OR, and both of AND: %s', (written, expected) => {
    expect(classifyLicence(written)).toBe(expected);
  });

  it('of any text is one of the classes, and nested brackets end', () => {
    fc.assert(fc.property(fc.string(), text => LICENCE_CLASSES.includes(classifyLicence(text))));
    expect(classifyLicence('('.repeat(100_000))).toBe('unknown');
  });
});

describe('a licence file', () => {
  it.each([
    ['MIT', 'MIT License\n\nPermission is hereby granted, free of charge, to any\n  person obtaining a copy of'],
    ['Apache-2.0', '                 Apache License\n           Version 2.0, January 2004'],
    [
      'GPL-3.0',
      'GNU GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007 … use the GNU Lesser General Public License instead',
    ],
    ['GPL-2.0', 'GNU GENERAL PUBLIC LICENSE\n Version 2, June 1991'],
    ['AGPL-3.0', 'GNU AFFERO GENERAL PUBLIC LICENSE\n Version 3, 19 November 2007'],
    ['LGPL-3.0', 'GNU LESSER GENERAL PUBLIC LICENSE\n Version 3, 29 June 2007 … GNU General Public License'],
    ['MPL-2.0', 'Mozilla Public License Version 2.0'],
    ['BUSL-1.1', 'Business Source License 1.1\nChange Date: 2028-01-01\nChange License: Apache License, Version 2.0'],
    ['SSPL-1.0', 'Server Side Public License\n VERSION 1, OCTOBER 16, 2018'],
    ['Elastic-2.0', 'Elastic License 2.0\n\nURL: …'],
    ['Unlicense', 'This is free and unencumbered software released into the public domain.'],
    [
      'ISC',
      'Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.',
    ],
    [
      'BSD-3-Clause',
      'Redistribution and use in source and binary forms … this list of conditions … endorse or promote products derived from this software',
    ],
    ['BSD-2-Clause', 'Redistribution and use in source and binary forms … retain this list of conditions'],
    [null, 'All rights reserved. Ask our lawyers.'],
  ])('is recognised as %s', (spdx, text) => {
    expect(recogniseLicence(text)).toBe(spdx);
  });

  it('of GPL 3 is not taken for the other GNU licences that its text names', () => {
    const text = `GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007 ${'.'.repeat(500)}
      13. Use with the GNU Affero General Public License. … under version 3 of the GNU Affero General Public License`;
    expect(recogniseLicence(text)).toBe('GPL-3.0');
  });

  it('is known by its name', () => {
    expect(['LICENSE', 'docs/LICENCE.md', 'COPYING', 'LICENSE-MIT', 'UNLICENSE'].every(statesLicence)).toBe(true);
    expect(['src/license.ts', 'licenses.json', 'LICENSE_HEADER_CHECK.js', 'copying.py'].some(statesLicence)).toBe(
      false,
    );
  });
});
