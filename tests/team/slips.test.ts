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
