import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBot } from '../../src/facts/history/bots.ts';
import { parseMailmap } from '../../src/facts/history/mailmap.ts';
import { Roster } from '../../src/facts/history/roster.ts';
import { nameFor, namePeople } from '../../src/shared/people.ts';
import { historyOf } from './commits.ts';

function settle(signatures: readonly string[], mailmap = '') {
  const roster = new Roster(parseMailmap(mailmap), []);
  signatures.forEach((signature, at) => {
    const [name = '', email = ''] = signature.split('|');
    roster.credit(roster.number({ name, email }), at + 1, true);
  });
  return roster.settle();
}

const who = (signatures: readonly string[], mailmap?: string) => settle(signatures, mailmap).people.length;

describe('who is one person', () => {
  it('one who changed address, and one who changed name', () => {
    expect(who(['Ana Lind|ana@work.dev', 'Ana Lind|ana@home.org'])).toBe(1);
    expect(who(['Ana Lind|ana@work.dev', 'Ana Osei|ana@work.dev'])).toBe(1);
  });

  it('one whose names and addresses only hang together through a third signature', () => {
    expect(who(['Ana Lind|ana@work.dev', 'analind|ana@home.org'])).toBe(2);
    expect(who(['Ana Lind|ana@work.dev', 'analind|ana@home.org', 'Ana Lind|ana@home.org'])).toBe(1);
  });

  it('one whose GitHub address changed its form', () => {
    expect(who(['Ana|ana-l@users.noreply.github.com', 'A. L.|123+ana-l@users.noreply.github.com'])).toBe(1);
  });

  it('one who writes the same name with and without the letters of their language', () => {
    expect(who(['Łukasz Ørsted|lukasz@x.dev', 'Lukasz Orsted|orsted@y.dev'])).toBe(1);
    const spellings = ['Işık Sarı', 'Isik Sari', 'isiksari', 'Işık', 'Isik', 'ISIK SARI'];
    expect(who(spellings.map(name => `${name}|isik@x.dev`))).toBe(1);
  });

  it('one whom .mailmap names, though nothing else is alike', () => {
    expect(who(['Ana Lind|ana@work.dev', 'xx|y@z.org'], 'Ana Lind <ana@work.dev> <y@z.org>')).toBe(1);
  });

  it.each(['root', 'admin', 'unknown', 'Your Name', 'ubuntu'])('not two strangers who both committed as %s', name => {
    expect(
      who([`${name}|${name}@host-one`, `${name}|${name}@host-two`, `${name}|a@one.dev`, `${name}|b@two.dev`]),
    ).toBe(4);
  });

  it('not two people behind an address that is nobody’s', () => {
    expect(who(['Ana Lind|noreply@github.com', 'Ben Osei|noreply@github.com'])).toBe(2);
    expect(who(['Ana Lind|you@example.com', 'Ben Osei|you@example.com'])).toBe(2);
  });

  it('not the five people of one shared mailbox', () => {
    expect(who(['Ana L', 'Ben O', 'Cleo M', 'Dan W', 'Eva Z'].map(name => `${name}|dev@agency.com`))).toBe(5);
  });

  it('not a person and the bot that signs with their address', () => {
    expect(who(['Ana Lind|ana@work.dev', 'release-bot|ana@work.dev'])).toBe(2);
  });

  it('the same ones in whatever order they committed', () => {
    const name = fc.constantFrom('Ana Lind', 'ana', 'Ben Osei', 'root', 'Cleo', 'dependabot[bot]', '');
    const email = fc.constantFrom(
      'ana@x.dev',
      'ben@x.dev',
      'root@localhost',
      'noreply@github.com',
      '7+ana@users.noreply.github.com',
      'c@x.dev',
      '',
    );
    const signature = fc.tuple(name, email).map(parts => parts.join('|'));
    const partition = (signatures: readonly string[]) => {
      const { handles } = settle(signatures);
      const written = [...new Set(signatures)];
      const groups = new Map<string, string[]>();
      for (const [at, one] of written.entries()) {
        const handle = handles[at] ?? '';
        groups.set(handle, [...(groups.get(handle) ?? []), one]);
      }
      return [...groups.values()].map(group => group.sort().join(', ')).sort();
    };
    const shuffled = fc
      .array(signature, { minLength: 1, maxLength: 12 })
      .chain(list => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(partition(other)).toEqual(partition(list));
      }),
    );
  });
});

describe('handles', () => {
  it('are the mailbox, or the name where the mailbox says nothing', () => {
    const { people } = settle([
      'Ana Lind|ana.lind+git@x.dev',
      'Ben Osei|info@osei.dev',
      'Zoë|12+zoe-w@users.noreply.github.com',
    ]);
    expect(people.map(({ id }) => id).sort()).toEqual(['ana-lind', 'ben-osei', 'zoe-w']);
  });

  it('are unique, and whoever was first keeps the plain one', () => {
    const { people } = settle(['Ana Lind|ana@x.dev', 'Ana Marsh|ana@y.dev']);
    expect(people.map(({ id, name }) => [id, name])).toEqual([
      ['ana', 'Ana Lind'],
      ['ana-2', 'Ana Marsh'],
    ]);
  });

  it('are what most of the commits were signed with, not what came first', () => {
    const often = (signature: string, times: number) => new Array<string>(times).fill(signature);
    const { people } = settle([
      ...often('Ana Lind|a77lind@x.dev', 2),
      ...often('Ana Lind|ana@home.org', 3),
      ...often('Ana Lind|ana@work.dev', 3),
      ...often('Ana Lind|lind@work.dev', 5),
    ]);
    expect(people.map(({ id, commits }) => [id, commits])).toEqual([['ana', 13]]);
  });

  it('are the older of two that were signed with equally often', () => {
    expect(settle(['Ana Lind|lind@x.dev', 'Ana Lind|ana@y.dev']).people.map(({ id }) => id)).toEqual(['lind']);
  });

  it('hold nothing but small letters, digits and hyphens, whatever people call themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1, maxLength: 6 }), pairs => {
        const { people } = settle(
          pairs.map(([name, email]) => `${name.replaceAll('|', '')}|${email.replaceAll('|', '')}`),
        );
        for (const { id } of people) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-?[a-z0-9]*$/);
        expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
      }),
    );
  });
});

describe('bots', () => {
  const bot = (name: string, email: string, configured: string[] = []) => isBot({ name, email }, new Set(configured));

  it.each([
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com'],
    ['Renovate Bot', 'bot@renovateapp.com'],
    ['shop-bot', 'ci@shop.dev'],
    ['ShopBot', 'bot@shop.dev'],
    ['Polly (Bot)', 'polly@shop.dev'],
    ['Polly Release Bot', 'deploy@shop.dev'],
    ['Shop Release Bot', 'noreply@shop.dev'],
    ['shop.dev', 'l10n-bot@shop.dev'],
    ['Shop Build', 'build@shop.dev'],
    ['shop[branch keeper]', 'bot@shop.dev'],
    ['Shop CI', 'noreply@shop.dev'],
    ['ci', 'ci@shop.dev'],
    ['Shopmod', 'shopmod@users.noreply.github.com'],
    ['GitHub', 'noreply@github.com'],
    ['Claude', 'noreply@anthropic.com'],
    ['Cursor Agent', 'cursoragent@cursor.com'],
    ['Shop Release Bot', 'noreply@shop.dev'],
    ['translations.shop', 'l10n-bot@shop.dev'],
    ['Copilot', '198982749+Copilot@users.noreply.github.com'],
  ])('%s is one', (name, email) => expect(bot(name, email)).toBe(true));

  it.each([
    ['Claude Monet', 'claude@monet.fr'],
    ['Claude', 'claude@monet.fr'],
    ['Pieter Bot', 'pieter@bot-family.nl'],
    ['Joost Bot', '4711+joostbot@users.noreply.github.com'],
    ['Ann de Wit', 'ann.bot@wit.nl'],
    ['Travis', 'travis@smith.dev'],
    ['Abbot Smith', 'abbot@smith.dev'],
    ['Talbot', 'talbot@smith.dev'],
    ['CI-YU', 'ciyu@lin.tw'],
    ['Lin Ci', 'lin.ci@lin.tw'],
    ['Rosa Release', 'rosa@smith.dev'],
    ['Ana Lind', 'build@shop.dev'],
    ['Nimrod Mod', 'nimrod@mod.dev'],
    ['Mahmod', 'mahmod@lind.se'],
    ['Ana Lind (aider)', 'ana@x.dev'],
  ])('%s <%s> is a person', (name, email) => expect(bot(name, email)).toBe(false));

  it('are also those whom the settings name, by name or address', () => {
    expect(bot('Ship It', 'ship@x.dev')).toBe(false);
    expect(bot('Ship It', 'ship@x.dev', ['ship it'])).toBe(true);
    expect(bot('Ship It', 'Ship@x.dev', ['ship@x.dev'])).toBe(true);
  });
});

describe('what readers are told of people', () => {
  it('follows the setting', async () => {
    const { people } = await historyOf([
      { by: 'Ana Lind <ana@x.dev>', on: '2024-01-01', changes: ['A a.ts', 'A b.ts'] },
      { by: 'Ben Osei <ben@x.dev>', on: '2024-01-02', changes: ['M a.ts'] },
      { by: 'Ben Osei <ben@x.dev>', on: '2024-01-03', changes: ['M a.ts'] },
    ]);
    const order = ['ana', 'ben'];
    expect(namePeople(people, 'handle', order)('ana')).toBe('ana');
    expect(namePeople(people, 'raw', order)('ana')).toBe('Ana Lind <ana@x.dev>');
    expect(order.map(namePeople(people, 'anonymous', order))).toEqual(['person 1', 'person 2']);
  });

  it('never tells a name where names are not to be told', () => {
    const person = {
      id: 'ana',
      name: 'Ana Lind',
      emails: ['ana@x.dev'],
      bot: false,
      commits: 1,
      recentCommits: 1,
      first: '',
      last: '',
      aliases: [],
    };
    expect(nameFor(person, 'anonymous', 3)).toBe('person 3');
  });
});
