import { TokenType } from "@streamparser/json";

export type JsonToken = { token: TokenType; value: unknown; offset: number };
export type JsonKey = string | number | undefined;
export type JsonKind = "array" | "object" | "string" | "number" | "boolean" | "null";
/** `selector` is the path, as it was given, that the value is at. */
export type JsonVisit = (value: unknown, keys: readonly (string | number)[], selector: string) => void;

type Selector = { text: string; segments: readonly string[]; kindOnly: boolean };
type Frame = {
  isArray: boolean;
  key: string | number;
  selectors: readonly Selector[];
  chosen: readonly Selector[];
  value: unknown[] | Record<string, unknown> | null;
};
type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end" | "nothing more";

const PUNCTUATION = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET, TokenType.COLON, TokenType.COMMA]);

export class JsonFault extends Error {}

/**
 * Puts the tokens of one JSON text together to the values at some paths, such as `$.results.tests.*`, and forgets
 * everything else. An inner value comes before the one that holds it. Of a path that ends in `#` only the kind of the
 * value is told, before what is in it. Throws `JsonFault` for what is not JSON.
 */
export class JsonValues {
  readonly #frames: Frame[] = [];
  readonly #selectors: readonly Selector[];
  #expected: Expected = "value";
  #key: string | number = "";
  #heldSince: number | null = null;
  #root: unknown;

  constructor(
    paths: readonly string[],
    readonly visit: JsonVisit,
    readonly limits: { depth: number; valueBytes: number },
  ) {
    this.#selectors = paths.map((text) => {
      const kindOnly = text.endsWith("#");
      return { text, segments: (kindOnly ? text.slice(0, -1) : text).split(".").slice(1), kindOnly };
    });
  }

  /** Whether one whole value was read. */
  get isComplete(): boolean {
    return this.#expected === "nothing more";
  }

  /** Of the whole, if it is at one of the paths, as much as has been read. */
  get begun(): unknown {
    return this.#frames[0]?.value ?? this.#root;
  }

  add({ token, value, offset }: JsonToken): void {
    if (this.#heldSince !== null && offset - this.#heldSince > this.limits.valueBytes) {
      throw new JsonFault(`a value is larger than ${this.limits.valueBytes} bytes`);
    }
    if (token === TokenType.COLON && this.#expected === "colon") this.#expected = "value";
    else if (token === TokenType.COMMA && this.#expected === "comma or end") this.#next();
    else if (token === TokenType.STRING && this.#expected.startsWith("key")) this.#readKey(String(value));
    else if (this.#closes(token)) this.#close();
    else if (this.#expected.startsWith("value")) this.#readValue(token, value, offset);
    else throw new JsonFault(`${this.#expected} expected`);
  }

  #next(): void {
    const isArray = this.#frames.at(-1)?.isArray ?? false;
    if (isArray) this.#key = Number(this.#key) + 1;
    this.#expected = isArray ? "value" : "key";
  }

  #readKey(key: string): void {
    this.#key = key;
    this.#expected = "colon";
  }

  #closes(token: TokenType): boolean {
    const end = this.#frames.at(-1)?.isArray ? TokenType.RIGHT_BRACKET : TokenType.RIGHT_BRACE;
    return this.#frames.length > 0 && token === end && this.#expected.endsWith("or end");
  }

  #readValue(token: TokenType, value: unknown, offset: number): void {
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.#open(token === TokenType.LEFT_BRACKET, offset);
    } else if (PUNCTUATION.has(token)) {
      throw new JsonFault("value expected");
    } else {
      if (typeof value === "number" && !Number.isFinite(value)) throw new JsonFault("a number is too large");
      this.#hold(value);
      this.#afterValue(value, this.#chosen(this.#live(), scalarKind(value)));
    }
  }

  #open(isArray: boolean, offset: number): void {
    if (this.#frames.length >= this.limits.depth) {
      throw new JsonFault(`values are nested more than ${this.limits.depth} deep`);
    }
    const selectors = this.#live();
    const chosen = this.#chosen(selectors, isArray ? "array" : "object");
    const isHeld = chosen.length > 0 || this.#holder() !== null;
    if (isHeld) this.#heldSince ??= offset;
    const value = isHeld ? (isArray ? [] : {}) : null;
    if (value) this.#hold(value);
    this.#frames.push({ isArray, key: this.#key, selectors, chosen, value });
    this.#key = isArray ? 0 : "";
    this.#expected = isArray ? "value or end" : "key or end";
  }

  #close(): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    this.#key = frame.key;
    if (this.#holder() === null) this.#heldSince = null;
    this.#afterValue(frame.value, frame.chosen);
  }

  #afterValue(value: unknown, chosen: readonly Selector[]): void {
    for (const { text } of chosen) this.visit(value, this.#path(), text);
    if (this.#frames.length === 0) this.#root = value;
    this.#expected = this.#frames.length === 0 ? "nothing more" : "comma or end";
  }

  #holder(): Frame["value"] {
    return this.#frames.at(-1)?.value ?? null;
  }

  /** A key `__proto__` is a key like any other. */
  #hold(value: unknown): void {
    const holder = this.#holder();
    if (Array.isArray(holder)) holder.push(value);
    else if (holder) {
      Object.defineProperty(holder, this.#key, { value, writable: true, enumerable: true, configurable: true });
    }
  }

  /** The selectors that the place of the value to come still agrees with. */
  #live(): readonly Selector[] {
    const parent = this.#frames.at(-1);
    if (!parent) return this.#selectors;
    if (parent.selectors.length === 0) return parent.selectors;
    const level = this.#frames.length - 1;
    return parent.selectors.filter(({ segments }) => segments[level] === "*" || segments[level] === String(this.#key));
  }

  /** The selectors that want the value itself; those that want its kind are told it. */
  #chosen(live: readonly Selector[], kind: JsonKind): readonly Selector[] {
    const here = live.filter(({ segments }) => segments.length === this.#frames.length);
    for (const { text, kindOnly } of here) if (kindOnly) this.visit(kind, this.#path(), text);
    return here.filter(({ kindOnly }) => !kindOnly);
  }

  #path(): (string | number)[] {
    return this.#frames.length === 0 ? [] : [...this.#frames.slice(1).map(({ key }) => key), this.#key];
  }
}

function scalarKind(value: unknown): JsonKind {
  if (typeof value === "string") return "string";
  if (typeof value === "number") return "number";
  return value === null ? "null" : "boolean";
}
