import { describe, expect, it } from 'vitest';
import { Mentions } from '../../src/facts/manifests/mentions.ts';

describe('what a package may be named by', () => {
  it('counts a package as named once there were too many words to keep count', () => {
    const mentions = new Mentions();
    for (let text = 0; text < 50; text++)
      mentions.fromText(Array.from({ length: 10_000 }, (_, word) => `w${text * 10_000 + word}`).join(' '));
    expect(mentions.has('left-pad')).toBe(true);
  });

  it('takes from fixtures what they bring in, and not their other words', () => {
    const mentions = new Mentions();
    mentions.fromAside(
      'body { "koa": true }\nconst jose = require("jose/jwt");\nimport { faker } from "@faker-js/faker";',
    );
    expect(['jose', '@faker-js/faker', 'koa'].filter(name => mentions.has(name))).toEqual(['jose', '@faker-js/faker']);
  });
});
