import { badInput } from "../../exit";

const DEEPEST = 50;

/**
 * A nested document as settings: `{db: {hosts: ["a"]}}` is `db.hosts[0]` = `a`. Numbers and booleans are written as
 * JSON writes them, null as `null`, an empty map or list as `{}` or `[]`. `told` names the document in errors.
 */
export function flatten(document: unknown, told: string): { key: string; value: string }[] {
  if (typeof document !== "object" || document === null || Array.isArray(document)) {
    throw badInput(`${told}: must hold keys and values`);
  }
  return entriesOf(document, "", told, 0);
}

function entriesOf(node: object, prefix: string, told: string, depth: number): { key: string; value: string }[] {
  if (depth > DEEPEST) throw badInput(`${told}: ${prefix} is nested more than ${DEEPEST} levels deep`);
  return Object.entries(node).flatMap(([name, member]: [string, unknown]) => {
    const key = Array.isArray(node) ? `${prefix}[${name}]` : prefix ? `${prefix}.${name}` : name;
    if (typeof member !== "object" || member === null) return [{ key, value: scalarText(member, key, told) }];
    if (Object.keys(member).length > 0) return entriesOf(member, key, told, depth + 1);
    return [{ key, value: Array.isArray(member) ? "[]" : "{}" }];
  });
}

function scalarText(value: unknown, key: string, told: string): string {
  if (typeof value !== "number") return String(value);
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))) return JSON.stringify(value);
  throw badInput(`${told}: ${key} is a number that loses digits; put it in quotes`);
}
