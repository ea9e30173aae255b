/** `same` in both; `removed` only before; `added` only after. */
export type DifferenceLine = { kind: "same" | "removed" | "added"; text: string };

/** Beyond this many comparisons the middle is shown as replaced as a whole; it is still complete. */
const MOST_COMPARISONS = 4_000_000;

/**
 * What became of a text, line by line, by the longest run of lines that both have. Those that are not `added` make up
 * the text before, those that are not `removed` the text after. Pure.
 */
export function lineDifference(before: string, after: string): DifferenceLine[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return [
    ...old.slice(0, start).map(line("same")),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...old.slice(old.length - end).map(line("same")),
  ];
}

const line =
  (kind: DifferenceLine["kind"]) =>
  (text: string): DifferenceLine => ({ kind, text });

function middle(old: readonly string[], fresh: readonly string[]): DifferenceLine[] {
  if (old.length * fresh.length > MOST_COMPARISONS) return [...old.map(line("removed")), ...fresh.map(line("added"))];
  const longest = commonLengths(old, fresh);
  const at = (one: number, other: number) => longest[one]?.[other] ?? 0;
  const lines: DifferenceLine[] = [];
  let [one, other] = [0, 0];
  while (one < old.length || other < fresh.length) {
    const [gone, come] = [old[one], fresh[other]];
    if (gone !== undefined && gone === come) {
      lines.push({ kind: "same", text: gone });
      one += 1;
      other += 1;
    } else if (gone !== undefined && (come === undefined || at(one + 1, other) >= at(one, other + 1))) {
      lines.push({ kind: "removed", text: gone });
      one += 1;
    } else {
      lines.push({ kind: "added", text: come ?? "" });
      other += 1;
    }
  }
  return lines;
}

/** Length of the longest common run of what follows, for each pair of places. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(fresh.length + 1));
  for (let one = old.length - 1; one >= 0; one -= 1) {
    const [row, below] = [lengths[one], lengths[one + 1]];
    if (!row || !below) continue;
    for (let other = fresh.length - 1; other >= 0; other -= 1) {
      const [diagonal = 0, down = 0, right = 0] = [below[other + 1], below[other], row[other + 1]];
      row[other] = old[one] === fresh[other] ? diagonal + 1 : Math.max(down, right);
    }
  }
  return lengths;
}
