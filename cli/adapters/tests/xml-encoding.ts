import { badInput } from "../../exit";
import { bomEncoding } from "../head";

const DECLARATION = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
const DECLARATION_BYTES = 1024;

/**
 * A decoder for an XML file that starts with these bytes: by its byte order mark, else by what its declaration names,
 * else UTF-8. Bad input when the named encoding is unknown. It throws at bytes that the encoding does not have.
 */
export function xmlDecoder(path: string, start: Uint8Array): TextDecoder {
  const marked = bomEncoding(start);
  if (marked) return new TextDecoder(marked, { fatal: true });
  const head = Buffer.from(start.subarray(0, DECLARATION_BYTES)).toString("latin1");
  if (head.startsWith("<\0") || head.startsWith("\0<")) throw badInput(`${path}: is UTF-16 without a byte order mark`);
  return declaredDecoder(path, DECLARATION.exec(head)?.[1] ?? "utf-8");
}

function declaredDecoder(path: string, name: string): TextDecoder {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    throw badInput(`${path}: the encoding ${name} is not known`);
  }
  if (decoder.encoding.startsWith("utf-16")) throw badInput(`${path}: says ${name}, but has no byte order mark`);
  return decoder;
}
