const ALIASES: Record<string, string> = { e2e: "end-to-end", perf: "performance" };

/** The one spelling of a suite's name: lower case, hyphens, `e2e` → `end-to-end`, `perf` → `performance`. */
export function canonicalSuiteName(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  return Object.hasOwn(ALIASES, plain) ? (ALIASES[plain] ?? plain) : plain;
}
