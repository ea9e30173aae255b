/** What may stand between the parts of a word, such as the dots of a version. */
const SEPARATOR = /[\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007e\u00a1-\u00bf\u2010-\u206f\u3001-\u303f]/;
const AROUND = new RegExp(`^${SEPARATOR.source}+|${SEPARATOR.source}+$`, "g");
const MOST_WORDS = 8;

/** Text without what makes no difference to a search: case, accents, forms of the same letter. Pure. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, "");

/** Whether a word or a part of one may begin after this character of a folded text. */
export const isBetween = (character: string): boolean => SEPARATOR.test(character) || /\s/.test(character);

/** The words that a search looks for, folded and without the punctuation around them: at most eight. Pure. */
export function wordsOf(text: string): string[] {
  const words = folded(text)
    .split(/\s+/)
    .map((word) => word.replace(AROUND, ""));
  return words.filter((word) => word !== "").slice(0, MOST_WORDS);
}
