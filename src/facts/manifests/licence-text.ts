import { fileName } from './folder.ts';

/** Long enough for every phrase; the rest of a licence file says nothing more about which one it is. */
const LOOKED_AT = 24_000;

const NAMES = /^(?:licen[cs]e|copying|unlicense)(?:[.-][\w.-]{1,40})?$/i;
const NOT_TEXT = /\.(?:[cm]?[jt]sx?|json|ya?ml|py|go|rb|java|html?|css|png|svg)$/i;

/** Tried in this order: narrower licences quote the wider ones. Phrases are lower case with single blanks. */
const PHRASES: readonly (readonly [spdx: string, ...phrases: string[]])[] = [
  ['BUSL-1.1', 'business source license', 'change date'],
  ['SSPL-1.0', 'server side public license'],
  ['Elastic-2.0', 'elastic license 2.0'],
  ['MPL-2.0', 'mozilla public license', '2.0'],
  ['EPL-2.0', 'eclipse public license - v 2.0'],
  ['Apache-2.0', 'apache license', 'version 2.0'],
  ['Unlicense', 'this is free and unencumbered software released into the public domain'],
  ['CC0-1.0', 'cc0 1.0 universal'],
  [
    'BSD-3-Clause',
    'redistribution and use in source and binary forms',
    'endorse or promote products derived from this software',
  ],
  ['BSD-2-Clause', 'redistribution and use in source and binary forms', 'this list of conditions'],
  ['ISC', 'permission to use, copy, modify, and/or distribute this software for any purpose'],
  ['ISC', 'permission to use, copy, modify, and distribute this software for any purpose'],
  ['MIT', 'permission is hereby granted, free of charge, to any person obtaining a copy'],
];

/** The GNU licences quote each other: the one that a text is stands in its heading. */
const GNU_HEADING = /gnu (affero |lesser |library )?general public license.{0,60}?version (\d(?:\.\d)?)/;
const HEADING = 2_000;
const GNU_NAMES: Readonly<Record<string, string>> = { 'affero ': 'AGPL', 'lesser ': 'LGPL', 'library ': 'LGPL' };

/** Whether a file is there to state a licence. */
export function statesLicence(path: string): boolean {
  const name = fileName(path);
  return NAMES.test(name) && !NOT_TEXT.test(name);
}

/** Which of the common licences a text is, by its distinctive phrases; null when it is none of them. */
export function recogniseLicence(text: string): string | null {
  const words = text.slice(0, LOOKED_AT).toLowerCase().split(/\s+/).join(' ');
  if (words.includes('commons clause')) return 'LicenseRef-Commons-Clause';
  const gnu = GNU_HEADING.exec(words.slice(0, HEADING));
  if (gnu) return `${GNU_NAMES[gnu[1] ?? ''] ?? 'GPL'}-${gnu[2]?.includes('.') ? gnu[2] : `${gnu[2]}.0`}`;
  const found = PHRASES.find(([, ...phrases]) => phrases.every(phrase => words.includes(phrase)))?.[0] ?? null;
  return found === 'ISC' && !words.includes('copyright notice and this permission notice appear') ? '0BSD' : found;
}
