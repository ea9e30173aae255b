import type { JsonSchema } from "./schemas";

/** One member of a document, for people: `suites[].tests.total`. */
export type Field = { path: string; type: string; required: boolean; notes: string };

const COMPONENT = "#/components/schemas/";
const isObject = (schema: JsonSchema): boolean => schema.properties !== undefined;
const plain = (schema: JsonSchema | boolean | undefined): JsonSchema => (typeof schema === "object" ? schema : {});

/** The members of a schema, nested ones by their path; members with a name of their own are named, not repeated. */
export function fieldsOf(schema: JsonSchema, prefix = ""): Field[] {
  const forms = schema.anyOf?.filter((each) => isObject(plain(each))) ?? [];
  if (forms.length > 1) return forms.flatMap((form) => fieldsOf(plain(form), prefix));
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const described = plain(member);
    const field = { path, type: typeOf(described), required: required.includes(name), notes: notesOf(described) };
    return [field, ...nested(described, path)];
  });
}

function nested(schema: JsonSchema, path: string): Field[] {
  const inner = withoutNull(schema);
  if (isObject(inner)) return fieldsOf(inner, path);
  const item = plain(Array.isArray(inner.items) ? inner.items[0] : inner.items);
  return isObject(item) || item.anyOf ? fieldsOf(item, `${path}[]`) : [];
}

/** `T | null` is T for whoever wants to know its members. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const rest = schema.anyOf?.map(plain).filter((each) => each.type !== "null") ?? [];
  return rest.length === 1 && rest[0] ? rest[0] : schema;
}

/** A schema's type in a few words: `string | null`, `Verdict`, `object[]`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.replace(COMPONENT, "");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => typeOf(plain(each))))].join(" | ");
  if (schema.type === "array") return `${grouped(typeOf(plain(schema.items as JsonSchema)))}[]`;
  if (Array.isArray(schema.type)) return schema.type.join(" | ");
  return schema.type ?? "any";
}

const grouped = (type: string): string => (type.includes(" | ") ? `(${type})` : type);

function notesOf(schema: JsonSchema): string {
  const { description, format, pattern, minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  const notes = [description, format === "uuid" || format === "date-time" || format === "email" ? format : undefined];
  if (pattern && format === undefined) notes.push(`matches ${pattern}`);
  notes.push(rangeOf("length", minLength, maxLength), rangeOf("items", minItems, maxItems));
  notes.push(rangeOf("value", safe(minimum), safe(maximum)));
  if (schema.default !== undefined) notes.push(`default ${JSON.stringify(schema.default)}`);
  return notes.filter(Boolean).join(" · ");
}

/** The bounds of integers that JSON can hold at all say nothing. */
const safe = (bound: number | undefined) =>
  bound !== undefined && Math.abs(bound) === Number.MAX_SAFE_INTEGER ? undefined : bound;

function rangeOf(what: string, low: number | undefined, high: number | undefined): string | undefined {
  if (low === undefined && high === undefined) return undefined;
  if (high === undefined) return `${what} ≥ ${low}`;
  return low === undefined ? `${what} ≤ ${high}` : `${what} ${low} to ${high}`;
}
