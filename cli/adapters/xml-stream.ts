import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import sax from "sax";
import { badInput, CliError } from "../exit";
import { unreadable } from "../files/read";
import type { Io } from "../io";

export type XmlLimits = { bytes: number; depth: number; attributeCharacters: number; attributes: number };
export const XML_LIMITS: XmlLimits = {
  bytes: 200 * 1024 * 1024,
  depth: 100,
  attributeCharacters: 1024 * 1024,
  attributes: 100,
};

export type XmlElement = { name: string; attribute(name: string): string | undefined };
/** `depth` is 1 at the root. Whatever a handler throws ends the reading. */
export type XmlHandlers = {
  open(element: XmlElement, depth: number): void;
  close(name: string, depth: number): void;
};

/**
 * Reads an XML file without holding it in memory. Bad input, naming file and line, for: a DOCTYPE, an encoding other
 * than UTF-8, anything that is not well-formed, and whatever exceeds a limit.
 */
export async function readXml(io: Io, path: string, handlers: XmlHandlers, limits = XML_LIMITS): Promise<void> {
  const parser = createParser(path, handlers, limits);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw badInput(`${path}: is larger than ${limits.bytes} bytes`);
      parser.write(decode(decoder, path, chunk));
    }
    parser.write(decode(decoder, path));
    parser.close();
  } catch (error) {
    throw readingError(error, path);
  }
}

function createParser(path: string, handlers: XmlHandlers, limits: XmlLimits): sax.SAXParser {
  Object.assign(sax, { MAX_BUFFER_LENGTH: limits.attributeCharacters });
  const options: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true, position: true };
  const parser = sax.parser(true, options);
  const fail = (message: string) => badInput(`${path}: line ${parser.line + 1}: ${message}`);
  let depth = 0;
  let attributes = 0;
  parser.onerror = (error) => {
    throw fail(`is not well-formed XML (${error.message.split("\n")[0]})`);
  };
  parser.ondoctype = () => {
    throw fail("a DOCTYPE is not accepted");
  };
  parser.onprocessinginstruction = ({ name, body }) => {
    const encoding = name === "xml" ? /encoding\s*=\s*["']([^"']*)["']/.exec(body)?.[1] : undefined;
    if (encoding && !/^utf-?8$/i.test(encoding)) throw fail(`the encoding ${encoding} is not accepted; write UTF-8`);
  };
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = ({ value }) => {
    attributes += 1;
    if (attributes > limits.attributes) throw fail(`an element has more than ${limits.attributes} attributes`);
    if (value.length > limits.attributeCharacters) throw fail("an attribute is too long");
  };
  parser.onopentag = (tag) => {
    depth += 1;
    if (depth > limits.depth) throw fail(`elements are nested more than ${limits.depth} deep`);
    const values: Record<string, unknown> = tag.attributes;
    const attribute = (name: string) => (Object.hasOwn(values, name) ? String(values[name]) : undefined);
    handlers.open({ name: tag.name, attribute }, depth);
  };
  parser.onclosetag = (name) => {
    handlers.close(name, depth);
    depth -= 1;
  };
  return parser;
}

function decode(decoder: TextDecoder, path: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw badInput(`${path}: is not UTF-8; other encodings are not accepted`);
  }
}

/** Whatever the parser trips over is a fault of the file. */
function readingError(error: unknown, path: string): unknown {
  if (error instanceof CliError) return error;
  const known = unreadable(error, path);
  return known instanceof CliError ? known : badInput(`${path}: cannot be read as XML`);
}
