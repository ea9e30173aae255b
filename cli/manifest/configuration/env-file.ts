import { badInput } from "../../exit";

const ASSIGNMENT = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\s*=\s*(.*)$/;
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/;
const SINGLE_QUOTED = /^'([^']*)'\s*(?:#.*)?$/;
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t" };

/**
 * Settings of a `.env` file, in their order: `KEY=value`, with or without quotes and `export`, and comments. Nothing is
 * substituted: `$NAME` stays as it is written. Bad input with the line for anything else.
 */
export function readEnvFile(text: string, path: string): { key: string; value: string; line: number }[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((content, index) => {
      const written = content.trim();
      if (written === "" || written.startsWith("#")) return [];
      const [, key, rest = ""] = ASSIGNMENT.exec(written) ?? [];
      const value = key === undefined ? null : readValue(rest);
      if (key === undefined || value === null) throw badInput(`${path}:${index + 1}: is not KEY=value on one line`);
      return [{ key, value, line: index + 1 }];
    });
}

/** Null for quotes that are not closed, or closed too early. */
function readValue(rest: string): string | null {
  if (rest.startsWith("'")) return SINGLE_QUOTED.exec(rest)?.[1] ?? null;
  if (!rest.startsWith('"')) return rest.replace(/(?:^|\s+)#.*$/, "");
  const inner = DOUBLE_QUOTED.exec(rest)?.[1];
  return inner === undefined ? null : inner.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}
