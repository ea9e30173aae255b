import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import sax from "sax";
import { badInput, CliError } from "../../exit";
import { unreadable } from "../../files/read";
import type { Io } from "../../io";
import { MAX_REPORT_BYTES } from "../text-stream";
import { xmlDecoder } from "./xml-encoding";

export type XmlLimits = { bytes: number; depth: number; attributeCharacters: number; attributes: number };
export const XML_LIMITS: XmlLimits = {
  bytes: MAX_REPORT_BYTES,
  depth: 100,
  attributeCharacters: 1024 * 1024,
  attributes: 100,
};

export type XmlElement = { name: string; attribute(name: string): string | undefined };
/** `depth` is 1 at the root. A long text comes in pieces. Whatever a handler throws ends the reading. */
export type XmlHandlers = {
  open(element: XmlElement, depth: number): void;
  text(text: string): void;
  close(name: string, depth: number): void;
};

/**
 * Reads an XML file without holding it in memory. Bad input, naming file and line, for: a DOCTYPE, an encoding that is
 * not known, anything that is not well-formed, and whatever exceeds a limit.
 */
export async function readXml(io: Io, path: string, handlers: XmlHandlers, limits = XML_LIMITS): Promise<void> {
  const parser = createParser(path, handlers, limits);
  let decoder: TextDecoder | undefined;
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) {
      bytes += chunk.length;
      if (bytes > limits.bytes) throw badInput(`${path}: is larger than ${limits.bytes} bytes`);
      decoder ??= xmlDecoder(path, chunk);
      parser.write(decode(decoder, path, chunk));
    }
    if (!decoder) throw badInput(`${path}: is empty`);
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
  let roots = 0;
  parser.onerror = (error) => {
    throw fail(`is not well-formed XML (${error.message.split("\n")[0]})`);
  };
  parser.ondoctype = () => {
    throw fail("a DOCTYPE is not accepted");
  };
  limitAttributes(parser, limits, fail);
  parser.onopentag = (tag) => {
    if (depth === 0) roots += 1;
    if (roots > 1) throw fail("is not well-formed XML (more than one root)");
    depth += 1;
    if (depth > limits.depth) throw fail(`elements are nested more than ${limits.depth} deep`);
    const values: Record<string, unknown> = tag.attributes;
    const attribute = (name: string) => (Object.hasOwn(values, name) ? String(values[name]) : undefined);
    handlers.open({ name: tag.name, attribute }, depth);
  };
  parser.ontext = (text) => handlers.text(text);
  parser.oncdata = (text) => handlers.text(text);
  parser.onclosetag = (name) => {
    handlers.close(name, depth);
    depth -= 1;
  };
  return parser;
}

function limitAttributes(parser: sax.SAXParser, limits: XmlLimits, fail: (message: string) => CliError): void {
  let attributes = 0;
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = ({ value }) => {
    attributes += 1;
    if (attributes > limits.attributes) throw fail(`an element has more than ${limits.attributes} attributes`);
    if (value.length > limits.attributeCharacters) throw fail("an attribute is too long");
  };
}

function decode(decoder: TextDecoder, path: string, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw badInput(`${path}: holds bytes that are not ${decoder.encoding.toUpperCase()}`);
  }
}

/** Whatever the parser trips over is a fault of the file. */
function readingError(error: unknown, path: string): unknown {
  if (error instanceof CliError) return error;
  const known = unreadable(error, path);
  return known instanceof CliError ? known : badInput(`${path}: cannot be read as XML`);
}
