/** Fewer words say nothing that anybody could do. */
const FEWEST_WORDS = 3;
/** How the code should be written, how fast it should be, and what should go: nothing that it does wrong. */
const ABOUT_THE_CODE =
  /\b(?:refactor\w*|simplif\w*|clean(?:ed|ing)?[- ]?up|tidy|reduc\w+|optimi[sz]\w*|speed|faster|slow|performance|cach(?:e|ed|ing)|renam\w+|mov(?:e|ed|ing)|extract|split|break[- ]?out|merge|consolidate|unify|reus(?:e|ed)|generic|abstract|convert|migrat\w+|upgrade|deprecat\w+|remov\w+|delete|drop|unused|legacy|types?|typed|typing|typescript|tests?|document(?:ation)?|docs|comments?|consider|maybe|perhaps|might|could|nicer|better|cleaner|standardi[sz]e|configurable|hard-?coded|update to|instead|endpoint|query|queries|paginat\w+)\b/i;
/** What tells how it is or was: `Updated in 2.2 to…`, `Temporary way of…`. */
const EXPLAINS = /^\W*(?:\w{3,}ed|temp(?:orary|orarily)?|this|that|note|old|currently|because|since)\b/i;
const GRAVE =
  /\b(?:permissions?|access|rbac|privileges?|authori[sz]\w*|authenticat\w*|secur\w*|insecure|vulnerab\w*|inject\w*|xss|csrf|saniti[sz]\w*|escap(?:e|ed|ing)|encrypt\w*|secrets?|passwords?|leak\w*|race|deadlock|corrupt\w*|los(?:e|es|s|t|ing))\b/i;

/** Whether a note speaks of something that is missing or wrong, rather than of a question or of how the code looks. */
export function isAboutBehaviour(note: string): boolean {
  if (isGrave(note)) return true;
  const words = note.match(/\p{L}+/gu)?.length ?? 0;
  return words >= FEWEST_WORDS && !/\?\W*$/.test(note) && !ABOUT_THE_CODE.test(note) && !EXPLAINS.test(note);
}

/** Whether a note speaks of what may be seen, lost or spoilt. */
export function isGrave(note: string): boolean {
  return GRAVE.test(note);
}
