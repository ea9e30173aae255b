import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { badInput } from "../exit";
import { readAnyText } from "../files/read";
import type { Io } from "../io";

const MAX_ALIASES = 100;

export type YamlFile = {
  /** What the file says; null when it is empty. */
  value: unknown;
  /** `config.yml:3:5 suites[0].name`, or only the file's name for a place that is not in the file. */
  place(field: string): string;
};

export type YamlSource = { path: string; text: string; lines: LineCounter };
/** Changes the parsed document before its value is read, such as `{{NAME}}` in it; throws bad input. */
export type Preparation = (document: Document, source: YamlSource) => void;

/** Reads a YAML file. Bad input with line and column for broken YAML and for a key that is listed twice. */
export async function readYaml(io: Io, path: string, prepare?: Preparation): Promise<YamlFile> {
  const text = await readAnyText(io, path);
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", strict: true, uniqueKeys: true, lineCounter: lines });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw badInput(`${path}:${line}:${col}: ${fault.message.split("\n")[0]}`);
  }
  prepare?.(document, { path, text, lines });
  return {
    value: readValue(() => document.toJS({ maxAliasCount: MAX_ALIASES }), path),
    place: (field) => {
      const offset = offsetOf(document.contents, field);
      const { line, col } = lines.linePos(offset ?? 0);
      return `${path}${offset === null ? "" : `:${line}:${col}`}${field && ` ${field}`}`;
    },
  };
}

/**
 * Reads a YAML file with a parser that throws a `DomainError` naming fields. Bad input with line and column for each
 * of them.
 */
export async function readYamlWith<T>(
  io: Io,
  path: string,
  parse: (value: unknown) => T,
  prepare?: Preparation,
): Promise<T> {
  const { value, place } = await readYaml(io, path, prepare);
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const issues = error.issues.map((issue) => ({ path: place(issue.path), message: issue.message }));
    const [first] = issues;
    throw badInput(first ? `${first.path}: ${first.message}` : error.message, issues.slice(1));
  }
}

/** The same with a schema: unknown keys of its strict objects are errors with line and column. */
export function readYamlAs<S extends z.ZodType>(
  io: Io,
  path: string,
  schema: S,
  prepare?: Preparation,
): Promise<z.output<S>> {
  return readYamlWith(io, path, (value) => parseWith(schema, value, path), prepare);
}

function readValue(read: () => unknown, path: string): unknown {
  try {
    return read();
  } catch {
    throw badInput(`${path}: cannot be read as YAML`);
  }
}

/** Where the key or item at a place such as `checks.suites.flake_rate.threshold` starts; keys may hold dots. */
function offsetOf(node: Node | null | undefined, place: string): number | null {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : null;
      if (name === null || !isScalar(key)) continue;
      if (place === name) return key.range?.[0] ?? null;
      if (!place.startsWith(`${name}.`) && !place.startsWith(`${name}[`)) continue;
      const rest = place.slice(name.length).replace(/^\./, "");
      return offsetOf(value as Node | null, rest) ?? key.range?.[0] ?? null;
    }
  }
  const index = /^\[(\d+)\]\.?(.*)$/s.exec(place);
  if (isSeq(node) && index) {
    const item = node.items[Number(index[1])] as Node | undefined;
    return (index[2] ? offsetOf(item, index[2]) : null) ?? item?.range?.[0] ?? null;
  }
  return null;
}
