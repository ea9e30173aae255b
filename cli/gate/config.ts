import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { DomainError } from "@/lib/core/errors";
import type { Policy } from "@/lib/core/policy/model";
import { parsePolicy } from "@/lib/core/policy/parse";
import { badInput } from "../exit";
import { readAnyText } from "../files/read";
import type { Io } from "../io";

const MAX_ALIASES = 100;

/**
 * Reads `gate_config.yml`. Null for an empty one: the gate denies then. Bad input with line and column for broken
 * YAML, a key that is listed twice, a key or value that the policy does not know.
 */
export async function readGateConfig(io: Io, path: string): Promise<Policy | null> {
  const text = await readAnyText(io, path);
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", strict: true, uniqueKeys: true, lineCounter: lines });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const place = lines.linePos(fault.pos[0]);
    throw badInput(`${path}:${place.line}:${place.col}: ${fault.message.split("\n")[0]}`);
  }
  try {
    return parsePolicy(document.toJS({ maxAliasCount: MAX_ALIASES }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw badInput(`${path}: cannot be read as YAML`);
    const issues = error.issues.map(({ path: field, message }) => {
      const offset = offsetOf(document.contents, field);
      const { line, col } = lines.linePos(offset ?? 0);
      return { path: `${path}${offset === null ? "" : `:${line}:${col}`}${field && ` ${field}`}`, message };
    });
    const [first] = issues;
    throw badInput(first ? `${first.path}: ${first.message}` : error.message, issues.slice(1));
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
