import { DEEDS, PLAIN_THINGS, PREPOSITIONS, SILENT } from './vocabulary.ts';

/** One word of a name: as words are compared, and as it stands there. */
export interface Word {
  readonly root: string;
  readonly shown: string;
}

/** What people write with capitals inside, and read as one word. */
const NAMES =
  'PayPal GitHub GitLab LinkedIn YouTube WhatsApp OpenAI OpenAPI GraphQL OAuth OpenID WebSocket WebAuthn WebRTC JavaScript TypeScript PostgreSQL MySQL MongoDB IndexedDB DynamoDB HubSpot SendGrid DocuSign TikTok ClickHouse QuickBooks iOS'.split(
    ' ',
  );
/** What people write in capitals, and what begins with one. */
const PROPER =
  'REST SQL URL KYC PDF CSV SMS OTP SSO SAML LDAP RSS VAT SDK DNS SEO GDPR Google Facebook Twitter Slack Stripe Discord Twilio Redis'.split(
    ' ',
  );
const SPELLINGS = new Map([...NAMES, ...PROPER].map(name => [name.toLowerCase(), name]));
const NAME = new RegExp(`(?:${NAMES.flatMap(spellingsOf).join('|')})(?![a-z])`, 'g');
/** The third version of something is still that: `parseOpenAPIV3Body`. */
const VERSION = /V\d+/g;
const SHORT_FORMS = new Map([
  ['img', 'image'],
  ['msg', 'message'],
  ['doc', 'document'],
  ['col', 'column'],
  ['btn', 'button'],
  ['gql', 'graphql'],
]);
/** What one provider calls its services: one task, whichever of the names stands there. */
const SERVICES = new Map([
  ['outlook', 'microsoft'],
  ['gmail', 'google'],
]);
const LONGEST_NAME = 200;
/** Two letters are an abbreviation for those who know it, or a marker. */
const SHORTEST_TELLING = 3;
const UNCOUNTABLE = new Set(
  'evidence history metadata information content feedback traffic usage access knowledge software staff money cash stock research equipment inventory media data kyc billing pricing shipping routing logging training marketing banking accounting'.split(
    ' ',
  ),
);
/** Things that are spelled as if something were being done. */
const NO_DEEDS = new Set(
  'billing pricing shipping booking routing logging listing setting meeting training marketing banking accounting building drawing heading'.split(
    ' ',
  ),
);
/** Things that are spelled as if they were qualities. */
const NO_QUALITIES = new Set(
  'reply supply family assembly anomaly ally tally payable receivable timetable deliverable'.split(' '),
);

/** The words of a name in any of the usual spellings: `refundCard`, `refund_card`, `/refund/card`. */
export function wordsOf(name: string): Word[] {
  const joined = name
    .slice(0, LONGEST_NAME)
    .replace(VERSION, '_')
    .replace(NAME, known => `${known[0]}${known.slice(1).toLowerCase()}`);
  const pieces = joined.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return pieces
    .filter(({ length }) => length > 1)
    .map(piece => {
      const word = piece.toLowerCase();
      const root = singular(word);
      const long = SHORT_FORMS.get(root) ?? SERVICES.get(root) ?? verbsOf(word).find(verb => DEEDS.has(verb));
      const shown = long ?? word;
      return { root: long ?? root, shown: SPELLINGS.get(shown) ?? shown };
    });
}

/** What a name is about, and what stands behind a preposition in it and only qualifies that: cards, found *by customer*. */
export function splitAtPreposition(words: readonly Word[]): { head: readonly Word[]; rest: readonly Word[] } {
  const start = words.findIndex(({ shown }) => !PREPOSITIONS.has(shown));
  const spoken = start < 0 ? [] : words.slice(start);
  const at = spoken.findIndex(({ shown }) => PREPOSITIONS.has(shown));
  return at < 0 ? { head: spoken, rest: [] } : { head: spoken.slice(0, at), rest: spoken.slice(at) };
}

/** Whether a word tells nothing of what a function is about. */
export function isSilent({ root, shown }: Word): boolean {
  return root.length < SHORTEST_TELLING || PREPOSITIONS.has(shown) || isIn(SILENT, root, shown) || isQuality(shown);
}

/** Whether a word says what is done, and names a task where nothing is named that it is done to. */
export function isDeed({ root, shown }: Word): boolean {
  return isIn(DEEDS, root, shown);
}

/** Whether a word is a thing that much code has, and names a task only where no better word does. */
export function isPlainThing({ root, shown }: Word): boolean {
  return isIn(PLAIN_THINGS, root, shown);
}

/** Whether a word is a thing that not much code has. */
export function isThing(word: Word): boolean {
  return !isSilent(word) && !isDeed(word) && !isPlainThing(word);
}

/** A task by the name of what is done in it: `archive` is archiving. Other words stay as they are. */
export function asTask(word: string): string {
  if (!DEEDS.has(word)) return word;
  if (/[^aeiou][aeiou][bdgmnpt]$/.test(word)) return `${word}${word.at(-1)}ing`;
  return `${/[^eoy]e$/.test(word) ? word.slice(0, -1) : word}ing`;
}

/** Several of a thing. What cannot be counted stays as it is. */
export function asMany(word: string): string {
  if (UNCOUNTABLE.has(word) || /[^s]s$|[A-Z]/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:ch|sh|ss|x|z)$/.test(word) ? `${word}es` : `${word}s`;
}

/** How something is or was dealt with: `quickly`, `nullable`, `selected`. */
function isQuality(word: string): boolean {
  return /^\w{3,}(?:ly|[ai]ble)$|^\w{4,}ed$/.test(word) && !NO_QUALITIES.has(word);
}

function isIn(words: ReadonlySet<string>, root: string, shown: string): boolean {
  return words.has(root) || words.has(shown) || verbsOf(shown).some(verb => words.has(verb));
}

/** As words are compared: `movie` and `movies` alike. */
function singular(word: string): string {
  if (/[^aeiou]ies?$/.test(word)) return word.replace(/ies?$/, 'y');
  if (word.length < 4 || /(?:ss|us|is|ias|vas|ws|series)$/.test(word)) return word;
  if (/(?:ch|sh|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The verbs that a form may come from: `archived` and `archiving` from `archive`, `planned` from `plan`. */
function verbsOf(word: string): string[] {
  const stem = NO_DEEDS.has(word) ? undefined : /^(\w{3,})(?:ed|ing)$/.exec(word)?.[1];
  return stem === undefined ? [] : [stem, `${stem}e`, stem.slice(0, -1)];
}

/** `OpenAPI`, `OpenApi`, `openApi`: as a name of the kind stands within other names. */
function spellingsOf(name: string): string[] {
  const soft = name.replace(/[A-Z]{2,}/g, run => `${run[0]}${run.slice(1).toLowerCase()}`);
  return [name, soft].flatMap(spelling => [spelling, `${spelling[0]?.toLowerCase()}${spelling.slice(1)}`]);
}
