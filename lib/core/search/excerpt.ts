import { matchesIn } from "./marks";

const BEFORE = 40;
const LENGTH = 160;

/**
 * The piece of a longer text in which a word was found, on one line, for words that the title does not explain.
 * Null where the title and what stands below it hold every word, and where the text holds none of the others.
 */
export function excerptOf(shown: string, body: string, words: readonly string[]): string | null {
  const unexplained = words.filter((word) => matchesIn(shown, [word]).length === 0);
  const line = body.replace(/[\s#*_`|>]+/g, " ").trim();
  const first = matchesIn(line, unexplained)[0];
  if (!first) return null;
  const from = beginningOf(line, Math.max(0, first.from - BEFORE), first.from);
  const piece = line.slice(from, from + LENGTH).trim();
  return `${from > 0 ? "… " : ""}${piece.toWellFormed()}${from + LENGTH < line.length ? " …" : ""}`;
}

/** Not in the middle of a word, where one begins soon enough. */
function beginningOf(line: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const blank = line.indexOf(" ", from);
  return blank >= 0 && blank < latest ? blank + 1 : from;
}
