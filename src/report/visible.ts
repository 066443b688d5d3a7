const INVISIBLE = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** JSON with every character that is not seen, or that a terminal obeys, written as an escape: the data stay the same. */
export function visibly(json: string): string {
  return json.replace(INVISIBLE, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
