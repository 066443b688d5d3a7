import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMailmap } from '../../src/facts/history/mailmap.ts';

const as = (name: string, email: string) => ({ name, email });

describe('a .mailmap', () => {
  it('gives a name to an address, whatever the case of the address', () => {
    expect(parseMailmap('Ana Lind <ana@x.dev>')(as('ana', 'Ana@X.dev'))).toEqual(as('Ana Lind', 'Ana@X.dev'));
  });

  it('gives an address to an address and leaves the name', () => {
    expect(parseMailmap('<ana@x.dev> <ana@home>')(as('Ana', 'ana@home'))).toEqual(as('Ana', 'ana@x.dev'));
  });

  it('tells two people at one address apart by name', () => {
    const map = parseMailmap('Ana Lind <ana@x.dev> ana <pair@x.dev>\nBen Osei <ben@x.dev> Ben <pair@x.dev>');
    expect(map(as('Ana', 'pair@x.dev'))).toEqual(as('Ana Lind', 'ana@x.dev'));
    expect(map(as('ben', 'pair@x.dev'))).toEqual(as('Ben Osei', 'ben@x.dev'));
    expect(map(as('Cleo', 'pair@x.dev'))).toEqual(as('Cleo', 'pair@x.dev'));
  });

  it('leaves out comments and lines that are none', () => {
    const map = parseMailmap('# Ana Lind <ana@x.dev>\nnonsense\n<>\n<ana@x.dev\n');
    expect(map(as('a', 'ana@x.dev'))).toEqual(as('a', 'ana@x.dev'));
  });

  it('maps what any of its lines says, in each of the four forms', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const line = fc.record({ name: word, proper: word, old: word, oldName: word, form: fc.constantFrom(1, 2, 3, 4) });
    fc.assert(
      fc.property(line, word, ({ name, proper, old, oldName, form }, other) => {
        const written = {
          1: `${name} <${old}@x>`,
          2: `<${proper}@y> <${old}@x>`,
          3: `${name} <${proper}@y> <${old}@x>`,
          4: `${name} <${proper}@y> ${oldName} <${old}@x>`,
        }[form];
        expect(parseMailmap(`  ${written}  \n`)(as(oldName, `${old}@x`))).toEqual(
          as(form === 2 ? oldName : name, form === 1 ? `${old}@x` : `${proper}@y`),
        );
        expect(parseMailmap(written ?? '')(as(other, 'else@x'))).toEqual(as(other, 'else@x'));
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => parseMailmap(text)(as(name, name)).name !== undefined),
    );
  });
});
