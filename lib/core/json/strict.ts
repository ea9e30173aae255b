import { type JSONPath, printParseErrorCode, visit } from "jsonc-parser";
import { DomainError, fieldPath, invalid } from "@/lib/core/errors";

const MAX_DEPTH = 64;
const DEFAULT_MAX_BYTES = 10 * 1024 * 1024;

/**
 * Parses RFC 8259 JSON so that its canonical form is unambiguous. `what` names the document in messages
 * ("scorecard"); `limits.maxBytes` caps its UTF-8 size (default 10 MiB).
 * Throws `invalid` naming the place for: syntax (line and column), duplicate or `__proto__` keys, more than 64 levels,
 * integers beyond ±(2^53−1), numbers that are not finite, NUL characters and lone surrogates.
 */
export function parseStrictJson(text: string, what: string, limits: { maxBytes?: number } = {}): unknown {
  const maxBytes = limits.maxBytes ?? DEFAULT_MAX_BYTES;
  if (Buffer.byteLength(text, "utf8") > maxBytes) throw invalid("", `${what}: is larger than ${maxBytes} bytes`);
  inspect(text, what);
  try {
    return JSON.parse(text);
  } catch {
    // The visitor is a little more lenient than the standard (white space, escapes); the standard decides.
    throw invalid("", `${what}: is not valid JSON`);
  }
}

function inspect(text: string, what: string): void {
  const keysOfOpenObjects: Set<string>[] = [];
  let depth = 0;
  const enter = (path: () => JSONPath) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw at(what, path(), `is nested more than ${MAX_DEPTH} levels deep`);
  };
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, _line, _column, path) => {
        enter(path);
        keysOfOpenObjects.push(new Set());
      },
      onObjectEnd: () => {
        depth -= 1;
        keysOfOpenObjects.pop();
      },
      onArrayBegin: (_offset, _length, _line, _column, path) => enter(path),
      onArrayEnd: () => {
        depth -= 1;
      },
      onObjectProperty: (key, _offset, _length, _line, _column, path) => {
        const fault = keyFault(key, keysOfOpenObjects.at(-1));
        if (fault) throw at(what, [...path(), key], fault);
      },
      onLiteralValue: (value, offset, length, _line, _column, path) => {
        const fault = literalFault(value, text.slice(offset, offset + length));
        if (fault) throw at(what, path(), fault);
      },
      onError: (error, _offset, _length, line, column) => {
        const place = `line ${line + 1}, column ${column + 1}`;
        throw invalid("", `${what}: is not valid JSON at ${place} (${printParseErrorCode(error)})`);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
}

function keyFault(key: string, seen: Set<string> | undefined): string | null {
  if (seen?.has(key)) return "duplicate key";
  seen?.add(key);
  if (key === "__proto__") return "this key is not allowed";
  return textFault(key);
}

function literalFault(value: unknown, source: string): string | null {
  if (typeof value === "string") return textFault(value);
  if (typeof value !== "number") return null;
  if (!Number.isFinite(value)) return "the number is too large";
  // 1e3 and 1.0 are integers too; only those that a double can not tell apart are refused.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return `the integer ${source.slice(0, 40)} is too large`;
  return null;
}

function textFault(text: string): string | null {
  if (text.includes("\u0000")) return "must not contain a NUL character";
  if (!text.isWellFormed()) return "must not contain half of a surrogate pair";
  return null;
}

function at(what: string, path: JSONPath, message: string): DomainError {
  const place = fieldPath(path).toWellFormed().replaceAll("\u0000", "\uFFFD");
  return new DomainError("invalid", `${what}: ${place ? `${place}: ` : ""}${message}`, [{ path: place, message }]);
}
