/** How someone signed a commit. */
export interface Signature {
  readonly name: string;
  readonly email: string;
}

const NAMES_OF_NOBODY = new Set(
  `root admin administrator unknown user username developer dev test tester ubuntu debian vagrant ec2-user pi
  nobody none null undefined noname no-name anonymous anon your-name yourname you name author no-author
  owner guest default git github gitlab me mac macbook apple pc desktop localhost system service www-data
  jenkins deploy deployer build ci`.split(/\s+/),
);

const BOXES_OF_NOBODY = new Set(
  `noreply no-reply donotreply root admin administrator unknown user none nobody null you your your-email email
  example test devnull anonymous localhost invalid`.split(/\s+/),
);

const HOSTS_OF_NOBODY = new Set(
  'localhost localhost.localdomain example.com example.org example.net none none.com (none) local invalid test'.split(
    ' ',
  ),
);

/** Letters that are no plain one with a mark, and are written as one all the same where a keyboard lacks them. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const WITHOUT_PARTS = /[ıłøđðßæœþ]/g;

const GITHUB_NOREPLY = '@users.noreply.github.com';

/** What two signatures of one person have in common by address, or null when the address says nothing. */
export function emailKey(email: string): string | null {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at <= 0) return null;
  const box = address.slice(0, at);
  if (address.endsWith(GITHUB_NOREPLY)) return `${box.slice(box.indexOf('+') + 1)}${GITHUB_NOREPLY}`;
  const host = address.slice(at + 1);
  if (BOXES_OF_NOBODY.has(box) || HOSTS_OF_NOBODY.has(host) || host === '') return null;
  return address;
}

/** What two signatures of one person have in common by name, or null when many people go by it. */
export function nameKey(name: string): string | null {
  const words = plainLetters(plainName(name))
    .split(/[\s.,_"'-]+/)
    .filter(word => word !== '');
  const key = words.join(' ');
  if (key.length < 3 || key.includes('@') || NAMES_OF_NOBODY.has(words.join('-'))) return null;
  return key;
}

/** Small letters without marks: the same name is written with them at one desk and without them at the next. */
export function plainLetters(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(WITHOUT_PARTS, letter => PLAIN[letter] ?? letter);
}

/** The name without what a coding assistant appends to it. */
export function plainName(name: string): string {
  const bare = name.trim();
  return bare.toLowerCase().endsWith(' (aider)') ? bare.slice(0, -' (aider)'.length).trim() : bare;
}

/** The part of an address that could serve as a handle: the login of a GitHub address, the box of any other. */
export function mailbox(email: string): string | null {
  const key = emailKey(email);
  if (key === null) return null;
  const box = key.slice(0, key.lastIndexOf('@'));
  const plus = box.indexOf('+');
  return plus > 0 ? box.slice(0, plus) : box;
}
