import { Tokenizer, TokenizerError } from "@streamparser/json";
import { fieldPath } from "@/lib/core/errors";
import { badInput, type CliError } from "../exit";
import type { Io } from "../io";
import { JsonFault, type JsonKey, JsonValues, type JsonVisit } from "./json-values";
import { MAX_REPORT_BYTES, readTextStream } from "./text-stream";

/** `valueBytes`: of one value at a path, or of one string or number anywhere. */
export type JsonLimits = { bytes: number; depth: number; valueBytes: number };
export const JSON_LIMITS: JsonLimits = { bytes: MAX_REPORT_BYTES, depth: 100, valueBytes: 32 * 1024 * 1024 };

const STRING_BUFFER = 4096;
const PLACE_CHARACTERS = 200;

/**
 * `where` is for messages: the file and the place within it; `path` is the one of the paths that the value is at.
 * Whatever a visitor throws ends the reading.
 */
export type VisitJson = (value: unknown, key: JsonKey, where: string, path: string) => void;

/**
 * Reads a JSON file without holding it in memory: `visit` gets each value at one of the `paths` (`$.results.tests.*`;
 * `$` is the whole; `$.results#` is only its kind: array, object, string, number, boolean or null). Of a key that occurs
 * twice both values are visited. Bad input, naming the file and the line, for whatever is not one complete JSON text in
 * UTF-8 or, with a byte order mark, UTF-16, or exceeds a limit.
 */
export async function readJsonStream(
  io: Io,
  path: string,
  paths: readonly string[],
  visit: VisitJson,
  limits: Partial<JsonLimits> = {},
): Promise<void> {
  const all = { ...JSON_LIMITS, ...limits };
  const text = new JsonText(path, paths, visit, all);
  for await (const piece of readTextStream(io, path, all.bytes)) text.write(piece);
  text.end();
}

class JsonText {
  readonly #tokenizer = new Tokenizer({ stringBufferSize: STRING_BUFFER, numberBufferSize: STRING_BUFFER });
  readonly #values: JsonValues;
  #line = 1;
  #bytes = 0;
  #lastToken = 0;
  #isBlank = true;

  constructor(
    readonly path: string,
    paths: readonly string[],
    visit: VisitJson,
    readonly limits: JsonLimits,
  ) {
    const visitor: JsonVisit = (value, keys, selector) => {
      const place = fieldPath(keys).slice(0, PLACE_CHARACTERS);
      visit(value, keys.at(-1), place ? `${path}: ${place}` : path, selector);
    };
    this.#values = new JsonValues(paths, visitor, limits);
    this.#tokenizer.onToken = (token) => {
      this.#lastToken = token.offset;
      this.#values.add(token);
    };
  }

  write(text: string): void {
    if (this.#isBlank) this.#isBlank = text.trim() === "";
    const chunk = Buffer.from(text);
    const before = this.#bytes;
    this.#guard(
      () => this.#tokenizer.write(chunk),
      (offset) => this.#line + countLines(chunk.subarray(0, Math.max(0, offset - before))),
    );
    this.#bytes += chunk.length;
    this.#line += countLines(chunk);
    if (this.#bytes - this.#lastToken > this.limits.valueBytes && !this.#values.isComplete) {
      throw this.#fault(`a value is larger than ${this.limits.valueBytes} bytes`, this.#line);
    }
  }

  end(): void {
    if (this.#isBlank) throw badInput(`${this.path}: is empty`);
    if (!this.#tokenizer.isEnded) {
      this.#guard(
        () => this.#tokenizer.end(),
        () => this.#line,
      );
    }
    if (!this.#values.isComplete) throw this.#fault("ends too early", this.#line);
  }

  #guard(run: () => void, lineAt: (offset: number) => number): void {
    try {
      run();
    } catch (error) {
      if (error instanceof JsonFault) throw this.#fault(error.message, lineAt(this.#lastToken));
      if (!(error instanceof TokenizerError)) throw error;
      const position = /absolute position "(\d+)"/.exec(error.message)?.[1];
      const reason = position ? "unexpected text" : "ends too early";
      throw this.#fault(reason, lineAt(position ? Number(position) : this.#lastToken));
    }
  }

  #fault(reason: string, line: number): CliError {
    return badInput(`${this.path}: line ${line}: is not valid JSON (${reason})`);
  }
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
