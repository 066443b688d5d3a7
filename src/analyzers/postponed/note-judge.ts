/** Fewer words say nothing that anybody could do. */
const FEWEST_WORDS = 3;
/** How the code might be written, or looked at again: nothing that it does wrong. */
const ABOUT_THE_CODE =
  /\b(?:refactor\w*|simplif\w*|clean(?:ed|ing|s)?[- ]?up|cleaner|tidy|renam(?:e|ed|ing)|typed|typing|unify|consolidate|consider|maybe|perhaps|might|could|nicer|better|optimi[sz]\w*|faster)\b/i;
/** What tells how it is or was: `Updated in 2.2 to…`, `Temporary way of…`. Some words that end so ask for something. */
const EXPLAINS =
  /^\W*(?:(?!(?:embed|exceed|proceed|succeed|speed|shred)\b)\w{3,}ed|temp(?:orary|orarily)?|this|that|note|old|currently|because|since)\b/i;
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
