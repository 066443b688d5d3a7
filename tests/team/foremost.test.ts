import { expect, it } from 'vitest';
import { tellOfFew } from '../../src/analyzers/bus-factor/foremost.ts';
import type { AuthorshipFacts } from '../../src/shared/facts/history.ts';

type Share = readonly [share: number, here: boolean];

/** What is told of a repository, given the shares of its people, those who know most first. */
function told(active: number, people: readonly Share[]) {
  const holders = people.map(([share, here], at) => ({ person: `p${at}`, files: 1, share, active: here }));
  return tellOfFew({ repository: { active, people: holders } } as unknown as AuthorshipFacts);
}

const CASES: readonly (readonly [title: string, active: number, people: readonly Share[]])[] = [
  [
    'One person knows 68% of the files',
    2,
    [
      [0.68, true],
      [0.14, true],
    ],
  ],
  [
    'One person knows 40% of the files',
    2,
    [
      [0.4, true],
      [0.13, true],
    ],
  ],
  ['One person knows 99% of the files', 1, [[0.999, true]]],
  [
    'Without two people, most files would have nobody who knows them',
    2,
    [
      [0.4, true],
      [0.3, true],
    ],
  ],
  [
    'Without two people, most files would have nobody who knows them',
    2,
    [
      [0.2, true],
      [0.05, true],
    ],
  ],
  [
    'Without one person, most files would have nobody who knows them',
    1,
    [
      [0.44, true],
      [0.2, true],
    ],
  ],
  [
    'The people who wrote most of the files have left',
    0,
    [
      [0.6, false],
      [0.3, true],
    ],
  ],
  [
    'One person knows 46% of the files, and most others have nobody left who knows them',
    0,
    [
      [0.46, true],
      [0.3, false],
    ],
  ],
];

it.each(CASES)('%s', (title, active, people) => {
  expect(told(active, people)).toBe(title);
});
