import { folded, isBetween } from "./words";

/** A piece of a text, and whether it is what was looked for. */
export type Part = { text: string; isMatch: boolean };
type Range = { from: number; to: number };

/**
 * A text cut into what the words of a search found in it and what is between. Put together again it is the same text.
 * @param words folded, as `wordsOf` gives them; each is found at the beginning of a word or after punctuation in one.
 */
export function markParts(text: string, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { from, to } of matchesIn(text, words)) {
    if (from > end) parts.push({ text: text.slice(end, from), isMatch: false });
    parts.push({ text: text.slice(from, to), isMatch: true });
    end = to;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
}

/** Where the words stand in a text, in its own positions, in their order and without overlap. Pure. */
export function matchesIn(text: string, words: readonly string[]): Range[] {
  const { plain, origin } = foldedWithOrigin(text);
  const rangesOf = (needle: string) =>
    placesOf(plain, needle).map(
      (at): Range => ({ from: origin[at] ?? 0, to: origin[at + needle.length] ?? text.length }),
    );
  const found = words.flatMap((word) => {
    const whole = rangesOf(word);
    if (whole.length > 0) return whole;
    const parts = partsOf(word).map(rangesOf);
    return parts.every((ranges) => ranges.length > 0) ? parts.flat() : [];
  });
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  return found.filter(({ from, to }, index) => to > from && found.slice(0, index).every((before) => before.to <= from));
}

/** Where a word, or what follows punctuation in one, begins like this in a folded text. */
function placesOf(plain: string, needle: string): number[] {
  const places: number[] = [];
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1)) {
    if (at === 0 || isBetween(plain.charAt(at - 1))) places.push(at);
  }
  return places;
}

/** A name in several parts is found whatever stands between them, if all of them are. */
const partsOf = (word: string): string[] => (/^[a-z][a-z0-9]*([-_/][a-z0-9]+)+$/.test(word) ? word.split(/[-_/]/) : []);

/** A folded text, and of each of its characters the position in the text that it came from. */
function foldedWithOrigin(text: string): { plain: string; origin: number[] } {
  let plain = "";
  const origin: number[] = [];
  let position = 0;
  for (const character of text) {
    const form = folded(character);
    for (let index = 0; index < form.length; index += 1) origin.push(position);
    plain += form;
    position += character.length;
  }
  return { plain, origin };
}
