import { describe, expect, it } from 'vitest';
import { parseMailmap } from '../../src/facts/history/mailmap.ts';
import { Roster } from '../../src/facts/history/roster.ts';

/** Commits in the order of time, each `count` times. */
function people(commits: readonly (readonly [signature: string, count: number])[]) {
  const roster = new Roster(parseMailmap(''), []);
  let at = 0;
  for (const [signature, count] of commits) {
    const [name = '', email = ''] = signature.split('|');
    for (let done = 0; done < count; done += 1) roster.credit(roster.number({ name, email }), ++at, true);
  }
  return roster.settle().people.map(({ name, commits: many }) => `${name} ${many}`);
}

describe('one commit with the name of one and the address of another', () => {
  const ANA = 'Ana Lind|ana@shop.dev';
  const BEN = 'Ben Osei|ben@shop.dev';

  it('makes no one person of two who both commit all the time', () => {
    const slip = 'Ana Lind|ben@shop.dev';
    expect(
      people([
        [ANA, 30],
        [BEN, 20],
        [slip, 1],
        [ANA, 10],
        [BEN, 20],
      ]),
    ).toEqual(['Ana Lind 41', 'Ben Osei 40']);
  });

  it('makes no one person of two when it is the last of one of them, or made twice', () => {
    const slip = 'Ana Lind|12+benosei@users.noreply.github.com';
    const ben = 'Ben Osei|12+benosei@users.noreply.github.com';
    const told = (times: number) =>
      people([
        [ben, 30],
        [ANA, 30],
        [slip, times],
        [ANA, 10],
      ]);
    expect(told(1)).toEqual(['Ana Lind 41', 'Ben Osei 30']);
    expect(told(2)).toEqual(['Ana Lind 42', 'Ben Osei 30']);
  });

  it('makes no one person of two when it is one in twenty, however little one of them did', () => {
    expect(
      people([
        [BEN, 50],
        ['Ana Lind|ben@shop.dev', 2],
        [ANA, 5],
      ]),
    ).toEqual(['Ben Osei 50', 'Ana Lind 7']);
  });

  it('joins two habits that are mixed often by one who mostly keeps to one of them', () => {
    expect(
      people([
        ['octopus|sea@home.org', 900],
        ['Ben Osei|sea@home.org', 25],
        [BEN, 10],
      ]),
    ).toHaveLength(1);
  });

  it('joins a name that is used nowhere else, or stands in the address', () => {
    expect(
      people([
        [BEN, 50],
        ['octopus|ben@shop.dev', 1],
      ]),
    ).toHaveLength(1);
    expect(
      people([
        ['octopus|ben@home.org', 50],
        ['Ben Osei|ben@home.org', 1],
        [BEN, 50],
      ]),
    ).toHaveLength(1);
  });

  it('joins what one person signed before and after a change of name and address', () => {
    expect(
      people([
        ['bosei|ben@home.org', 40],
        ['Ben Osei|ben@home.org', 1],
        [BEN, 40],
      ]),
    ).toHaveLength(1);
  });

  it('joins a nickname that shares a word with the name', () => {
    const nick = 'Ben|ben@home.org';
    expect(
      people([
        [nick, 30],
        [BEN, 30],
        ['Ben Osei|ben@home.org', 1],
        [nick, 30],
        [BEN, 30],
      ]),
    ).toHaveLength(1);
  });

  it('joins two habits that are mixed often', () => {
    const nick = 'octopus|ben@home.org';
    expect(
      people([
        [nick, 30],
        [BEN, 30],
        ['Ben Osei|ben@home.org', 9],
        [nick, 30],
        [BEN, 30],
      ]),
    ).toHaveLength(1);
  });
});
