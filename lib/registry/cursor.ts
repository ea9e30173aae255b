import { z } from "zod";
import { invalid } from "@/lib/core/errors";
import { parseInstant } from "@/lib/core/instant";

/** The last row of a page: lists go on from there, so that rows that arrive meanwhile shift nothing. */
export type Cursor = { at: string; id: string };

const position = z.tuple([z.string().refine((text) => parseInstant(text) !== null), z.uuid()]);

/** Opaque to its readers, safe in an address. */
export function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/** Null for none; throws `invalid` for text that no list gave out. */
export function decodeCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const parsed = position.safeParse(parseJson(Buffer.from(text, "base64url").toString()));
  if (!parsed.success) throw invalid("cursor", "is not one that a list gave out; start from the first page");
  const [at, id] = parsed.data;
  return { at, id };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
