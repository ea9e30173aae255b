import { type Document, isMap, isScalar, type Node, type Scalar, visit } from "yaml";
import type { FieldIssue } from "@/lib/core/errors";
import { badInput } from "../exit";
import type { Io } from "../io";
import type { Preparation, YamlSource } from "./read-yaml";

export type VariablesOf = YamlSource & {
  /** Why the document may not hold this variable's value; null where it may. */
  refuse?: (name: string) => string | null;
};

/** For `readYaml`: expands the variables before the value is read. */
export const withVariables =
  (io: Io, refuse?: VariablesOf["refuse"]): Preparation =>
  (document, source) =>
    expandVariables(io, document, refuse ? { ...source, refuse } : source);

/** `{{{{` stands for two braces; anything else that starts with two must be a variable. */
const REFERENCE = /\{\{\{\{|\{\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}\}|\{\{/g;

/**
 * Puts the environment's values in the place of `{{NAME}}` in every text of a parsed YAML document, in place. Keys are
 * left alone, values are taken as they are and never expanded again, and the result is text: `"{{PORT}}"` is no number.
 * `{{{{` is a literal `{{`. A variable that is not set, or is set to nothing, is bad input with line and column: a
 * forgotten setting must not become an empty text. Nothing is changed unless everything can be.
 */
export function expandVariables(io: Io, document: Document, of: VariablesOf): void {
  const issues: FieldIssue[] = [];
  const expanded: [Scalar, string][] = [];
  visit(document, {
    Map: (_key, node) => {
      const name = unquotedVariable(node);
      if (name === null) return undefined;
      issues.push(issueAt(of, node, 0, `YAML reads this as a map; put it in quotes: "{{${name}}}"`));
      return visit.SKIP;
    },
    Scalar: (key, node) => {
      if (key === "key" || typeof node.value !== "string" || !node.value.includes("{{")) return;
      expanded.push([node, expandText(io, node as Scalar<string>, of, issues)]);
    },
  });
  const [first, ...others] = issues;
  if (first) throw badInput(`${first.path}: ${first.message}`, others);
  for (const [node, value] of expanded) node.value = value;
}

function expandText(io: Io, node: Scalar<string>, of: VariablesOf, issues: FieldIssue[]): string {
  const seen = new Map<string, number>();
  return node.value.replace(REFERENCE, (written: string, name: string | undefined) => {
    if (written === "{{{{") return "{{";
    const nth = seen.get(written) ?? 0;
    seen.set(written, nth + 1);
    const found = name === undefined ? { fault: NO_VARIABLE } : lookUp(io, name, of);
    if ("value" in found) return found.value;
    issues.push(issueAt(of, node, placeIn(of, node, written, nth), found.fault));
    return written;
  });
}

const NO_VARIABLE = "{{ starts no variable here; write {{NAME}}, or {{{{ for two braces";

function lookUp(io: Io, name: string, { refuse }: VariablesOf): { value: string } | { fault: string } {
  const value = io.env[name];
  if (value === undefined) return { fault: `the environment variable ${name} is not set` };
  if (value.trim() === "") return { fault: `the environment variable ${name} is empty` };
  const reason = refuse?.(name) ?? null;
  return reason === null ? { value } : { fault: reason };
}

/** Unquoted, `{{NAME}}` is a map within a map to YAML. Null for every other map. */
function unquotedVariable(node: Node): string | null {
  if (!isMap(node) || !node.flow || node.items.length !== 1) return null;
  const inner = node.items[0]?.key;
  if (!isMap(inner) || !inner.flow || inner.items.length !== 1) return null;
  const name = inner.items[0]?.key;
  return isScalar(name) && typeof name.value === "string" ? name.value : null;
}

/** How far into a text its nth occurrence of these characters is written; its start where escapes hide them. */
function placeIn({ text }: VariablesOf, node: Scalar, written: string, nth: number): number {
  const [start, end] = node.range ?? [0, 0];
  const source = text.slice(start, end);
  let at = -1;
  for (let count = 0; count <= nth; count += 1) at = source.indexOf(written, at + 1);
  return Math.max(at, 0);
}

function issueAt({ path, lines }: VariablesOf, node: Node, offset: number, message: string): FieldIssue {
  const { line, col } = lines.linePos((node.range?.[0] ?? 0) + offset);
  return { path: `${path}:${line}:${col}`, message };
}
